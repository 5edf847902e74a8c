import { reverseClearance } from "@multihelix/core/claim/reverse-clearance.ts";
import { type Book, newBook } from "@multihelix/core/ledger/book.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrder } from "../../fixture/build/order.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aShare, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const fay = staff("fay", "finance", "limburg");
const moment = aMoment("2026-11-25T09:00:00Z");
const input = { caseId, reasons: "The invoice was of another project.", noInterest: true } as const;
const cleared = (orders = [anOrder()]) => ({
  ...useFacts({
    one: aCase({ status: "paying", useAttempt: 1 }),
    voucher: aVoucher({ left: eur(0) }),
    tasks: [aTask("pay", { round: 4 })],
    claims: [
      aClaim({
        status: "accepted",
        checkedBy: idOf("per", "fay"),
        draws: [{ parkId: "limburg", counted: eur(800_000), amount: eur(800_000) }],
      }),
    ],
    shares: [aShare({ payable: 800_000 })],
  }),
  orders,
  books: [] as Book[],
});

describe("an accepted claim is reversed before sending", () => {
  test("committed ← payable, its order and reference are gone, the manager looks at the claim again", () => {
    const { changes, postings, effects, result } = reverseClearance.decide(cleared(), fay, input, moment);
    expect(result).toEqual({ outcome: "reversed", claim: 1, left: eur(800_000) });
    expect(postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([["committed", "payable", 800_000]]);
    expect(changes.filter(({ op }) => op === "remove").map(({ name }) => name)).toEqual([
      "order",
      "orderRef",
      "orderWaiting",
    ]);
    expect(written(changes, "case")[0]).toMatchObject({ status: "claim-check", useAttempt: 2 });
    expect(written(changes, "voucher")[0]?.left).toEqual(eur(800_000));
    const [claim] = written(changes, "claim");
    expect(claim).toMatchObject({ status: "confirmed", sentBack: [{ reason: input.reasons, by: fay.personId }] });
    expect([claim?.draws, claim?.assessment, claim?.checkedBy]).toEqual([undefined, undefined, undefined]);
    expect(effects?.map(({ body }) => body.kind)).toEqual(
      expect.arrayContaining(["stop-execution", "start-execution"]),
    );
  });

  test("whoever was told that it is paid is told that it is looked at again", () => {
    const { changes } = reverseClearance.decide(cleared(), fay, input, moment);
    expect(written(changes, "letter").map(({ kind, to }) => `${kind} ${to.name}`)).toEqual(["claim-reversed lars"]);
  });

  test.each(["batched", "sent", "booked", "returned"] as const)(
    "an order that is %s is named, and nothing is reversed",
    (status) => {
      const facts = cleared([anOrder({ status })]);
      expect(refusalOf(() => reverseClearance.decide(facts, fay, input, moment))).toMatchObject({
        code: "claim.in-batch",
        facts: { orders: [{ endToEndId: "LIM-V26-7K3QX-1-LIM", status }] },
      });
    },
  );

  test("an order that came back once was with a bank: it is never reversed", () => {
    const facts = cleared([anOrder({ status: "waiting", sending: 2 })]);
    expect(refused(() => reverseClearance.decide(facts, fay, input, moment))).toBe("conflict claim.in-batch");
  });

  test("it is finance's to do, and only where a claim was cleared", () => {
    expect(refused(() => reverseClearance.decide(cleared(), staff("mia", "manager", "limburg"), input, moment))).toBe(
      "forbidden actor.role-needed",
    );
    const facts = { ...cleared(), one: aCase({ status: "redeemed" }) };
    expect(refused(() => reverseClearance.decide(facts, fay, input, moment))).toBe("conflict claim.not-cleared");
  });

  test("not in a year that was closed: what is committed there anew would never leave it; an ended year takes it", () => {
    const { ledger } = aShare({ payable: 800_000 });
    const inYear = (status: Book["status"]) => ({ ...cleared(), books: [{ ...newBook(ledger), status, version: 7 }] });
    expect(refusalOf(() => reverseClearance.decide(inYear("closed"), fay, input, moment))).toMatchObject({
      code: "claim.year-closed",
      facts: { year: ledger.budgetYear },
    });
    const { changes } = reverseClearance.decide(inYear("ended"), fay, input, moment);
    expect(changes).toContainEqual(expect.objectContaining({ op: "check", name: "book", when: { version: 7 } }));
  });
});
