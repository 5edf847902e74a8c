import { fundingOf } from "@multihelix/core/application/funding.ts";
import { expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";
import { refused } from "../../fixture/refusal.ts";

const call = { currency: "EUR", intensity: 80, maximumAward: 1_000_000 };
const eur = (amount: number) => ({ amount, currency: "EUR" });

test("award 10,000 of an offer of 12,500 at 80 %: the SME pays 2,500 itself", () => {
  expect(fundingOf(call, eur(1_250_000))).toMatchObject({
    requested: eur(1_000_000),
    own: eur(250_000),
    capped: false,
  });
});

test("requested and own share always make up the price, and never pass the maximum", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 5_000_000 }),
      (price, intensity, maximumAward) => {
        const { requested, own, byIntensity, capped } = fundingOf(
          { currency: "EUR", intensity, maximumAward },
          eur(price),
        );
        expect(requested.amount + own.amount).toBe(price);
        expect(requested.amount).toBeLessThanOrEqual(maximumAward);
        expect(own.amount).toBeGreaterThanOrEqual(0);
        expect(capped).toBe(byIntensity.amount > maximumAward);
      },
    ),
  );
});

test("a price in another currency is never taken for one of the call's", () => {
  expect(refused(() => fundingOf(call, { amount: 1, currency: "SEK" }))).toBe("invalid money.unlike-currencies");
});
