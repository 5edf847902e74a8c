import { changesOf } from "@multihelix/core/kernel/perform.ts";
import { type Order, ordersMost } from "@multihelix/core/payment/batch.ts";
import { type OrderFacts, type PrepareBatchInput, prepareBatch } from "@multihelix/core/payment/prepare-batch.ts";
import type { Reader } from "@multihelix/core/port/store.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { aCase } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrder } from "../../fixture/build/order.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aClaim, eur } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const fay = staff("fay", "finance", "limburg");
const moment = aMoment("2026-11-24T09:00:00Z");
const input: PrepareBatchInput = {
  parkId: "limburg",
  endToEndIds: ["LIM-V26-7K3QX-1-LIM"],
  executionDate: "2026-11-25",
  noInterest: true,
};

function wanted(given: Partial<OrderFacts> = {}, order: Partial<Order> = {}): OrderFacts {
  const whole = anOrder(order);
  return {
    endToEndId: whole.endToEndId,
    order: whole,
    one: aCase({ status: "paying" }),
    claim: aClaim({ status: "accepted" }),
    slots: [],
    payee: anOrganisation(),
    accountChange: undefined,
    sanctions: [],
    ...given,
  };
}
const prepare = (facts: readonly OrderFacts[], change: Partial<typeof input> = {}) =>
  prepareBatch.decide({ wanted: facts }, fay, { ...input, ...change }, moment);
const problems = (facts: readonly OrderFacts[]) => refusalOf(() => prepare(facts)).facts.problems;

