import type { Payer } from "@multihelix/core/call/call.ts";
import { drawOf } from "@multihelix/core/claim/draw.ts";
import { allocate } from "@multihelix/core/kernel/money.ts";
import { type Converted, convert } from "@multihelix/core/kernel/rate.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { rateFor } from "@multihelix/core/network/rate-for.ts";
import { describe, expect, test } from "vitest";
import { aLedger } from "../../fixture/build/call.ts";
import { aShare, eur } from "../../fixture/build/voucher.ts";
import { fc } from "../../fixture/fast-check.ts";
import { refused } from "../../fixture/refusal.ts";

const network = demoNetwork();
const parks = [
  ["limburg", "EUR"],
  ["lund", "SEK"],
  ["wales", "GBP"],
  ["sherbrooke", "CAD"],
  ["lyon", "EUR"],
] as const;

/** Shares of an award as a proposal makes them: largest remainder, then each in its park's currency. */
function awarded(award: number, percents: readonly number[]) {
  const payers = percents.map((sharePercent, index): Payer => {
    const [parkId, currency] = parks[index] ?? ["limburg", "EUR"];
    return { parkId, ledger: aLedger(parkId, currency), sharePercent, aidBasis: "not-assessed" };
  });
  const parts = allocate(eur(award), percents);
  const shares = payers.map(({ ledger }, index) => {
    const { money }: Converted = convert(
      parts[index] ?? eur(0),
      rateFor(network, "EUR", ledger.currency, "2026-06-30"),
    );
    return aShare({ committed: money.amount }, ledger);
  });
  return { payers, shares };
}

describe("a claim is drawn pro rata from the paying parks", () => {
  test("one park pays all of it and keeps the rest", () => {
    const { payers, shares } = awarded(1_000_000, [100]);
    expect(drawOf(eur(800_000), eur(1_000_000), payers, shares)).toMatchObject([
      { counted: eur(800_000), amount: eur(800_000), rest: 200_000 },
    ]);
  });

  test("thirds of an uneven cent: the largest remainder, of equals the first, gets it", () => {
    const payers = awarded(300, [50, 25, 25]).payers.map((payer, index) => ({
      ...payer,
      ledger: aLedger(parks[index]?.[0], "EUR"),
    }));
    const shares = [150, 75, 75].map((committed, index) => aShare({ committed }, payers[index]?.ledger));
    expect(drawOf(eur(101), eur(300), payers, shares).map(({ amount, rest }) => [amount.amount, rest])).toEqual([
      [51, 99],
      [25, 50],
      [25, 50],
    ]);
  });

  test("a park without a committed share draws nothing; without any share there is nothing to draw", () => {
    const { payers, shares } = awarded(1_000_000, [60, 40]);
    const [limburg, lund] = shares;
    if (limburg === undefined || lund === undefined) throw new Error("two shares");
    expect(drawOf(eur(500_000), eur(1_000_000), payers, [limburg, { ...lund, committed: 0 }])).toMatchObject([
      { amount: { amount: 300_000 } },
    ]);
    expect(refused(() => drawOf(eur(1), eur(1), payers, []))).toBe("conflict voucher.no-shares");
  });

  test("more than the award is refused", () => {
    const { payers, shares } = awarded(1_000_000, [100]);
    expect(refused(() => drawOf(eur(1_000_001), eur(1_000_000), payers, shares))).toBe(
      "conflict claim.more-than-award",
    );
  });

  test("in whatever currencies: parts add up exactly, no share is overdrawn, the whole award draws all to the last unit", () => {
    const cases = fc.record({
      award: fc.integer({ min: 10_000, max: 3_000_000 }),
      fraction: fc.double({ min: 0.0001, max: 1, noNaN: true }),
      percents: fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(cases, ({ award, fraction, percents }) => {
        const { payers, shares } = awarded(award, percents);
        const payable = Math.max(1, Math.floor(award * fraction));
        const draws = drawOf(eur(payable), eur(award), payers, shares);
        expect(draws.reduce((sum, { counted }) => sum + counted.amount, 0)).toBe(payable);
        for (const { amount, rest, share } of draws) {
          expect(amount.currency).toBe(share.ledger.currency);
          expect(amount.amount + rest).toBe(share.committed);
          expect(amount.amount >= 0 && rest >= 0).toBe(true);
        }
        const whole = drawOf(eur(award), eur(award), payers, shares);
        expect(whole.every(({ rest }) => rest === 0)).toBe(true);
      }),
    );
  });
});

test("a park whose money lies in two budget years is drawn from neither, for a part of the claim would never be paid", () => {
  const payer: Payer = { parkId: "limburg", ledger: aLedger(), sharePercent: 100, aidBasis: "not-assessed" };
  const apart = [
    aShare({ committed: 500_000 }),
    aShare({ committed: 500_000 }, { ...aLedger(), budgetYear: aLedger().budgetYear + 1 }),
  ];
  expect(refused(() => drawOf(eur(1_000_000), eur(1_000_000), [payer], apart))).toBe("conflict voucher.shares-apart");
});
