import { headroomsOf } from "@multihelix/core/aid/headroom.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { describe, expect, test } from "vitest";
import { ask, day, eur, limburg, lund, other, wales } from "../../fixture/build/headroom.ts";
import { fc } from "../../fixture/fast-check.ts";

const network = demoNetwork();

describe("the payer's jurisdiction counts, never the SME's home", () => {
  test("a Swedish SME paid by Limburg uses Belgium's ceiling; Sweden's is untouched", () => {
    const swedish = other({ jurisdiction: "SE", parkId: "lund", amount: 30_000_000 });
    expect(ask({ grants: [swedish] })).toMatchObject({ jurisdiction: "BE", counted: 0, fits: true });
    expect(
      ask({ grants: [swedish], shares: [{ ...lund, amount: { amount: 1_000_000, currency: "SEK" } }] }),
    ).toMatchObject({ jurisdiction: "SE", fits: false });
  });

  test("each payer of a joint payment has its own ceiling, in its own currency and window", () => {
    const found = headroomsOf({
      network,
      day,
      shares: [
        { ...limburg, amount: eur(600_000) },
        { ...wales, amount: { amount: 344_000, currency: "GBP" } },
      ],
      grants: [
        other({
          parkId: "wales",
          jurisdiction: "GB",
          basis: "uk-mfa",
          currency: "GBP",
          amount: 100,
          date: "2024-04-01",
        }),
        other({ parkId: "wales", jurisdiction: "GB", basis: "uk-mfa", currency: "GBP", amount: 7, date: "2024-03-31" }),
      ],
      declared: [],
      cost: eur(1_250_000),
    });
    expect(
      found.map(({ basis, ceiling, counted, period }) => ({ basis, ceiling, counted, from: period?.from })),
    ).toEqual([
      { basis: "eu-de-minimis", ceiling: 30_000_000, counted: 0, from: "2023-11-12" },
      { basis: "uk-mfa", ceiling: 31_500_000, counted: 100, from: "2024-04-01" },
    ]);
  });

  test("two payers of one country share one ceiling", () => {
    const found = headroomsOf({
      network,
      day,
      shares: [
        { ...limburg, amount: eur(600_000) },
        { ...limburg, parkId: "antwerp", amount: eur(400_000) },
      ],
      grants: [other({ amount: 29_100_000 })],
      declared: [],
      cost: eur(1_250_000),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      asked: 1_000_000,
      room: 900_000,
      fits: false,
      asks: [
        { parkId: "limburg", amount: 600_000 },
        { parkId: "antwerp", amount: 400_000 },
      ],
    });
  });

  test("grants under another basis or in another country never count, whatever they are", () => {
    const foreign = fc.record({
      jurisdiction: fc.constantFrom("SE", "GB", "CA"),
      amount: fc.integer({ min: 1, max: 90_000_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(foreign, { maxLength: 8 }),
        (list) => ask({ grants: list.map((one) => other(one)) }).counted === 0,
      ),
    );
    expect(ask({ grants: [other({ basis: "gber-28" })] }).counted).toBe(0);
  });
});

describe("limits are dated rows", () => {
  test("no grant under a row that has expired", () => {
    expect(ask({ day: "2031-01-01" })).toMatchObject({ state: "not-in-force", fits: false });
    expect(
      ask({ shares: [{ ...limburg, aidBasis: "gber-28", amount: eur(1_000_000) }], day: "2027-01-01" }),
    ).toMatchObject({ state: "not-in-force", fits: false });
  });

  test("a payer without a row is not assessed here; no aid has no ceiling", () => {
    expect(
      ask({
        shares: [
          { parkId: "geneva", jurisdiction: "CH", aidBasis: "eu-de-minimis", amount: { amount: 5, currency: "CHF" } },
        ],
      }),
    ).toMatchObject({ state: "not-assessed", fits: true });
    expect(ask({ shares: [{ ...limburg, aidBasis: "no-aid", amount: eur(90_000_000) }] })).toMatchObject({
      state: "no-aid",
      fits: true,
    });
  });

  test("a limit by category of work is no ceiling that a voucher can be held against", () => {
    expect(ask({ shares: [{ ...limburg, aidBasis: "gber-25", amount: eur(1) }] })).toMatchObject({
      state: "needs-category",
      fits: false,
    });
  });

  test("stacking: at most 75 % of the cost of the activity itself", () => {
    const share = { parkId: "sherbrooke", jurisdiction: "CA", aidBasis: "ca-stacking" } as const;
    const cost = { amount: 1_000_000, currency: "CAD" };
    expect(ask({ cost, shares: [{ ...share, amount: { amount: 750_000, currency: "CAD" } }] })).toMatchObject({
      ceiling: 750_000,
      counted: 0,
      fits: true,
    });
    expect(ask({ cost, shares: [{ ...share, amount: { amount: 750_001, currency: "CAD" } }] }).fits).toBe(false);
  });
});
