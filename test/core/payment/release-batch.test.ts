import type { AccountChange } from "@multihelix/core/payment/account-change.ts";
import type { Batch } from "@multihelix/core/payment/batch.ts";
import { batchFile } from "@multihelix/core/payment/batch-file.ts";
import { discardBatch } from "@multihelix/core/payment/discard-batch.ts";
import { exportBatch } from "@multihelix/core/payment/export-batch.ts";
import { csvCell } from "@multihelix/core/payment/list-csv.ts";
import { markSent } from "@multihelix/core/payment/mark-sent.ts";
import type { PayeeFacts } from "@multihelix/core/payment/payee-facts.ts";
import { releaseBatch } from "@multihelix/core/payment/release-batch.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import type { SanctionHit } from "@multihelix/core/sanction/sanction.ts";
import { describe, expect, test } from "vitest";
import { anAccountChange } from "../../fixture/build/account-change.ts";
import { staff } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aPreparedBatch } from "../../fixture/build/order.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aClaim, eur } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";
import { schemaComplaints, textsAt } from "../../fixture/xsd.ts";

const fay = staff("fay", "finance", "limburg");
const finn = staff("finn", "finance", "limburg");
const moment = aMoment("2026-11-24T09:00:00Z");

describe("releasing a batch", () => {
  const batch = aPreparedBatch();
  const assessment = {
    by: idOf("per", "mia"),
    at: moment.now,
    lines: [],
    acceptedNet: eur(1),
    paidByApplicant: eur(1),
    payable: eur(1),
    reason: "",
  };
  const line = {
    sent: batch.orders[0] as Batch["orders"][number],
    claim: aClaim({ assessment }),
    slots: [],
    one: aCase(),
    payee: anOrganisation(),
    accountChange: undefined as AccountChange | undefined,
    sanctions: [] as SanctionHit[],
  };
  const release = (actor = finn, change: Partial<typeof line> = {}, of: Partial<Batch> = {}) =>
    releaseBatch.decide(
      { batch: { ...batch, ...of }, lines: [{ ...line, ...change }] },
      actor,
      { parkId: "limburg", batchId: batch.batchId, noInterest: true },
      moment,
    );

  test("another finance officer than the preparer releases it", () => {
    expect(written(release().changes, "batch")[0]).toMatchObject({ status: "released", releasedBy: finn.personId });
    expect(refused(() => release(fay))).toBe("forbidden duties.same-person");
  });
  test("for who has a HARD interest in the company of one line there is no such batch", () => {
    const ties = [{ organisationId: aCase().applicantId, kind: "equity", level: "HARD" } as const];
    expect(refused(() => release({ ...finn, ties }))).toBe("not_found batch.not-found");
    const soft = ties.map((tie) => ({ ...tie, kind: "tenancy", level: "SOFT" }) as const);
    expect(written(release({ ...finn, ties: soft }).changes, "batch")).toHaveLength(1);
  });
  test("the assessor of a claim in it does not", () => {
    const mia = staff("mia", "finance", "limburg");
    expect(refused(() => release(mia))).toBe("forbidden duties.same-person");
  });
  test("a payee that came onto a sanctions list since preparing stops it, and so does an account that is being changed", () => {
    const hit = { name: "laboratory lund", reference: "EU.1" };
    expect(refused(() => release(finn, { sanctions: [hit] }))).toBe("conflict batch.sanctioned");
    const accountChange = anAccountChange({ status: "confirmed" });
    expect(refused(() => release(finn, { accountChange }))).toBe("conflict batch.account-changed");
  });
  test("an account that changed since preparing stops it", () => {
    const account = {
      ...(anOrganisation().accounts[0] as Batch["orders"][number]["account"]),
      iban: "SE3550000000054910000003",
    };
    expect(refused(() => release(finn, { payee: anOrganisation({ accounts: [account] }) }))).toBe(
      "conflict batch.account-changed",
    );
  });
  test("nobody of either party releases a payment of their own case", () => {
    const { applicantId, providerId } = aCase();
    const own = { personId: finn.personId, level: "viewer" as const, version: 0 };
    for (const organisationId of [applicantId, providerId]) {
      const memberships = organisationId === undefined ? [] : [{ ...own, organisationId }];
      expect(refused(() => release({ ...finn, memberships }))).toBe("forbidden duties.own-case");
    }
  });
  test("a payee whose verification was lost since preparing stops it", () => {
    const payee = anOrganisation({ verification: "unverified" });
    expect(refused(() => release(finn, { payee }))).toBe("conflict batch.unverified");
  });
  test("a day that has passed at the park stops it; the day itself does not", () => {
    expect(refused(() => release(finn, {}, { executionDate: "2026-11-23" }))).toBe("conflict batch.day-over");
    expect(release(finn, {}, { executionDate: "2026-11-24" }).result.status).toBe("released");
  });
  test("a control sum that does not hold stops it", () => {
    expect(refused(() => release(finn, {}, { total: 800_001 }))).toBe("conflict batch.control-sum");
  });
  test("only a prepared one; the same officer again is no error", () => {
    expect(refused(() => release(finn, {}, { status: "sent" }))).toBe("conflict batch.wrong-status");
    expect(
      release(finn, {}, { status: "released", releasedBy: finn.personId, releasedAt: at("2026-11-24T08:00:00Z") }),
    ).toEqual({
      changes: [],
      result: { status: "released", releasedAt: "2026-11-24T08:00:00.000Z" },
    });
  });
  test("another park's finance finds no such batch", () => {
    const lisa = staff("lisa", "finance", "lund");
    expect(refused(() => release(lisa))).toBe("forbidden actor.role-needed");
    expect(
      refused(() =>
        releaseBatch.decide(
          { batch: undefined, lines: [] },
          lisa,
          { parkId: "lund", batchId: batch.batchId, noInterest: true },
          moment,
        ),
      ),
    ).toBe("not_found batch.not-found");
  });
});

