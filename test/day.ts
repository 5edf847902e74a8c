/** The only place where tests turn a moment into a day: the day it is in Limburg, where most stories are paid. */
import { dayAfter, weekdayOf } from "@multihelix/core/kernel/day.ts";
import { fromEpochMilliseconds, toZonedDateString } from "@multihelix/core/kernel/instant.ts";

/** `YYYY-MM-DD` of that moment in `zone` (IANA), `offset` calendar days later; negative: earlier. */
export function dayOf(epochMilliseconds: number, offset = 0, zone = "Europe/Brussels"): string {
  return dayAfter(toZonedDateString(fromEpochMilliseconds(epochMilliseconds), zone), offset);
}

/** The first day from Monday to Friday at least `offset` days after that moment. */
export function weekdayFrom(epochMilliseconds: number, offset: number): string {
  let day = dayOf(epochMilliseconds, offset);
  while (weekdayOf(day) > 5) day = dayAfter(day, 1);
  return day;
}
