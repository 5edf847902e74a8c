/** What each reviewer has on the desk, over all cases: one entry per slot they were asked for, kept when it is over. */
import * as z from "zod";
import { type Case, terminalStatuses } from "../application/case.ts";
import { callIdSchema, caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Slot } from "./slot.ts";

export const workSchema = z.object({
  personId: personIdSchema,
  caseId: caseIdSchema,
  attempt: z.number().int().min(1),
  slot: z.string(),
  callId: callIdSchema,
  reference: z.string(),
  askedAt: instantSchema,
  /** Absent while it is open and counts against the reviewer's capacity. */
  endedAt: instantSchema.optional(),
  /** `filed`, why they left, or `case-over`. */
  outcome: z.string().optional(),
  version: z.number().int().default(0),
});
export type Work = z.infer<typeof workSchema>;

type Of = Pick<Case, "caseId" | "callId" | "reference">;

/** The entry that follows from a slot with a reviewer; the same slot, the same entry, so it may be written again. */
function workOf(slot: Slot, one: Of, ended?: { at: Instant; outcome: string }): Change[] {
  const { reviewerId, attempt, askedAt } = slot;
  if (reviewerId === undefined || askedAt === undefined) return [];
  return [
    {
      op: "put",
      name: "work",
      value: {
        personId: reviewerId,
        caseId: one.caseId,
        attempt,
        slot: slot.slot,
        callId: one.callId,
        reference: one.reference,
        askedAt,
        ...(ended === undefined ? {} : { endedAt: ended.at, outcome: ended.outcome }),
        version: 0,
      },
    },
  ];
}

/** Somebody was asked. */
export const workBegins = (slot: Slot, one: Of): Change[] => workOf(slot, one);

/** Filed, left, or replaced: their place is free again. */
export const workEnds = (slot: Slot, one: Of, at: Instant, outcome: string): Change[] =>
  workOf(slot, one, { at, outcome });

/** Open reviews of these people, one list each. */
export async function readOpenWork(reader: Reader, people: readonly Work["personId"][]): Promise<Work[]> {
  const lists = await Promise.all(people.map((personId) => reader.list("work", { personId })));
  return lists.flat().filter(({ endedAt }) => endedAt === undefined);
}

/** What to write when a case has ended while reviews were open: its reviewers have their places back. */
export async function workOfEndedCase(reader: Reader, one: Case): Promise<Change[]> {
  if (!terminalStatuses.includes(one.status)) return [];
  const slots = await reader.list("slot", { caseId: one.caseId });
  const unfinished = slots.filter(({ status }) => status === "invited" || status === "accepted");
  const entries = await Promise.all(
    unfinished.map(async (slot) => {
      const { reviewerId: personId, attempt } = slot;
      if (personId === undefined) return [];
      const work = await reader.get("work", { personId, caseId: one.caseId, attempt, slot: slot.slot });
      return work === undefined || work.endedAt !== undefined ? [] : workEnds(slot, one, one.statusSince, "case-over");
    }),
  );
  return entries.flat();
}
