import { balancesOf } from "@multihelix/core/ledger/balance.ts";
import type { Account } from "@multihelix/core/ledger/posting.ts";
import { burnDownOf } from "@multihelix/web/route/finance/burn-down.ts";
import { flowOf, placeFlow } from "@multihelix/web/route/finance/money-flow.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../../../fixture/fast-check.ts";

const words = {
  call: (callId: string) => callId,
  available: "available",
  reserved: "reserved",
  awarded: "awarded",
  returned: "returned",
  paid: "paid",
  unpaid: "unpaid",
  recoverable: "recoverable",
  writtenOff: "writtenOff",
};
const ways: [Account, Account][] = [
  ["available", "appropriation"],
  ["reserved", "available"],
  ["committed", "reserved"],
  ["payable", "committed"],
  ["disbursed", "payable"],
  ["payable", "disbursed"],
  ["recoverable", "disbursed"],
  ["writtenOff", "recoverable"],
  ["returned", "available"],
  // A running voucher moved in, with what was paid of it before.
  ["committed", "appropriation"],
  ["disbursed", "appropriation"],
];

/** Postings that leave no account below zero. */
const story = fc
  .array(fc.tuple(fc.constantFrom(...ways), fc.integer({ min: 1, max: 1_000_000 })), { maxLength: 60 })
  .map((list) => {
    const balances = balancesOf([]);
    return list.flatMap(([[to, from], wish], index) => {
      const amount = from === "appropriation" ? wish : Math.min(wish, balances[from]);
      if (amount <= 0) return [];
      balances[to] += amount;
      balances[from] -= amount;
      return [{ to, from, amount, at: new Date(Date.UTC(2026, 0, 1 + index)).toISOString() }];
    });
  });

function keyOf(postings: { to: Account; from: Account; amount: number; at: string }[], callId = "call_1") {
  const ledger = { parkId: "limburg", fundId: "fund", callId, budgetYear: 2026, currency: "EUR" };
  return { ledger, fund: "Fund", balances: balancesOf(postings), postings, faults: [] } as never;
}

describe("the picture from fund to payment", () => {
  test("every figure is a sum of postings: what enters a node is what it holds, and what leaves it is no more", () => {
    fc.assert(
      fc.property(fc.array(story, { minLength: 1, maxLength: 3 }), (stories) => {
        const flow = flowOf(
          stories.map((postings, index) => keyOf(postings, `call_${index}`)),
          words,
        );
        const balances = balancesOf(stories.flat());
        const of = (id: string) => flow.nodes.find((node) => node.id === id)?.amount ?? 0;
        expect(of("fund fund") + balances.appropriation).toBe(0);
        expect(of("available")).toBe(balances.available);
        expect(of("paid")).toBe(balances.disbursed);
        expect(of("paid") + of("unpaid") + of("recoverable") + of("writtenOff")).toBe(of("awarded"));
        for (const node of flow.nodes.filter(({ column }) => column > 0)) {
          const into = flow.links.filter(({ to }) => to === node.id).reduce((sum, { amount }) => sum + amount, 0);
          expect(into, node.id).toBe(node.amount);
        }
      }),
    );
  });

  test("money asked back was awarded", () => {
    const at = "2026-03-01T09:00:00Z";
    const line = ways.slice(0, 5).map(([to, from]) => ({ to, from, amount: 100, at }));
    const flow = flowOf([keyOf([...line, { to: "recoverable", from: "disbursed", amount: 40, at }])], words);
    const amounts = Object.fromEntries(flow.nodes.map(({ id, amount }) => [id, amount]));
    expect(amounts).toMatchObject({ awarded: 100, paid: 60, recoverable: 40 });
  });

  test("nothing lies outside the picture or on another node", () => {
    fc.assert(
      fc.property(fc.array(story, { minLength: 1, maxLength: 4 }), (stories) => {
        const { nodes } = placeFlow(
          flowOf(
            stories.map((postings, index) => keyOf(postings, `call_${index}`)),
            words,
          ),
        );
        for (const node of nodes) {
          expect(node.y + node.height).toBeLessThanOrEqual(340);
          const below = nodes.filter(({ column, y }) => column === node.column && y > node.y);
          for (const other of below) expect(other.y).toBeGreaterThanOrEqual(node.y + node.height);
        }
      }),
    );
  });
});

describe("how long the money lasts", () => {
  test("the last step is the account's balance", () => {
    fc.assert(
      fc.property(story, (postings) => {
        expect(burnDownOf(keyOf(postings), "2026-12-31T00:00:00Z").available).toBe(balancesOf(postings).available);
      }),
    );
  });

  test("half spent in a hundred days lasts a hundred more", () => {
    const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
    const postings = [
      { to: "available" as const, from: "appropriation" as const, amount: 1000, at: at(0) },
      { to: "reserved" as const, from: "available" as const, amount: 500, at: at(60) },
    ];
    expect(burnDownOf(keyOf(postings), at(100)).lastsUntil).toBe(at(200));
    expect(burnDownOf(keyOf(postings.slice(0, 1)), at(100)).lastsUntil).toBeUndefined();
  });
});
