import { voucherIdOf } from "@multihelix/core/kernel/id.ts";
import type { Order } from "@multihelix/core/payment/batch.ts";
import { bookLine } from "@multihelix/core/payment/book-line.ts";
import type { OrderFacts } from "@multihelix/core/payment/order-facts.ts";
import { returnLine } from "@multihelix/core/payment/return-line.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aLedger } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrder, aPreparedBatch } from "../../fixture/build/order.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aRecipient, aShare, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const fay = staff("fay", "finance", "limburg");
const moment = aMoment("2026-11-27T09:00:00Z");
const batch = aPreparedBatch({ status: "sent", releasedAt: at("2026-11-24T08:00:00Z") });
const line = {
  parkId: "limburg",
  endToEndId: "LIM-V26-7K3QX-1-LIM",
  bookedOn: "2026-11-26",
  amount: 800_000,
  currency: "EUR",
  reference: "KBC 998877",
};
const sent = (change: Partial<Order> = {}) => anOrder({ status: "sent", batchId: batch.batchId, ...change });

function facts(given: Partial<OrderFacts> = {}): OrderFacts {
  return {
    order: sent(),
    one: aCase({ status: "paying" }),
    voucher: aVoucher({ left: eur(0) }),
    claim: aClaim({ status: "accepted" }),
    share: aShare({ payable: 800_000 }),
    lock: undefined,
    batch,
    others: [],
    tasks: [aTask("pay")],
    payees: [aRecipient("lars")],
    ...given,
  };
}
const book = (given: Partial<OrderFacts> = {}, change: Partial<typeof line> = {}, who = fay) =>
  bookLine.decide(facts(given), who, { ...line, ...change }, moment);

describe("the bank's booking", () => {
  test("of a claim with award left: the voucher is used further, as a further attempt, in time for another report", () => {
    const voucher = aVoucher({ left: eur(200_000), expires: at("2026-11-20T22:59:59Z") });
    const decision = book({ voucher });
    expect(decision.result.redeemed).toBe(false);
    expect(written(decision.changes, "case")[0]).toMatchObject({ status: "in-use", useAttempt: 2 });
    expect(written(decision.changes, "claim")[0]?.status).toBe("paid");
    expect(written(decision.changes, "voucher")[0]?.expires).toBe("2026-11-27T22:59:59.000Z");
    expect(decision.effects?.map(({ body }) => body.kind)).toContain("start-execution");
    expect(answersOf(decision.changes)).toEqual([{ outcome: "booked", round: 1 }]);
  });

  test("of an earlier claim's money that had come back settles that claim beside whatever goes on", () => {
    const decision = book({ one: aCase({ status: "in-use" }), voucher: aVoucher({ left: eur(200_000) }), tasks: [] });
    expect(written(decision.changes, "case")).toEqual([]);
    expect(written(decision.changes, "claim")[0]?.status).toBe("paid");
  });

  test("while another claim's money is on its way, neither redeems the voucher alone", () => {
    const others = [anOrder({ status: "sent", claim: 2, endToEndId: "LIM-V26-7K3QX-2-LIM" })];
    const decision = book({ others });
    expect(decision.result.redeemed).toBe(false);
    expect(written(decision.changes, "claim")[0]?.status).toBe("paid");
    expect(written(decision.changes, "case")).toEqual([]);
  });

  test("disbursed ← payable, the voucher is redeemed, the payee is told, the workflow goes on", () => {
    const decision = book();
    expect(decision.result.redeemed).toBe(true);
    expect(decision.postings).toEqual([
      {
        ledger: aLedger(),
        to: "disbursed",
        from: "payable",
        amount: 800_000,
        caseId: aCase().caseId,
        day: "2026-11-26",
        memo: "bank 2026-11-26",
      },
    ]);
    expect(written(decision.changes, "case")[0]?.status).toBe("redeemed");
    expect(written(decision.changes, "claim")[0]?.status).toBe("paid");
    expect(patches(decision.changes, "order")[0]?.set).toEqual({
      status: "booked",
      bookedOn: "2026-11-26",
      bankReference: "KBC 998877",
    });
    expect(answersOf(decision.changes)).toEqual([{ outcome: "booked", round: 1 }]);
    expect(written(decision.changes, "letter").map(({ kind }) => kind)).toEqual(["payment-advice"]);
    expect(decision.changes).toContainEqual({
      op: "add",
      name: "batch",
      key: { parkId: "limburg", batchId: batch.batchId },
      by: { booked: 1 },
    });
  });

  test("holds only while the order is sent, under the reference of the line", () => {
    expect(patches(book().changes, "order")).toMatchObject([
      { set: { status: "booked" }, when: { status: "sent", endToEndId: line.endToEndId } },
    ]);
  });

  test("the bank's reference stands on the order only: not in events, postings or letters", () => {
    const { events, postings, changes } = book();
    expect(JSON.stringify([events, postings, written(changes, "letter")])).not.toContain("998877");
  });

  test("where another park still owes its part, the case stays in paying and nothing is told to the workflow", () => {
    const lund = sent({ parkId: "lund", endToEndId: "LIM-V26-7K3QX-1-LUN" });
    const decision = book({ others: [lund] });
    expect(decision.result.redeemed).toBe(false);
    expect(written(decision.changes, "case")).toEqual([]);
    expect(answersOf(decision.changes)).toEqual([]);
    // Two last bookings at once must see each other: the other order is checked to be unchanged.
    expect(decision.changes).toContainEqual(
      expect.objectContaining({
        op: "check",
        name: "order",
        when: { status: "sent", endToEndId: lund.endToEndId, returnableUntil: null },
      }),
    );
    expect(book({ others: [{ ...lund, status: "booked" }] }).result.redeemed).toBe(true);
  });

  test("a bank that is faster than the workflow redeems the voucher without an open task", () => {
    const decision = book({ tasks: [] });
    expect(written(decision.changes, "case")[0]?.status).toBe("redeemed");
  });

  test.each([
    ["an unknown reference", {}, { order: undefined }, "not_found payment.unknown"],
    ["an order of another park", {}, { order: sent({ parkId: "lund" }) }, "not_found payment.unknown"],
    ["another amount", { amount: 799_999 }, {}, "conflict payment.amount-differs"],
    ["another currency", { currency: "GBP" }, {}, "conflict payment.amount-differs"],
    ["a booking in the future", { bookedOn: "2026-11-28" }, {}, "invalid payment.in-future"],
    ["a booking before the release", { bookedOn: "2026-11-23" }, {}, "invalid payment.before-release"],
    ["an order that only waits", {}, { order: sent({ status: "waiting" }) }, "conflict payment.not-sent"],
    ["an order that is only batched", {}, { order: sent({ status: "batched" }) }, "conflict payment.not-sent"],
    [
      "a second booking",
      {},
      { order: sent({ status: "booked", bookedOn: "2026-11-25", bankReference: "x" }) },
      "conflict payment.already-booked",
    ],
    ["an older sending", {}, { order: sent({ endToEndId: "LIM-V26-7K3QX-1-LIM-2" }) }, "conflict payment.superseded"],
  ])("%s is refused", (_, change, given, expected) => {
    expect(refused(() => book(given as Partial<OrderFacts>, change))).toBe(expected);
  });

  test("a wrong amount is told with both figures", () => {
    expect(refusalOf(() => book({}, { amount: 1 })).facts).toEqual({
      endToEndId: line.endToEndId,
      expected: { amount: 800_000, currency: "EUR" },
      found: { amount: 1, currency: "EUR" },
    });
  });

  test("the same line again changes nothing", () => {
    expect(
      book({
        one: aCase({ status: "redeemed" }),
        order: sent({ status: "booked", bookedOn: "2026-11-26", bankReference: "KBC 998877" }),
      }),
    ).toMatchObject({ changes: [], result: { redeemed: true } });
  });

  test("only finance of the park books", () => {
    expect(refused(() => book({}, {}, staff("mia", "manager", "limburg")))).toBe("forbidden actor.role-needed");
    expect(refused(() => book({}, {}, staff("lisa", "finance", "lund")))).toBe("forbidden actor.role-needed");
  });
});

