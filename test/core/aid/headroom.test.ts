import { dayAfter, monthsAfter } from "@multihelix/core/kernel/day.ts";
import { describe, expect, test } from "vitest";
import { aGrant } from "../../fixture/build/aid.ts";
import { ask, day, eur, other } from "../../fixture/build/headroom.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { fc } from "../../fixture/fast-check.ts";

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
