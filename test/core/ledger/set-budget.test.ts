import type { Posting } from "@multihelix/core/ledger/posting.ts";
import { setBudget } from "@multihelix/core/ledger/set-budget.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const finance = staff("fay", "finance", "limburg");
const ledger = aLedger();
const posting = (given: Partial<Posting>): Posting => ({
  ledger,
  postingId: idOf("pst", `${given.to}${given.amount}`),
  at: at("2026-10-01T08:00:00Z"),
  to: "available",
  from: "appropriation",
  amount: 10_000_000,
  verb: "budget.set",
  actor: "per",
  memo: "",
  version: 0,
  ...given,
});
/** 100,000 € given; one case holds 10,000 € committed and 2,000 € payable of it. */
const facts = {
  call: aCall(),
  budget: { ledger, available: 8_800_000, version: 7 },
  book: undefined,
  postings: [
    posting({}),
    posting({ to: "reserved", from: "available", amount: 1_200_000, caseId }),
    posting({ to: "committed", from: "reserved", amount: 1_200_000, caseId }),
    posting({ to: "payable", from: "committed", amount: 200_000, caseId }),
  ],
};
const set = (amount: number, given: object = {}, actor = finance) =>
  setBudget.decide({ ...facts, ...given }, actor, { ledger, amount }, aMoment());

describe("a budget", () => {
  test("is set for the first time from the appropriation", () => {
    const { changes, postings, result } = set(5_000_000, { budget: undefined, postings: [] });
    expect(result).toEqual({ available: 5_000_000 });
    expect(changes).toMatchObject([
      { op: "create", name: "budget", value: { available: 0 } },
      { op: "create", name: "book", value: { status: "open" } },
    ]);
    expect(postings).toEqual([
      { ledger, to: "available", from: "appropriation", amount: 5_000_000, memo: "budget raised" },
    ]);
  });

  test("is raised and cut by the difference alone, on the budget that was read", () => {
    expect(set(12_000_000)).toMatchObject({
      postings: [{ to: "available", from: "appropriation", amount: 2_000_000 }],
      result: { available: 10_800_000 },
      changes: [
        { op: "check", when: { version: 7 } },
        { op: "create", name: "book" },
      ],
    });
    expect(set(9_000_000)).toMatchObject({
      postings: [{ to: "appropriation", from: "available", amount: 1_000_000 }],
      result: { available: 7_800_000 },
    });
    expect(set(10_000_000)).toEqual({ changes: [], result: { available: 8_800_000 } });
  });

  test("is not cut below what is held: the free amount and the holders are named (domain 17.6)", () => {
    expect(set(1_200_000).result).toEqual({ available: 0 });
    expect(refusalOf(() => set(1_199_999))).toMatchObject({
      kind: "conflict",
      code: "budget.held",
      facts: {
        free: 8_800_000,
        lowest: 1_200_000,
        appropriated: 10_000_000,
        holders: [{ caseId, held: { committed: 1_000_000, payable: 200_000 } }],
      },
    });
  });

  test("whoever holds is named, cases or not, and together they hold the lowest budget", () => {
    const held = [
      posting({ to: "reserved", from: "available", amount: 500_000, memo: "redress reserve" }),
      posting({ to: "disbursed", from: "payable", amount: 150_000, caseId }),
      posting({ to: "recoverable", from: "disbursed", amount: 60_000, caseId }),
      posting({ to: "writtenOff", from: "recoverable", amount: 40_000, caseId }),
      posting({ to: "returned", from: "available", amount: 300_000 }),
    ];
    const given = {
      budget: { ledger, available: 8_000_000, version: 7 },
      postings: [...facts.postings, ...held],
    };
    const { holders, lowest } = refusalOf(() => set(1, given)).facts as {
      lowest: number;
      holders: { caseId?: string; held: Record<string, number> }[];
    };
    expect(holders).toEqual([
      {
        caseId,
        held: { committed: 1_000_000, payable: 50_000, disbursed: 90_000, recoverable: 20_000, writtenOff: 40_000 },
      },
      { held: { reserved: 500_000, returned: 300_000 } },
    ]);
    const sum = holders.flatMap((one) => Object.values(one.held)).reduce((all, one) => all + one, 0);
    expect([sum, lowest]).toEqual([2_000_000, 2_000_000]);
  });

  test("belongs to a payer of the call, and to people of that park", () => {
    expect(
      refused(() =>
        setBudget.decide(facts, finance, { ledger: { ...ledger, budgetYear: 2028 }, amount: 1 }, aMoment()),
      ),
    ).toBe("not_found budget.unknown");
    expect(refused(() => set(1, {}, staff("lars", "finance", "lund")))).toBe("forbidden actor.role-needed");
    expect(refused(() => set(1, {}, staff("ada", "approver", "limburg")))).toBe("forbidden actor.role-needed");
  });
});
