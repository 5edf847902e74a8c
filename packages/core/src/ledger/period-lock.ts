/** The last day whose figures may not change any more, per park, and the day on which a late booking counts instead. */
import * as z from "zod";
import { dayAfter, daySchema } from "../kernel/day.ts";
import { personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import type { Change } from "../port/store.ts";

export const periodLockSchema = z.object({
  parkId: z.string(),
  /** Up to and including this day. */
  through: daySchema,
  by: personIdSchema,
  at: instantSchema,
  version: z.number().int().default(0),
});
export type PeriodLock = z.infer<typeof periodLockSchema>;

/** A bank's day inside a locked period counts on the first day after it. */
export function countedOn(day: string, lock: PeriodLock | undefined): string {
  return lock === undefined || day > lock.through ? day : dayAfter(lock.through, 1);
}

/** The lock is what the decision took it for: a period locked at the same moment has the decision taken anew. */
export function lockStands(lock: PeriodLock | undefined, parkId: string): Change {
  return { op: "check", name: "periodLock", key: { parkId }, when: { version: lock?.version ?? null } };
}