describe("preparing a batch", () => {
  test("orders leave the queue for the batch; account and address are frozen in it; the sum is its control sum", () => {
    const second = wanted(
      {},
      { endToEndId: "LIM-V26-8AAAA-1-LIM", caseId: idOf("app", "second"), amount: eur(250_000) },
    );
    const decision = prepare([wanted(), second]);
    const [batch] = written(decision.changes, "batch");
    expect(batch).toMatchObject({
      status: "prepared",
      channel: "sepa",
      currency: "EUR",
      total: 1_050_000,
      preparedBy: fay.personId,
    });
    expect(batch?.orders[0]).toMatchObject({
      address: anOrganisation().address,
      account: anOrganisation().accounts[0],
      remittance: "LIM-V26-7K3QX 2026-114",
    });
    expect(patches(decision.changes, "order")[0]).toEqual({
      set: { status: "batched", batchId: batch?.batchId },
      when: { status: "waiting", endToEndId: "LIM-V26-7K3QX-1-LIM" },
    });
    expect(decision.changes.filter(({ op, name }) => op === "remove" && name === "orderWaiting")).toHaveLength(2);
  });

  test("no bank data stands in its event", () => {
    const text = JSON.stringify(prepare([wanted()]).events);
    expect(text).not.toMatch(/SE45|ESSE|Lund laboratory/);
  });

  test("every order that cannot be sent is named with its reason", () => {
    expect(
      problems([wanted({ order: undefined }), wanted({}, { status: "sent" }), wanted({}, { parkId: "lund" })]),
    ).toEqual([
      { endToEndId: "LIM-V26-7K3QX-1-LIM", reason: "unknown" },
      { endToEndId: "LIM-V26-7K3QX-1-LIM", reason: "already-sent" },
      { endToEndId: "LIM-V26-7K3QX-1-LIM", reason: "unknown" },
    ]);
    const noTown = anOrganisation({ address: { ...anOrganisation().address, town: "," } });
    expect(problems([wanted({ payee: noTown })])).toEqual([{ endToEndId: "LIM-V26-7K3QX-1-LIM", reason: "address" }]);
    const noAccount = problems([wanted({ payee: anOrganisation({ accounts: [] }) })]);
    expect(noAccount).toMatchObject([
      {
        reason: "no-channel",
        channels: [{ kind: "sepa", reason: "account-missing" }, { kind: "pain001-cross-border" }],
      },
    ]);
  });

  test("a payee that no park verified is paid nothing: its account is one person's word", () => {
    for (const verification of ["unverified", "rejected"] as const)
      expect(problems([wanted({ payee: anOrganisation({ verification }) })])).toEqual([
        { endToEndId: "LIM-V26-7K3QX-1-LIM", reason: "unverified" },
      ]);
  });

  test("an order named twice is looked up once: it stands in its batch once", async () => {
    const asked: unknown[] = [];
    const reader = {
      get: async (_name: string, key: unknown) => void asked.push(key),
      list: async () => [],
    } as unknown as Reader;
    const [id = ""] = input.endToEndIds;
    await prepareBatch.read(reader, { ...input, endToEndIds: [id, id] }, fay);
    expect(asked).toEqual([{ endToEndId: id }]);
  });

  test("a returned order may be sent again", () => {
    expect(prepare([wanted({}, { status: "returned" })]).result.count).toBe(1);
  });

  test("one batch is one channel", () => {
    const account = { holder: "Lab", other: "001-12345-1234567", bic: "BOFMCAM2", currency: "CAD", country: "CA" };
    const canadian = wanted(
      { payee: anOrganisation({ accounts: [account] }) },
      { endToEndId: "LIM-V26-8AAAA-1-LIM", caseId: idOf("app", "second") },
    );
    const refusal = refusalOf(() => prepare([wanted(), canadian]));
    expect([refusal.code, refusal.facts.channels]).toEqual(["batch.mixed", ["sepa", "pain001-cross-border"]]);
  });

  test("Wales pays Lund by a cross-border order in pounds, never by Bacs (domain 17.3)", () => {
    const gwen = staff("gwen", "finance", "wales");
    const order = anOrder({
      parkId: "wales",
      endToEndId: "WAL-V26-7K3QX-1-WAL",
      amount: { amount: 500_000, currency: "GBP" },
    });
    const decision = prepareBatch.decide(
      { wanted: [wanted({ order, endToEndId: order.endToEndId })] },
      gwen,
      { ...input, parkId: "wales", endToEndIds: [order.endToEndId] },
      moment,
    );
    expect(decision.result).toMatchObject({
      channel: "pain001-cross-border",
      total: { amount: 500_000, currency: "GBP" },
    });
  });

  test("the day is a working day of the park and not past", () => {
    expect(refused(() => prepare([wanted()], { executionDate: "2026-11-23" }))).toBe("invalid batch.day-past");
    expect(refused(() => prepare([wanted()], { executionDate: "2026-11-28" }))).toBe("invalid batch.no-working-day");
    expect(refused(() => prepare([wanted()], { executionDate: "2026-12-25" }))).toBe("invalid batch.no-working-day");
  });

  test("a full batch fits one transaction of eighty items", () => {
    const full = Array.from({ length: ordersMost }, (_, index) =>
      wanted({}, { caseId: idOf("app", `c${index}`), endToEndId: `LIM-V26-${index}-1-LIM` }),
    );
    const decision = prepare(full);
    expect(decision.result.count).toBe(35);
    // And the memory of the act itself.
    expect(changesOf(decision, "payment.prepare-batch", fay.personId, moment).length + 1).toBeLessThanOrEqual(80);
  });

  test("only the park's finance, and nobody who reviewed or belongs to a case in it", () => {
    expect(
      refused(() => prepareBatch.decide({ wanted: [wanted()] }, staff("mia", "manager", "limburg"), input, moment)),
    ).toBe("forbidden actor.role-needed");
    expect(
      refused(() =>
        prepare([
          wanted({
            slots: [aSlot({ tried: [{ personId: fay.personId, reason: "set-aside", at: moment.now, read: true }] })],
          }),
        ]),
      ),
    ).toBe("forbidden duties.reviewer");
    const insider = { ...fay, memberships: memberOf("fay", "lab").memberships };
    expect(refused(() => prepareBatch.decide({ wanted: [wanted()] }, insider, input, moment))).toBe(
      "forbidden duties.own-case",
    );
  });
});