describe("after the release", () => {
  const released = aPreparedBatch({
    status: "released",
    releasedBy: finn.personId,
    releasedAt: at("2026-11-24T08:00:00Z"),
  });
  const key = { parkId: "limburg", batchId: released.batchId };

  test("its file validates against ISO 20022 and carries sum, account and reference", () => {
    const file = batchFile(released, moment.network);
    expect(schemaComplaints("pain.001.001.09.xsd")(file.text)).toEqual([]);
    expect(textsAt(file.text, "//p:BtchBookg")).toEqual(["false"]);
    expect(textsAt(file.text, "//p:CtrlSum")).toEqual(["8000.00", "8000.00"]);
    expect(textsAt(file.text, "//p:EndToEndId")).toEqual(["LIM-V26-7K3QX-1-LIM"]);
    expect(textsAt(file.text, "//p:CdtrAcct//p:IBAN")).toEqual(["SE4550000000058398257466"]);
    expect(batchFile(released, moment.network).text).toBe(file.text);
  });

  test("before it there is no file", () => {
    expect(refused(() => batchFile(aPreparedBatch(), moment.network))).toBe("conflict batch.not-released");
  });

  test("national clearings get their lists", () => {
    const account = { holder: "Lab", iban: "GB29NWBK60161331926819", currency: "GBP", country: "GB" };
    const [order] = released.orders;
    const british = {
      ...released,
      parkId: "wales",
      channel: "bacs-csv",
      currency: "GBP",
      orders: [
        {
          ...(order as Batch["orders"][number]),
          account,
          payeeName: "=Lab, Ltd",
          amount: { amount: 80_005, currency: "GBP" },
        },
      ],
    };
    expect(batchFile(british, moment.network).text).toBe(
      'Sort code,Account number,Payee,Amount,Currency,Execution date,End-to-end id,Remittance\r\n601613,31926819,".Lab, Ltd",800.05,GBP,2026-11-25,LIM-V26-7K3QX-1-LIM,LIM-V26-7K3QX 2026-114\r\n',
    );
  });

  test("no cell starts a formula", () => {
    for (const text of ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1"])
      expect(csvCell(text).replace(/^"/, "").startsWith("'")).toBe(true);
  });

  test("marked sent, its orders are sent and stand in no other batch", () => {
    const decision = markSent.decide({ batch: released, lines: [] }, fay, key, moment);
    expect(written(decision.changes, "batch")[0]).toMatchObject({ status: "sent", sentBy: fay.personId });
    expect(patches(decision.changes, "order")).toEqual([
      { set: { status: "sent" }, when: { status: "batched", endToEndId: "LIM-V26-7K3QX-1-LIM" } },
    ]);
    expect(refused(() => markSent.decide({ batch: aPreparedBatch(), lines: [] }, fay, key, moment))).toBe(
      "conflict batch.wrong-status",
    );
  });

  test("what changed about a payee since stops it from being marked sent", () => {
    const [sent] = released.orders;
    if (sent === undefined) throw new Error("the batch has an order");
    const sound = { payee: anOrganisation(), accountChange: undefined, sanctions: [] };
    const mark = (facts: PayeeFacts) =>
      markSent.decide({ batch: released, lines: [{ sent, facts }] }, fay, key, moment).result.status;
    expect(mark(sound)).toBe("sent");
    const accountChange = anAccountChange({ status: "proposed" });
    expect(refused(() => mark({ ...sound, accountChange }))).toBe("conflict batch.account-changed");
    const hit = { name: "laboratory lund", reference: "EU.1" };
    expect(refused(() => mark({ ...sound, sanctions: [hit] }))).toBe("conflict batch.sanctioned");
    expect(refused(() => mark({ ...sound, payee: anOrganisation({ verification: "unverified" }) }))).toBe(
      "conflict batch.unverified",
    );
  });

  test("its file is not given out with it either", async () => {
    const file = async (organisation = anOrganisation()) => {
      const items: Record<string, unknown> = { batch: released, organisation, case: aCase() };
      const store = { get: async (entity: string) => items[entity], list: async () => [] };
      const deps = { store, clock: { now: () => moment.now }, network: { current: async () => moment.network } };
      return exportBatch(deps as unknown as Deps, fay, "limburg", released.batchId);
    };
    expect((await file()).text).toContain("LIM-V26-7K3QX-1-LIM");
    await expect(file(anOrganisation({ verification: "unverified" }))).rejects.toMatchObject({
      code: "batch.unverified",
    });
  });

  test("released, it is taken back by another person than released it, with a reason; sent, by nobody", () => {
    const discard = (batch: Batch, actor = fay, reason?: string, cases = [aCase()]) =>
      discardBatch.decide({ batch, cases }, actor, { ...key, ...(reason === undefined ? {} : { reason }) }, moment);
    expect(refused(() => discard({ ...released, status: "sent" }, fay, "wrong"))).toBe("conflict batch.wrong-status");
    expect(refused(() => discard(released, finn, "wrong"))).toBe("forbidden duties.same-person");
    expect(refused(() => discard(released))).toBe("invalid batch.reason-needed");
    const ties = [{ organisationId: aCase().applicantId, kind: "equity", level: "HARD" } as const];
    expect(refused(() => discard(released, { ...fay, ties }, "wrong"))).toBe("not_found batch.not-found");
    const [withdrawn] = written(discard(released, fay, "Lars closed it").changes, "batch");
    expect(withdrawn).toMatchObject({ status: "discarded", discardedBy: fay.personId });
    expect(withdrawn?.withdrawn).toEqual({ reason: "Lars closed it", at: moment.now });
    // Its orders stay in it until each has another reference; anybody goes on with that.
    expect(patches(discard(released, fay, "Lars closed it").changes, "order")).toEqual([]);
    expect(discard(withdrawn as Batch, finn).changes).toEqual([]);
    expect(JSON.stringify(discard(released, fay, "Lars closed it").events)).not.toContain("Lars");
  });

  test("not released, it is discarded by one person", () => {
    const decision = discardBatch.decide({ batch: aPreparedBatch(), cases: [] }, fay, key, moment);
    expect(patches(decision.changes, "order")[0]?.set).toEqual({ status: "waiting", batchId: undefined });
    expect(written(decision.changes, "orderWaiting")).toMatchObject([{ caseId, endToEndId: "LIM-V26-7K3QX-1-LIM" }]);
  });
});
