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

/** Nothing where the due day lies beyond the years whose holidays are known. */
export function ageBetween(
  began: Instant,
  due: Instant,
  network: NetworkFile,
  parkId: string,
  now: Instant,
): Partial<TimeUsed> {
  const park = parkOf(network, parkId);
  const calendar = calendarOf(network, park.calendar);
  const [today, dueDay] = [toZonedDateString(now, park.zone), toZonedDateString(due, park.zone)];
  if (dueDay > calendar.until) return {};
  const [from, until, at] = [Date.parse(began), Date.parse(due), Date.parse(now)];
  return {
    elapsed: until <= from ? 1 : Math.max(0, (at - from) / (until - from)),
    workingDaysLeft: workingDaysBetween(today, dueDay, calendar),
  };
}