describe("money that comes back", () => {
  const returned = { ...line, bookedOn: "2026-11-27", reference: "R 1" };
  const booked = sent({ status: "booked", bookedOn: "2026-11-26", bankReference: "KBC 998877" });
  const share = aShare({ disbursed: 800_000 });
  const give = (given: Partial<OrderFacts>) => returnLine.decide(facts({ share, ...given }), fay, returned, moment);

  test("after redeemed: payable ← disbursed, the voucher is in paying again in a new attempt, aid is unchanged (domain 17.4)", () => {
    const decision = give({
      order: booked,
      one: aCase({ status: "redeemed", restarts: 2 }),
      claim: aClaim({ status: "paid" }),
    });
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["payable", "disbursed", 800_000],
    ]);
    expect(written(decision.changes, "case")[0]).toMatchObject({ status: "paying", useAttempt: 2, restarts: 0 });
    expect(written(decision.changes, "claim")[0]?.status).toBe("accepted");
    expect(decision.effects?.[0]?.body).toMatchObject({
      kind: "start-execution",
      workflow: "voucher-use",
      executionName: `${voucherIdOf(caseId)}-2`,
      input: { from: "Pay", attempt: 2 },
    });
    expect(decision.changes.some(({ name }) => name === "aidGrant")).toBe(false);
  });

  test("it waits to be sent again under another reference", () => {
    const decision = give({ order: booked });
    expect(written(decision.changes, "order")[0]).toMatchObject({
      status: "returned",
      sending: 2,
      endToEndId: "LIM-V26-7K3QX-1-LIM-2",
      returnedOn: "2026-11-27",
    });
    expect(written(decision.changes, "order")[0]?.bookedOn).toBeUndefined();
    expect(written(decision.changes, "orderRef")).toMatchObject([{ endToEndId: "LIM-V26-7K3QX-1-LIM-2" }]);
    expect(written(decision.changes, "orderWaiting")).toHaveLength(1);
    expect(written(decision.changes, "case")).toEqual([]);
  });

  test("an order that the bank refused before booking it moves no money", () => {
    const decision = give({ order: sent() });
    expect(decision.postings).toEqual([]);
    expect(decision.changes.some(({ op, name }) => op === "add" && name === "batch")).toBe(false);
  });

  test("what was never sent cannot come back, nor before it was booked", () => {
    expect(refused(() => give({ order: sent({ status: "waiting" }) }))).toBe("conflict payment.not-sent");
    expect(refused(() => give({ order: { ...booked, bookedOn: "2026-11-28" } }))).toBe(
      "invalid payment.returned-before-booked",
    );
  });
});
