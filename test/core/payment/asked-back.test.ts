/** The bank returns a payment that its park has asked back: it is booked on one side only, and the rest of the statement goes on. */
import { bookStatement } from "@multihelix/core/payment/book-statement.ts";
import { queueChanges } from "@multihelix/core/payment/new-order.ts";
import type { OrderFacts } from "@multihelix/core/payment/order-facts.ts";
import { returnLine } from "@multihelix/core/payment/return-line.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { issuedVoucher, limburg } from "../../fixture/build/issued-voucher.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrder } from "../../fixture/build/order.ts";
import { aRecovery } from "../../fixture/build/use-redress.ts";
import { aClaim, aShare, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";
import { refusalOf } from "../../fixture/refusal.ts";

const fay = staff("fay", "finance", "limburg");
const moment = aMoment("2026-11-27T09:00:00Z");
const order = anOrder({ status: "booked", bookedOn: "2026-11-20", bankReference: "R1", version: 0 });
const recovery = aRecovery({ debtorId: order.payeeId, version: 0 });
const line = {
  parkId: "limburg",
  endToEndId: order.endToEndId,
  bookedOn: "2026-11-26",
  amount: order.amount.amount,
  currency: "EUR",
  reference: "R2",
};

describe("a return of what was paid", () => {
  const facts = (given: Partial<OrderFacts>): OrderFacts => ({
    order,
    one: aCase({ status: "redeemed" }),
    voucher: aVoucher({ left: eur(0) }),
    claim: aClaim({ status: "paid" }),
    share: aShare({ disbursed: order.amount.amount }),
    lock: undefined,
    batch: undefined,
    others: [],
    tasks: [],
    payees: [],
    ...given,
  });
  const refusal = (given: Partial<OrderFacts>) => refusalOf(() => returnLine.decide(facts(given), fay, line, moment));

  test("is not paid again while the same is asked back of that payee, even where enough else was paid", () => {
    expect(refusal({ recoveries: [recovery] })).toMatchObject({
      code: "payment.asked-back",
      facts: { endToEndId: order.endToEndId, recovery: 1, owed: recovery.amount, covers: false },
    });
    const whole = { ...recovery, amount: order.amount };
    expect(refusal({ recoveries: [whole] })).toMatchObject({ facts: { owed: order.amount, covers: true } });
  });

  test("of withheld tax is booked: the authority is asked for nothing", () => {
    const tax = { ...order, purpose: "tax" as const };
    const share = aShare({ disbursed: 2 * order.amount.amount });
    const given = facts({ order: tax, share, recoveries: [recovery] });
    expect(returnLine.decide(given, fay, line, moment).postings).toHaveLength(1);
  });

  test("is booked once the recovery is cancelled, or where another owes it", () => {
    const cancelled = { ...recovery, status: "cancelled" as const };
    const ofAnother = { ...recovery, debtorId: idOf("org", "another") };
    for (const recoveries of [[cancelled], [ofAnother]])
      expect(returnLine.decide(facts({ recoveries }), fay, line, moment).postings).toHaveLength(1);
  });

  test("is refused where less than it is left of what was paid, with what is left", () => {
    const received = { ...recovery, status: "received" as const };
    const share = aShare({ disbursed: order.amount.amount - 1 });
    expect(refusal({ recoveries: [received], share })).toMatchObject({
      code: "payment.came-back",
      facts: { paid: { amount: order.amount.amount - 1, currency: "EUR" } },
    });
  });
});

describe("in a statement, on the real store", () => {
  let deps: TestDeps;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ deps, stop } = await startTestDeps({ now: "2026-11-27T09:00:00Z" }));
    const told = ["case", "voucher", "share", "posting"];
    await deps.store.commit([
      ...issuedVoucher().filter(({ name }) => !told.includes(name)),
      { op: "create", name: "case", value: aCase({ status: "redeemed", version: 0 }) },
      { op: "create", name: "voucher", value: aVoucher({ left: eur(0), version: 0 }) },
      { op: "create", name: "share", value: aShare({ recoverable: order.amount.amount, version: 0 }, limburg) },
      { op: "create", name: "claim", value: aClaim({ status: "paid", version: 0 }) },
      { op: "create", name: "recovery", value: { ...recovery, amount: order.amount } },
      { op: "create", name: "order", value: order },
      ...queueChanges(order, aMoment()).slice(0, 1),
    ]);
  });
  afterAll(() => stop());

  test("the line is refused by itself with the recovery, nothing moves, and the lines after it are looked at", async () => {
    const header = "endToEndId,bookedOn,amount,currency,reference\n";
    const cents = (order.amount.amount / 100).toFixed(2);
    const text = `${header}${order.endToEndId},2026-11-26,-${cents},EUR,R2\nNOBODYS,2026-11-26,10.00,EUR,R3\n`;
    const { lines } = await bookStatement(deps, fay, "limburg", text);
    expect(lines).toMatchObject([
      { outcome: "refused", code: "payment.asked-back", facts: { recovery: 1 } },
      { outcome: "refused", code: "payment.unknown" },
    ]);
    expect(await deps.store.list("posting", { ledger: limburg, caseId })).toEqual([]);
    expect((await deps.store.get("order", { caseId, parkId: "limburg", claim: 1, purpose: "payee" }))?.status).toBe(
      "booked",
    );
  });
});
