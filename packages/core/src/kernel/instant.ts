/** The only place for moments in time: ISO 8601 in UTC with milliseconds, so that their order as text is their order in time. */
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { DomainError } from "./error.ts";

export const instantSchema = z.iso
  .datetime({ precision: 3 })
  .meta({ example: "2026-11-12T09:30:00.000Z" })
  .brand<"Instant">();

/** `2026-11-12T09:30:00.000Z`, exactly that shape. Compare with `<` or `compareInstants`. */
export type Instant = z.infer<typeof instantSchema>;

/** Read any ISO 8601 moment with an offset (`2026-11-12T10:30+01:00`). @throws invalid `instant.unreadable`. */
export function toInstant(text: string): Instant {
  try {
    return written(Temporal.Instant.from(text));
  } catch {
    throw new DomainError("invalid", "instant.unreadable", { text });
  }
}

/** @param milliseconds since 1970-01-01T00:00:00Z; fractions are cut. @throws invalid `instant.unreadable` outside the years 0–9999. */
export function fromEpochMilliseconds(milliseconds: number): Instant {
  if (!Number.isFinite(milliseconds)) throw new DomainError("invalid", "instant.unreadable", { milliseconds });
  return written(Temporal.Instant.fromEpochMilliseconds(Math.trunc(milliseconds)));
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function toEpochMilliseconds(instant: Instant): number {
  return parsed(instant).epochMilliseconds;
}

/** Whole seconds since 1970-01-01T00:00:00Z, rounded down (as TTL attributes want). */
export function toEpochSeconds(instant: Instant): number {
  return Math.floor(toEpochMilliseconds(instant) / 1000);
}

/** −1, 0 or 1, fit for sorting. */
export function compareInstants(a: Instant, b: Instant): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Fractions of a millisecond are cut. */
export function addMilliseconds(instant: Instant, n: number): Instant {
  return fromEpochMilliseconds(toEpochMilliseconds(instant) + n);
}

export function addMinutes(instant: Instant, n: number): Instant {
  return addMilliseconds(instant, n * 60_000);
}

/** `n` days later at the same time of day in `zone` (a day of 23 or 25 hours where summer time begins or ends). */
export function addDays(instant: Instant, n: number, zone = "UTC"): Instant {
  return written(zoned(instant, zone).add({ days: n }).toInstant());
}

/** `n` months later at the same time of day in `zone`; the last day of the month where the day does not exist. */
export function addMonths(instant: Instant, n: number, zone = "UTC"): Instant {
  return written(zoned(instant, zone).add({ months: n }).toInstant());
}

/** Calendar days from the day of `a` to the day of `b`, both in `zone`; negative if `b` is earlier. */
export function daysBetween(a: Instant, b: Instant, zone = "UTC"): number {
  return zoned(a, zone).toPlainDate().until(zoned(b, zone).toPlainDate(), { largestUnit: "days" }).days;
}

/** The day (`YYYY-MM-DD`) that the clock on the wall in `zone` (IANA) shows. */
export function toZonedDateString(instant: Instant, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString();
}

/** That full hour (0–23) on that day in `zone`; an hour that the day skips is the one after. */
export function atHour(day: string, hour: number, zone: string): Instant {
  const time = `${String(hour).padStart(2, "0")}:00:00`;
  return written(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(checkedZone(zone)).toInstant());
}

/** 23:59:59 on that day in `zone`. */
export function endOfDay(day: string, zone: string): Instant {
  return written(Temporal.PlainDateTime.from(`${day}T23:59:59`).toZonedDateTime(checkedZone(zone)).toInstant());
}

/** 00:00:00 on that day in `zone`, or the first moment the day has there. */
export function startOfDay(day: string, zone: string): Instant {
  return written(Temporal.PlainDate.from(day).toZonedDateTime(checkedZone(zone)).toInstant());
}

/** Day, time and zone as people of that locale (BCP 47) write them: `12 November 2026 at 10:30 CET`. */
export function formatInstant(instant: Instant, locale: string, zone: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone: checkedZone(zone),
  });
  return format.format(toEpochMilliseconds(instant));
}

/** Zones that were asked for and are known: asking the time zone data takes longer than all that is then done with one. */
const knownZones = new Set<string>();

/** Whether the time zone data knows this IANA name. */
export function isKnownZone(zone: string): boolean {
  if (knownZones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    knownZones.add(zone);
    return true;
  } catch {
    return false;
  }
}

function checkedZone(zone: string): string {
  if (!isKnownZone(zone)) throw new DomainError("invalid", "zone.unknown", { zone });
  return zone;
}

function zoned(instant: Instant, zone: string): Temporal.ZonedDateTime {
  return parsed(instant).toZonedDateTimeISO(checkedZone(zone));
}

function parsed(instant: Instant): Temporal.Instant {
  try {
    return Temporal.Instant.from(instant);
  } catch {
    throw new DomainError("invalid", "instant.unreadable", { text: instant });
  }
}

/** Rounded down to the millisecond. */
function written(moment: Temporal.Instant): Instant {
  const text = moment.toString({ fractionalSecondDigits: 3, roundingMode: "floor" });
  if (!/^\d{4}-/.test(text)) throw new DomainError("invalid", "instant.unreadable", { text });
  return text as Instant;
}
