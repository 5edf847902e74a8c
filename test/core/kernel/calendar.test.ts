import {
  addWorkingDays,
  dueInstant,
  isWorkingDay,
  rollForward,
  workingDaysBetween,
} from "@multihelix/core/kernel/calendar.ts";
import { dayAfter, formatDay, monthsAfter } from "@multihelix/core/kernel/day.ts";
import type { DomainError } from "@multihelix/core/kernel/error.ts";
import { toInstant, toZonedDateString } from "@multihelix/core/kernel/instant.ts";
import { describe, expect, test } from "vitest";
import { referenceCalendar } from "../../fixture/calendar.ts";
import { fc } from "../../fixture/fast-check.ts";

/** Published figures of the reference data: working days of 2025 to 2030, 20 after 2026-12-15, 10 after 2026-04-01. */
const expected = {
  BE: { years: [252, 253, 254, 252, 253, 252], twenty: "2027-01-14", ten: "2026-04-16" },
  "GB-WLS": { years: [253, 253, 253, 252, 253, 253], twenty: "2027-01-15", ten: "2026-04-17" },
  SE: { years: [249, 251, 253, 251, 250, 250], twenty: "2027-01-19", ten: "2026-04-17" },
  "CA-QC": { years: [253, 253, 254, 255, 253, 253], twenty: "2027-01-14", ten: "2026-04-16" },
};

describe.each(Object.entries(expected))("working days in %s are those of the reference data", (region, figures) => {
  const calendar = referenceCalendar(region);

  test.each([2025, 2026, 2027, 2028, 2029, 2030])("in %i", (year) => {
    const first = isWorkingDay(`${year}-01-01`, calendar) ? 1 : 0;
    expect(first + workingDaysBetween(`${year}-01-01`, `${year}-12-31`, calendar)).toBe(figures.years[year - 2025]);
  });

  test("counted from a day that is not counted itself", () => {
    expect(addWorkingDays("2026-12-15", 20, calendar)).toBe(figures.twenty);
    expect(addWorkingDays("2026-04-01", 10, calendar)).toBe(figures.ten);
    expect(workingDaysBetween("2026-12-15", figures.twenty, calendar)).toBe(20);
    expect(workingDaysBetween(figures.twenty, "2026-12-15", calendar)).toBe(-20);
  });
});

describe("working days", () => {
  const calendar = referenceCalendar("BE");

  test("the n-th working day is a working day, and as many lie between", () => {
    const days = fc.integer({ min: 30, max: 1500 }).map((n) => dayAfter("2025-01-01", n));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 120 }), (day, n) => {
        const then = addWorkingDays(day, n, calendar);
        expect(isWorkingDay(then, calendar)).toBe(true);
        expect(workingDaysBetween(day, then, calendar)).toBe(n);
        expect(addWorkingDays(then, -n, calendar) <= rollForward(day, calendar, [])).toBe(true);
        expect(addWorkingDays(day, n + 1, calendar) > then).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("nothing is counted in a year whose holidays are unknown", () => {
    const refusal = expect.objectContaining({ kind: "unavailable", code: "calendar.not-covered" }) as DomainError;
    expect(() => addWorkingDays("2030-12-30", 5, calendar)).toThrow(refusal);
    expect(() => isWorkingDay("2024-12-31", calendar)).toThrow(refusal);
    expect(() => isWorkingDay("2026-02-30", calendar)).toThrow(
      expect.objectContaining({ code: "day.unreadable" }) as DomainError,
    );
  });
});

describe("a term ends at 23:59:59 on the clock of the park", () => {
  const calendar = referenceCalendar("BE");
  const zone = "Europe/Brussels";
  const opened = toInstant("2026-03-26T09:00:00Z");

  test("the opening day is not counted, and summer time in between changes nothing on the wall", () => {
    expect(dueInstant({ opened, wd: 1, calendar, zone })).toBe("2026-03-27T22:59:59.000Z");
    expect(dueInstant({ opened, wd: 2, calendar, zone })).toBe("2026-03-30T21:59:59.000Z");
    expect(dueInstant({ opened, days: 4, calendar, zone })).toBe("2026-03-30T21:59:59.000Z");
    expect(dueInstant({ opened: toInstant("2026-10-23T09:00:00Z"), wd: 1, calendar, zone })).toBe(
      "2026-10-26T22:59:59.000Z",
    );
  });

  test("the opening day is the one of the park's zone", () => {
    const late = toInstant("2026-11-12T23:30:00Z");
    expect(dueInstant({ opened: late, wd: 1, calendar, zone })).toBe("2026-11-16T22:59:59.000Z");
    const toronto = { calendar: referenceCalendar("CA-QC"), zone: "America/Toronto" };
    expect(dueInstant({ opened: late, wd: 1, ...toronto })).toBe("2026-11-14T04:59:59.000Z");
  });

  test("the last working day rolls over closures of the paying park; calendar days and months do not", () => {
    const closures = ["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"];
    const before = toInstant("2026-12-21T09:00:00Z");
    expect(toZonedDateString(dueInstant({ opened: before, wd: 5, calendar, zone }), zone)).toBe("2026-12-29");
    expect(toZonedDateString(dueInstant({ opened: before, wd: 5, calendar, closures, zone }), zone)).toBe("2027-01-04");
    expect(toZonedDateString(dueInstant({ opened: before, days: 8, calendar, closures, zone }), zone)).toBe(
      "2026-12-29",
    );
    expect(
      toZonedDateString(dueInstant({ opened: toInstant("2026-08-31T09:00:00Z"), months: 6, calendar, zone }), zone),
    ).toBe("2027-02-28");
  });

  test("whatever the start, the wall clock shows 23:59:59 on a working day", () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 1500 });
    const zones = fc.constantFrom(
      "Europe/Brussels",
      "America/Toronto",
      "Europe/London",
      "Europe/Stockholm",
      "Europe/Zurich",
    );
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 30 }), zones, (minute, wd, place) => {
        const start = toInstant(new Date(Date.UTC(2025, 0, 2) + minute * 60_000).toISOString());
        const due = dueInstant({ opened: start, wd, calendar, zone: place });
        const wall = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: place }).format(new Date(due));
        expect(wall).toBe("23:59:59");
        expect(due > start).toBe(true);
        expect(isWorkingDay(toZonedDateString(due, place), calendar)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test("days are written in the reader's language, and months end on an existing day", () => {
  expect(formatDay("2026-11-12", "fr-CA")).toBe("12 novembre 2026");
  expect(monthsAfter("2024-02-29", 12)).toBe("2025-02-28");
});
