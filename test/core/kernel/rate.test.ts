import type { DomainError } from "@multihelix/core/kernel/error.ts";
import { money } from "@multihelix/core/kernel/money.ts";
import { convert, cross, identityRate, invert, type Rate, rateSchema } from "@multihelix/core/kernel/rate.ts";
import { describe, expect, test } from "vitest";
import { csvRows } from "../../fixture/csv.ts";
import { fc } from "../../fixture/fast-check.ts";

const june = csvRows("fx/rates-2026.csv").find((row) => row.month === "2026-06") ?? {};
const rateTo = (quote: string): Rate => ({
  base: "EUR",
  quote,
  rate: june[`EUR/${quote}`] ?? "",
  source: "synthetic month-end rates",
  date: "2026-06-30",
  period: "2026-06",
});

describe("the published conversions of June 2026", () => {
  test.each([
    ["CAD", 15_736_000],
    ["GBP", 8_615_800],
    ["SEK", 109_938_000],
  ])("EUR 100,000 in %s", (quote, expected) => {
    const rate = rateTo(quote);
    expect(convert(money(10_000_000, "EUR"), rate)).toEqual({ money: { amount: expected, currency: quote }, rate });
  });

  test.each([
    ["CAD", 6_354_855],
    ["GBP", 11_606_583],
    ["SEK", 909_604],
  ])("100,000 of %s in EUR", (base, expected) => {
    expect(convert(money(10_000_000, base), invert(rateTo(base))).money).toEqual({ amount: expected, currency: "EUR" });
  });
});

describe("conversion", () => {
  test("rounds half up once, at the quote's own minor unit", () => {
    const rate = { ...rateTo("CAD"), rate: "1.5" };
    expect(convert(money(1, "EUR"), rate).money.amount).toBe(2);
    expect(convert(money(-1, "EUR"), rate).money.amount).toBe(-2);
    expect(convert(money(1, "EUR"), { ...rate, rate: "1.49999999" }).money.amount).toBe(1);
    expect(convert(money(100, "EUR"), { ...rate, quote: "JPY", rate: "170.5" }).money).toEqual({
      amount: 171,
      currency: "JPY",
    });
    expect(convert(money(100, "JPY"), { ...rate, base: "JPY", quote: "EUR", rate: "0.00585" }).money.amount).toBe(59);
  });

  test("is refused for money that is not in the rate's base", () => {
    const refusal = expect.objectContaining({ code: "rate.wrong-base" }) as DomainError;
    expect(() => convert(money(1, "SEK"), rateTo("CAD"))).toThrow(refusal);
  });

  test("a cross rate goes through the common base and says so", () => {
    const rate = cross(rateTo("GBP"), rateTo("SEK"));
    expect(rate).toMatchObject({
      base: "GBP",
      quote: "SEK",
      date: "2026-06-30",
      source: "synthetic month-end rates (via EUR)",
    });
    expect(rate.rate.startsWith("12.760")).toBe(true);
    expect(rateSchema.parse(rate)).toEqual(rate);
    expect(convert(money(8_615_800, "GBP"), rate).money).toEqual({ amount: 109_938_000, currency: "SEK" });
    expect(convert(money(5, "EUR"), identityRate("EUR", "2026-06-30")).money.amount).toBe(5);
  });

  test("there and back is off by less than the smallest unit is worth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), fc.constantFrom("CAD", "SEK"), (amount, quote) => {
        const there = convert(money(amount, "EUR"), rateTo(quote));
        expect(Math.abs(convert(there.money, invert(there.rate)).money.amount - amount)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each(["0", "0.00", "-1", "1e3", "1,5", ""])("%j is no rate", (rate) => {
    expect(rateSchema.safeParse({ ...rateTo("CAD"), rate }).success).toBe(false);
  });
});
