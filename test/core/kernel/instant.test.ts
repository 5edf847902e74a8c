import { DomainError } from "@multihelix/core/kernel/error.ts";
import {
  addDays,
  addMilliseconds,
  addMinutes,
  addMonths,
  compareInstants,
  daysBetween,
  endOfDay,
  formatInstant,
  fromEpochMilliseconds,
  instantSchema,
  startOfDay,
  toEpochMilliseconds,
  toEpochSeconds,
  toInstant,
  toZonedDateString,
} from "@multihelix/core/kernel/instant.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";

describe("one spelling of a moment", () => {
  test("only UTC with three decimals of an existing day passes the schema", () => {
    expect(instantSchema.safeParse("2026-11-12T09:30:00.000Z").success).toBe(true);
    for (const text of [
      "2026-11-12T09:30:00Z",
      "2026-11-12T10:30:00.000+01:00",
      "2026-02-30T00:00:00.000Z",
      "2026-11-12",
    ]) {
      expect(instantSchema.safeParse(text).success, text).toBe(false);
    }
  });

  test("any offset is read, parts of a millisecond are cut", () => {
    expect(toInstant("2026-11-12T10:30+01:00")).toBe("2026-11-12T09:30:00.000Z");
    expect(toInstant("2026-11-12T09:30:00.0009Z")).toBe("2026-11-12T09:30:00.000Z");
    expect(() => toInstant("yesterday")).toThrow(
      expect.objectContaining({ code: "instant.unreadable" }) as DomainError,
    );
    expect(() => fromEpochMilliseconds(Number.NaN)).toThrow(DomainError);
    expect(() => fromEpochMilliseconds(1e15)).toThrow(DomainError);
  });

  test("order as text is order in time, and milliseconds survive", () => {
    const millisecond = fc.integer({ min: 0, max: 4e12 });
    fc.assert(
      fc.property(millisecond, millisecond, (a, b) => {
        const [left, right] = [fromEpochMilliseconds(a), fromEpochMilliseconds(b)];
        expect(compareInstants(left, right)).toBe(Math.sign(a - b));
        expect(toEpochMilliseconds(left)).toBe(a);
        expect(addMilliseconds(left, b - a)).toBe(right);
        expect(toEpochSeconds(left)).toBe(Math.floor(a / 1000));
        expect(instantSchema.parse(left)).toBe(left);
      }),
    );
  });
});

describe("arithmetic of days and months", () => {
  const noon = toInstant("2026-03-28T12:00:00Z");

  test("a day in a zone keeps the wall clock over summer time, a day in UTC is 24 hours", () => {
    expect(addDays(noon, 1)).toBe("2026-03-29T12:00:00.000Z");
    expect(addDays(noon, 1, "Europe/Brussels")).toBe("2026-03-29T11:00:00.000Z");
    expect(addDays(noon, -1)).toBe("2026-03-27T12:00:00.000Z");
    expect(addMinutes(noon, 90)).toBe("2026-03-28T13:30:00.000Z");
  });

  test("a month later is the same day or the last of the month", () => {
    expect(addMonths(toInstant("2026-01-31T10:00:00Z"), 1)).toBe("2026-02-28T10:00:00.000Z");
    expect(addMonths(toInstant("2027-12-31T10:00:00Z"), 2)).toBe("2028-02-29T10:00:00.000Z");
  });

  test("days between are days on the wall calendar of the zone", () => {
    const [late, early] = [toInstant("2026-11-12T22:30:00Z"), toInstant("2026-11-13T00:30:00Z")];
    expect(daysBetween(late, early)).toBe(1);
    expect(daysBetween(late, early, "Europe/Stockholm")).toBe(1);
    expect(daysBetween(late, early, "America/Toronto")).toBe(0);
    expect(daysBetween(early, late)).toBe(-1);
    expect(toZonedDateString(late, "Europe/Stockholm")).toBe("2026-11-12");
    expect(toZonedDateString(early, "America/Toronto")).toBe("2026-11-12");
  });

  test("a day ends at 23:59:59 and starts at 00:00:00 on its own clock, in winter and in summer", () => {
    expect(endOfDay("2026-11-12", "Europe/Brussels")).toBe("2026-11-12T22:59:59.000Z");
    expect(endOfDay("2026-07-01", "Europe/Brussels")).toBe("2026-07-01T21:59:59.000Z");
    expect(endOfDay("2026-07-01", "America/Toronto")).toBe("2026-07-02T03:59:59.000Z");
    expect(startOfDay("2026-11-12", "Europe/London")).toBe("2026-11-12T00:00:00.000Z");
    expect(() => endOfDay("2026-07-01", "Mars/Olympus")).toThrow(
      expect.objectContaining({ code: "zone.unknown" }) as DomainError,
    );
  });
});

test("a moment is written in the reader's language with its zone", () => {
  const at = toInstant("2026-11-12T09:30:00Z");
  expect(formatInstant(at, "en-GB", "Europe/London")).toBe("12 November 2026 at 09:30 GMT");
  expect(formatInstant(at, "nl-BE", "Europe/Brussels")).toContain("12 november 2026");
  expect(formatInstant(at, "sv-SE", "Europe/Stockholm")).toContain("10:30");
});
