/** How much of the allowed time has gone, on the calendar of the park that is acted for. */
import { workingDaysBetween } from "../kernel/calendar.ts";
import { type Instant, toZonedDateString } from "../kernel/instant.ts";
import { calendarOf, type NetworkFile, parkOf } from "../network/network-file.ts";

export interface TimeUsed {
  /** 0 to 1, and more once the time is over. */
  readonly elapsed: number;
  /** Until the due day; negative after it. */
  readonly workingDaysLeft: number;
}

/** What is left of the time between two instants. */
export type Age = (began: Instant, due: Instant) => Partial<TimeUsed>;

/** Ages on this park's calendar; nothing where the due day lies beyond the years whose holidays are known. A list asks thousands of times, about few days. */
export function agesOf(network: NetworkFile, parkId: string, now: Instant): Age {
  const park = parkOf(network, parkId);
  const calendar = calendarOf(network, park.calendar);
  const today = toZonedDateString(now, park.zone);
  const at = Date.parse(now);
  const daysLeft = new Map<Instant, number | undefined>();
  const daysLeftUntil = (due: Instant) => {
    const dueDay = toZonedDateString(due, park.zone);
    return dueDay > calendar.until ? undefined : workingDaysBetween(today, dueDay, calendar);
  };
  return (began, due) => {
    if (!daysLeft.has(due)) daysLeft.set(due, daysLeftUntil(due));
    const workingDaysLeft = daysLeft.get(due);
    if (workingDaysLeft === undefined) return {};
    const [from, until] = [Date.parse(began), Date.parse(due)];
    return { elapsed: until <= from ? 1 : Math.max(0, (at - from) / (until - from)), workingDaysLeft };
  };
}
