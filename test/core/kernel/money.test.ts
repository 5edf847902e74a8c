import { isDomainError } from "@multihelix/core/kernel/error.ts";
import {
  add,
  allocate,
  compare,
  isZero,
  type Money,
  min,
  money,
  moneySchema,
  multiplyRate,
  negate,
  subtract,
  sum,
  zero,
} from "@multihelix/core/kernel/money.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";

const eur = (amount: number) => money(amount, "EUR");
const gbp = (amount: number) => money(amount, "GBP");

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
  return "no refusal";
}

describe("money of unlike currencies is never added", () => {
  test("the compiler refuses it", () => {
    // @ts-expect-error pounds are not euros
    expect(codeOf(() => add(eur(1), gbp(1)))).toBe("money.unlike-currencies");
    // @ts-expect-error pounds are not euros
    expect(codeOf(() => subtract(eur(1), gbp(1)))).toBe("money.unlike-currencies");
    // @ts-expect-error pounds are not euros
    expect(codeOf(() => compare(eur(1), gbp(1)))).toBe("money.unlike-currencies");
    // @ts-expect-error pounds are not euros
    expect(codeOf(() => min(eur(1), gbp(1)))).toBe("money.unlike-currencies");
  });

  test("at run time it is refused with both currencies, whatever the types said", () => {
    const stored: Money[] = [eur(100), gbp(100)];
    expect(codeOf(() => sum(stored))).toBe("money.unlike-currencies");
    try {
      sum(stored);
    } catch (error) {
      expect(error).toMatchObject({ kind: "invalid", facts: { left: "EUR", right: "GBP" } });
    }
  });
});

describe("amounts are safe integers of the minor unit", () => {
  test.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])("%s is refused", (amount) => {
    expect(codeOf(() => eur(amount))).toBe("money.not-integer");
    expect(codeOf(() => add({ amount, currency: "EUR" }, eur(0)))).toBe("money.not-integer");
    expect(moneySchema.safeParse({ amount, currency: "EUR" }).success).toBe(false);
  });

  test("a sum beyond safe integers is refused, not rounded", () => {
    expect(codeOf(() => add(eur(Number.MAX_SAFE_INTEGER), eur(1)))).toBe("money.not-integer");
  });

  test("there is no minus zero", () => {
    expect(Object.is(negate(eur(0)).amount, 0)).toBe(true);
    expect(isZero(zero("EUR"))).toBe(true);
  });

  test("an empty list has no sum, because nobody knows its currency", () => {
    expect(codeOf(() => sum([]))).toBe("money.nothing-to-sum");
  });

  test("sum, difference and order agree with exact integers", () => {
    const amounts = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(amounts, (list) => {
        const total = sum(list.map(eur));
        expect(BigInt(total.amount)).toBe(list.reduce((left, right) => left + BigInt(right), 0n));
        expect(isZero(subtract(total, total))).toBe(true);
        expect(min(eur(list[0] ?? 0), ...list.map(eur)).amount).toBe(Math.min(...list));
      }),
    );
  });
});

describe("a part of an amount is exact, then rounded half up", () => {
  test.each([
    [1_000_000, 80, 800_000],
    [1, 50, 1],
    [-1, 50, -1],
    [3, "33.3", 1],
    [105, 10, 11],
    [104, 10, 10],
    [1_234_567, "0.1", 1235],
  ])("%s at %s %% is %s", (amount, percent, expected) => {
    expect(multiplyRate(eur(amount), { percent }).amount).toBe(expected);
  });

  test("1.005 at 100 times has no binary noise", () => {
    expect(multiplyRate(eur(1000), { percent: 100.5 }).amount).toBe(1005);
    expect(multiplyRate(eur(100), { basisPoints: 150 }).amount).toBe(2);
  });

  test("it equals integer arithmetic for every basis point", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e14 }), fc.integer({ min: 0, max: 10_000 }), (amount, basisPoints) => {
        const exact = (BigInt(amount) * BigInt(basisPoints) * 2n + 10_000n) / 20_000n;
        expect(BigInt(multiplyRate(eur(amount), { basisPoints }).amount)).toBe(exact);
      }),
    );
  });
});

describe("sharing out by weights", () => {
  test("the largest cut-off part gets the unit left over", () => {
    expect(allocate(eur(100), [1, 1, 1]).map((share) => share.amount)).toEqual([34, 33, 33]);
    expect(allocate(eur(101), [50, 30, 20]).map((share) => share.amount)).toEqual([51, 30, 20]);
    expect(allocate(eur(10), [0.1, 0.65, 0.25]).map((share) => share.amount)).toEqual([1, 7, 2]);
    expect(allocate(eur(1), [1, 2]).map((share) => share.amount)).toEqual([0, 1]);
  });

  test("a weight of zero gets nothing", () => {
    expect(allocate(eur(7), [0, 1, 0]).map((share) => share.amount)).toEqual([0, 7, 0]);
  });

  test.each([[[]], [[0, 0]], [[1, -1]], [[Number.NaN]]])("weights %j are refused", (weights) => {
    expect(["money.bad-weights", "money.not-a-number"]).toContain(codeOf(() => allocate(eur(1), weights)));
  });

  test("shares add up to the amount, and each is within one unit of its quota", () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), weights, (amount, list) => {
        const shares = allocate(eur(amount), list);
        const total = list.reduce((left, right) => left + BigInt(right), 0n);
        expect(sum(shares).amount).toBe(amount);
        for (const [index, share] of shares.entries()) {
          const off = BigInt(share.amount) * total - BigInt(amount) * BigInt(list[index] ?? 0);
          expect(off < total && off > -total).toBe(true);
        }
      }),
    );
  });
});
