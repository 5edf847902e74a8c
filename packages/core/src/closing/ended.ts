/** Which cases have ended, and when the first look at them comes; apart, since every act loads it. */
import { type Case, endedStatuses } from "../application/case.ts";
import { addDays, addMilliseconds, type Instant } from "../kernel/instant.ts";

/** So long after its end the parties of a case can still write about it, and most redress is over. */
export const daysAfterEnd = 30;

/** Ended without having been paid to its end, so that nobody closes it by an act. */
export function isEnded({ status }: Pick<Case, "status">): boolean {
  return endedStatuses.includes(status);
}

/** When a case that ended at that instant is first looked at. */
export function firstLookAt(ended: Instant): Instant {
  return addMilliseconds(addDays(ended, daysAfterEnd), 1);
}
