import type { AidGrant } from "@multihelix/core/aid/group.ts";
import { type HeadroomInput, headroomsOf } from "@multihelix/core/aid/headroom.ts";
import { dayAfter, monthsAfter } from "@multihelix/core/kernel/day.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aGrant } from "../../fixture/build/aid.ts";
import { idOf } from "../../fixture/build/ids.ts";

const network = demoNetwork();
const day = "2026-11-12";
const other = (given: Partial<AidGrant>) => aGrant({ caseId: idOf("app", "other"), ...given });
const limburg = { parkId: "limburg", jurisdiction: "BE", aidBasis: "eu-de-minimis" } as const;
const lund = { parkId: "lund", jurisdiction: "SE", aidBasis: "eu-de-minimis" } as const;
const wales = { parkId: "wales", jurisdiction: "GB", aidBasis: "uk-mfa" } as const;
const eur = (amount: number) => ({ amount, currency: "EUR" });

/** The first ceiling of an application of 10,000 € to Limburg; `given` says what differs. */
function ask(given: Partial<HeadroomInput> = {}) {
  const input: HeadroomInput = {
    network,
    day,
    shares: [{ ...limburg, amount: eur(1_000_000) }],
    grants: [],
    declared: [],
    cost: eur(1_250_000),
    caseId: idOf("app", "vivo1"),
    ...given,
  };
  const [first] = headroomsOf(input);
  if (first === undefined) throw new Error("no ceiling was looked at");
  return first;
}

describe("the ceiling of EU de minimis", () => {
  test("300,000 € less what counts is the room, and the source is named", () => {
    const found = ask({
      grants: [other({ amount: 4_000_000 })],
      declared: [{ grantor: "VLAIO", amount: eur(2_500_000), granted: "2025-10-08", jurisdiction: "BE" }],
    });
    expect(found).toMatchObject({
      state: "assessed",
      jurisdiction: "BE",
      ceiling: 30_000_000,
      counted: 6_500_000,
      room: 23_500_000,
      asked: 1_000_000,
      fits: true,
    });
    expect(found.row?.source.act).toContain("2023/2831");
    expect(found.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ["declared", 2_500_000],
      ["granted", 4_000_000],
    ]);
  });

  test("the last cent of room is enough, one cent less is not", () => {
    expect(ask({ grants: [other({ amount: 29_000_000 })] }).fits).toBe(true);
    expect(ask({ grants: [other({ amount: 29_000_001 })] })).toMatchObject({ fits: false, room: 999_999 });
  });

  test("room is never below zero, however much was had", () => {
    expect(ask({ grants: [other({ amount: 50_000_000 })] })).toMatchObject({ room: 0, fits: false });
  });
});

describe("three years are counted day to day", () => {
  test("aid of the same day three years ago counts, of the day before does not", () => {
    expect(ask({ grants: [other({ date: "2023-11-12" })] }).counted).toBe(1_000_000);
    expect(ask({ grants: [other({ date: "2023-11-11" })] }).counted).toBe(0);
  });

  test("any grant counts on exactly the days of its window", () => {
    const granted = fc.integer({ min: 0, max: 1200 }).map((n) => dayAfter("2024-06-01", n));
    fc.assert(
      fc.property(granted, fc.integer({ min: -30, max: 1150 }), (date, later) => {
        const on = dayAfter(date, later);
        const counts = ask({ day: on, grants: [other({ date })] }).counted === 1_000_000;
        expect(counts).toBe(date <= on && on <= monthsAfter(date, 36));
      }),
      { numRuns: 200 },
    );
  });

  test("the counted sum is the sum of the grants inside the window", () => {
    const grants = fc.array(
      fc.record({ age: fc.integer({ min: 0, max: 2000 }), amount: fc.integer({ min: 0, max: 9_000_000 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(grants, (list) => {
        const dated = list.map(({ age, amount }, index) =>
          other({ caseId: idOf("app", `c${index}`), amount, date: dayAfter(day, -age) }),
        );
        const inside = dated.filter(({ date }) => date >= "2023-11-12").reduce((sum, { amount }) => sum + amount, 0);
        const found = ask({ grants: dated });
        expect(found.counted).toBe(inside);
        expect(found.room).toBe(Math.max(0, 30_000_000 - inside));
        expect(found.fits).toBe(1_000_000 <= Math.max(0, 30_000_000 - inside));
      }),
      { numRuns: 200 },
    );
  });
});

describe("what counts", () => {
  test("a reservation counts like a grant, whatever its day; what was freed does not", () => {
    expect(ask({ grants: [other({ status: "reserved", date: "2020-01-01" })] }).counted).toBe(1_000_000);
    expect(ask({ grants: [other({ status: "freed" })] }).counted).toBe(0);
  });

  test("reserving takes exactly the room that the next one finds less", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29_000_000 }), fc.integer({ min: 0, max: 5_000_000 }), (had, reserved) => {
        const before = ask({ grants: [other({ amount: had })] });
        const after = ask({
          grants: [
            other({ amount: had }),
            aGrant({ caseId: idOf("app", "third"), status: "reserved", amount: reserved }),
          ],
        });
        expect(after.room).toBe(Math.max(0, (before.room ?? 0) - reserved));
      }),
    );
  });

  test("what is reserved for the asking case itself is not counted twice", () => {
    expect(ask({ grants: [aGrant({ status: "reserved" })] }).counted).toBe(0);
  });

  test("a declared amount in another currency counts at the rate before its grant, and the line shows it", () => {
    const found = ask({
      declared: [
        {
          grantor: "Vinnova",
          amount: { amount: 11_000_000, currency: "SEK" },
          granted: "2026-07-15",
          jurisdiction: "BE",
        },
      ],
    });
    expect(found.lines[0]).toMatchObject({
      kind: "declared",
      original: { amount: 11_000_000, currency: "SEK" },
      rateDate: "2026-06-30",
    });
    expect(found.counted).toBe(1_000_564);
  });

  test("where rates do not go back to the grant, the last one before today is used", () => {
    const found = ask({
      declared: [
        {
          grantor: "Vinnova",
          amount: { amount: 11_000_000, currency: "SEK" },
          granted: "2024-03-01",
          jurisdiction: "BE",
        },
      ],
    });
    expect(found.lines[0]?.rateDate).toBe("2026-10-31");
  });
});

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
