/** Finance locks a period: figures up to its last day never change again. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { daySchema } from "../kernel/day.ts";
import { DomainError } from "../kernel/error.ts";
import { toZonedDateString } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { parkOf } from "../network/network-file.ts";
import type { Change, Reader } from "../port/store.ts";
import type { PeriodLock } from "./period-lock.ts";

export const lockPeriodInput = z.object({ parkId: z.string().max(40), through: daySchema });
export const lockPeriodResult = z.object({ through: daySchema });

/** Only past days, and never fewer than before: invalid `period.not-over`, conflict `period.locked-further`. */
export const lockPeriod = verb({
  name: "ledger.lock-period",
  input: lockPeriodInput,
  read: async (reader: Reader, { parkId }) => ({ lock: await reader.get("periodLock", { parkId }) }),
  decide(
    { lock }: { lock: PeriodLock | undefined },
    actor,
    { parkId, through },
    moment,
  ): Decision<{ through: string }> {
    const person = requireRole(actor, "finance", parkId, moment.now);
    const today = toZonedDateString(moment.now, parkOf(moment.network, parkId).zone);
    if (through >= today) throw new DomainError("invalid", "period.not-over", { through, today });
    if (lock?.through === through) return { changes: [], result: { through } };
    if (lock !== undefined && through < lock.through)
      throw new DomainError("conflict", "period.locked-further", { through, locked: lock.through });
    const value: PeriodLock = { parkId, through, by: person.personId, at: moment.now, version: lock?.version ?? 0 };
    const change: Change =
      lock === undefined ? { op: "create", name: "periodLock", value } : { op: "replace", name: "periodLock", value };
    return {
      changes: [change],
      events: [{ stream: `park:${parkId}`, type: "ledger.period-locked", facts: { parkId, through } }],
      result: { through },
    };
  },
});
