/** The only place for calendar days: `YYYY-MM-DD`, without time or zone, ordered as text. */
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { DomainError } from "./error.ts";

export const daySchema = z.iso.date();

/** @throws invalid `day.unreadable` for anything but an existing day written `YYYY-MM-DD`. */
export function plainDay(day: string): Temporal.PlainDate {
  if (!daySchema.safeParse(day).success) throw new DomainError("invalid", "day.unreadable", { day });
  return Temporal.PlainDate.from(day);
}

/** `n` calendar days later; negative: earlier. */
export function dayAfter(day: string, n: number): string {
  return plainDay(day).add({ days: n }).toString();
}

/** `n` months later, on the same day of the month or its last (31 January + 1 month = 28 or 29 February). */
export function monthsAfter(day: string, n: number): string {
  return plainDay(day).add({ months: n }).toString();
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  return plainDay(day).dayOfWeek;
}

/** As people of that locale (BCP 47) write a day: `12 November 2026`. */
export function formatDay(day: string, locale: string): string {
  const { epochMilliseconds } = plainDay(day).toZonedDateTime("UTC");
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(epochMilliseconds);
}
