import { drawOf } from "@multihelix/core/claim/draw.ts";
import { reverseClearance } from "@multihelix/core/claim/reverse-clearance.ts";
import { balancesOf } from "@multihelix/core/ledger/balance.ts";
import { type Book, newBook, nextYear } from "@multihelix/core/ledger/book.ts";
import type { PostingDraft } from "@multihelix/core/ledger/posting.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
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

  test("what came back of an earlier claim is still asked for, whether a new batch holds it or not", () => {
    for (const status of ["returned", "batched", "sent"] as const) {
      const back = anOrder({ claim: 2, status, sending: 2, endToEndId: "back" });
      const { changes } = reverseClearance.decide(cleared([anOrder(), back]), fay, input, moment);
      expect(written(changes, "task").map(({ kind, slot, round }) => [kind, slot, round])).toEqual([
        ["pay-again", "limburg.2", 2],
      ]);
    }
    const paid = anOrder({ claim: 2, status: "booked", endToEndId: "paid" });
    expect(written(reverseClearance.decide(cleared([anOrder(), paid]), fay, input, moment).changes, "task")).toEqual(
      [],
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

  describe("after the end of the budget year that owes it", () => {
    const { ledger } = aShare();
    const next = nextYear(ledger);
    const books = (status: Book["status"], later: Book["status"] = "open"): Book[] => [
      { ...newBook(ledger), status, version: 7 },
      { ...newBook(next), status: later, given: 600_000 },
    ];
    /** 4,000 of 10,000 were cleared; the other 6,000 were carried over. */
    const interim = {
      ...cleared(),
      voucher: aVoucher({ left: eur(600_000) }),
      claims: [
        aClaim({
          status: "accepted",
          interim: true,
          checkedBy: idOf("per", "fay"),
          draws: [{ parkId: "limburg", counted: eur(400_000), amount: eur(400_000) }],
        }),
      ],
      shares: [aShare({ payable: 400_000, returned: 600_000 }), aShare({ committed: 600_000 }, next)],
      books: books("ended"),
    };
    const held = (postings: readonly PostingDraft[] = [], year: number) => {
      const { payable, committed } = balancesOf(postings.filter((posting) => posting.ledger.budgetYear === year));
      return { payable, committed };
    };

    test("it is carried over at once to the rest: cleared again, the same claim is paid the same", () => {
      const { changes, postings, events, result } = reverseClearance.decide(interim, fay, input, moment);
      expect(result.left).toEqual(eur(1_000_000));
      expect(held(postings, ledger.budgetYear)).toEqual({ payable: -400_000, committed: 0 });
      expect(held(postings, next.budgetYear)).toEqual({ payable: 0, committed: 400_000 });
      expect(postings?.map(({ memo }) => memo)).toContain(`carried over from ${ledger.budgetYear}`);
      expect(written(changes, "book")).toMatchObject([{ ledger: next, given: 600_000 }]);
      expect(changes).toContainEqual(expect.objectContaining({ op: "check", name: "book", when: { version: 7 } }));
      expect(events?.map(({ type }) => type)).toEqual(["claim.clearing-reversed", "ledger.carried-over"]);
      const shares = [aShare({ returned: 1_000_000 }), aShare({ committed: 1_000_000 }, next)];
      const again = drawOf(eur(400_000), result.left, aCall().payers, shares);
      expect(again).toMatchObject([{ share: { budgetYear: next.budgetYear }, amount: eur(400_000), rest: 600_000 }]);
    });

    test("a claim that had used up the award brings the next year's share with it", () => {
      const facts = { ...cleared(), books: books("ended") };
      const { changes, postings } = reverseClearance.decide(facts, fay, input, moment);
      expect(written(changes, "share")).toMatchObject([{ budgetYear: next.budgetYear, committed: 0 }]);
      expect(held(postings, next.budgetYear)).toEqual({ payable: 0, committed: 800_000 });
    });

    test("the next year ended too, it goes to the first that is open", () => {
      const third = { ...newBook(nextYear(next)), version: 2 };
      const facts = { ...cleared(), books: [...books("ended", "ended"), third] };
      const { changes, postings } = reverseClearance.decide(facts, fay, input, moment);
      expect(written(changes, "book")).toMatchObject([{ ledger: third.ledger }]);
      expect(held(postings, next.budgetYear + 1)).toEqual({ payable: 0, committed: 800_000 });
    });

    test("not in a year that was closed, nor where no later one is open: what is committed there anew would never leave it", () => {
      for (const years of [books("closed"), books("ended", "closed")])
        expect(
          refusalOf(() => reverseClearance.decide({ ...cleared(), books: years }, fay, input, moment)),
        ).toMatchObject({
          code: "claim.year-closed",
          facts: { year: ledger.budgetYear },
        });
    });
  });
});
