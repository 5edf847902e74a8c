/** The only place where working days are counted and due instants come from; holidays are data. */
import * as z from "zod";
import { dayAfter, daySchema, monthsAfter, plainDay, weekdayOf } from "./day.ts";
import { DomainError, isDomainError } from "./error.ts";
import { endOfDay, type Instant, toZonedDateString } from "./instant.ts";

/** Monday to Friday without the holidays, within the years for which holidays are known. */
export const calendarSchema = z.object({
  id: z.string().min(1),
  /** First and last day for which the list of holidays is complete. */
  from: daySchema,
  until: daySchema,
  holidays: z.array(z.object({ date: daySchema, name: z.string().min(1) })),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** How long somebody has: working days, calendar days, or months. */
export type Term = { wd: number } | { days: number } | { months: number };

const holidaySets = new WeakMap<Calendar, ReadonlySet<string>>();

/** Undefined where the holidays are not known so far ahead. What has happened, as money that a bank has moved, is recorded all the same. */
export function asFarAsKnown<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (isDomainError(error, "calendar.not-covered")) return undefined;
    throw error;
  }
}

/** @throws unavailable `calendar.not-covered` for a day outside the years whose holidays are known: silence would be a wrong deadline. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  const weekday = weekdayOf(day);
  if (day < calendar.from || day > calendar.until) {
    throw new DomainError("unavailable", "calendar.not-covered", {
      calendar: calendar.id,
      day,
      from: calendar.from,
      until: calendar.until,
    });
  }
  return weekday <= 5 && !holidaysOf(calendar).has(day);
}

/** The `n`-th working day after `day`, which is not counted itself; negative: before. `n` = 0: `day`, or the next working day. */
export function addWorkingDays(day: string, n: number, calendar: Calendar): string {
  if (!Number.isSafeInteger(n)) throw new DomainError("invalid", "calendar.not-whole", { n });
  if (n === 0) return rollForward(day, calendar, []);
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0; ) {
    at = dayAfter(at, step);
    if (isWorkingDay(at, calendar)) left--;
  }
  return at;
}

/** Working days after `from` up to and including `until`; negative if `until` is earlier. */
export function workingDaysBetween(from: string, until: string, calendar: Calendar): number {
  if (until < from) return -workingDaysBetween(until, from, calendar);
  const days = plainDay(from).until(plainDay(until)).days;
  if (days === 0) return 0;
  requireCovered(from, until, calendar);
  const weekday = weekdayOf(from);
  let count = Math.floor(days / 7) * 5;
  for (let rest = 1; rest <= days % 7; rest++) if ((weekday + rest - 1) % 7 < 5) count++;
  return count - weekdayHolidaysOf(calendar).filter((holiday) => from < holiday && holiday <= until).length;
}

/** The first day after `from` and up to `until` that the calendar does not know is refused as `isWorkingDay` refuses it. */
function requireCovered(from: string, until: string, calendar: Calendar): void {
  const first = dayAfter(from, 1);
  if (first < calendar.from || first > calendar.until) isWorkingDay(first, calendar);
  if (until > calendar.until) isWorkingDay(dayAfter(calendar.until, 1), calendar);
}

/** The first day from `day` on that is a working day and no closure. */
export function rollForward(day: string, calendar: Calendar, closures: readonly string[]): string {
  let at = day;
  while (!isWorkingDay(at, calendar) || closures.includes(at)) at = dayAfter(at, 1);
  return at;
}

/**
 * When a term that starts at `opened` is over: 23:59:59 in `zone`, the opening day (in `zone`) not counted (domain §5).
 * Working days are those of `calendar` — of the person who acts — and the last one rolls over `closures` of the paying
 * park. Calendar days and months end on that very day.
 */
export function dueInstant(
  input: { opened: Instant; calendar: Calendar; closures?: readonly string[]; zone: string } & Term,
): Instant {
  const opened = toZonedDateString(input.opened, input.zone);
  if ("days" in input) return endOfDay(dayAfter(opened, input.days), input.zone);
  if ("months" in input) return endOfDay(monthsAfter(opened, input.months), input.zone);
  const last = addWorkingDays(opened, input.wd, input.calendar);
  return endOfDay(rollForward(last, input.calendar, input.closures ?? []), input.zone);
}

const weekdayHolidays = new WeakMap<Calendar, readonly string[]>();

function weekdayHolidaysOf(calendar: Calendar): readonly string[] {
  const known = weekdayHolidays.get(calendar);
  if (known !== undefined) return known;
  const days = [...holidaysOf(calendar)].filter((day) => weekdayOf(day) <= 5);
  weekdayHolidays.set(calendar, days);
  return days;
}

function holidaysOf(calendar: Calendar): ReadonlySet<string> {
  const known = holidaySets.get(calendar);
  if (known !== undefined) return known;
  const set = new Set(calendar.holidays.map((holiday) => holiday.date));
  holidaySets.set(calendar, set);
  return set;
}
