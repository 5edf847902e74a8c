/** Whom an open task asks among all who hold its role: whose turn it is, whoever stands in for them, and never who has answered already. */
import * as z from "zod";
import { type PersonId, personIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import { askedNow, type Candidate, inForce, plain, type Recipient } from "../letter/recipient.ts";

/** An approver handed their answer to a colleague. */
export const delegationSchema = z.object({
  from: personIdSchema,
  to: personIdSchema,
  reason: z.string().max(500),
  at: instantSchema,
  /** The last instant at which it holds: the end of a day in the park's zone. */
  until: instantSchema,
  takenBackAt: instantSchema.optional(),
  /** The colleague answered: it stays so, and nobody takes it back. */
  usedAt: instantSchema.optional(),
});
export type Delegation = z.infer<typeof delegationSchema>;

/** The secretary named who is to do it. */
export const reassignmentSchema = z.object({
  by: personIdSchema,
  to: personIdSchema,
  reason: z.string().max(500),
  at: instantSchema,
});

export const askedSchema = z.object({
  /** Whose turn it is where people are asked one after the other; absent where all who hold the role are asked. */
  asked: z.array(personIdSchema).optional(),
  /** Who has answered while the task waits for one more. */
  given: z.array(personIdSchema).optional(),
  delegations: z.array(delegationSchema).max(20).optional(),
  /** To whom the secretary gave it, latest last. */
  reassigned: z.array(reassignmentSchema).max(20).optional(),
});
export type Asked = z.infer<typeof askedSchema>;

/** Handed on and neither taken back nor over. What was used lasts: one approval is given once. */
export function isHandedOn({ until, takenBackAt, usedAt }: Delegation, now: Instant): boolean {
  return usedAt !== undefined || (takenBackAt === undefined && now <= until);
}

/** The colleague to whom this person handed their answer. */
export function delegateOf(task: Asked, personId: PersonId, now: Instant): Delegation | undefined {
  return task.delegations?.find((one) => one.from === personId && isHandedOn(one, now));
}

/** Ids of those whose turn it is, with the colleague in the place of who handed theirs over; undefined where nobody has a turn. */
export function turnOf(task: Asked, now: Instant): PersonId[] | undefined {
  return task.asked?.map((personId) => delegateOf(task, personId, now)?.to ?? personId);
}

/** Everybody in turn who may act now. Where nobody whose turn it is can, the others are asked: a case never waits for somebody who is gone. */
export function askedOfTask(task: Asked, holders: readonly Candidate[], now: Instant): Recipient[] {
  const left = inForce(holders, now).filter(({ personId }) => task.given?.includes(personId) !== true);
  const turn = turnOf(task, now) ?? [];
  const named = left.filter(({ personId }) => turn.includes(personId));
  if (named.length > 0) return named.map(plain);
  const standing = left.filter(({ personId }) => delegateOf(task, personId, now) === undefined);
  const delegates = left.filter(({ personId }) =>
    task.delegations?.some((one) => one.to === personId && one.usedAt === undefined && isHandedOn(one, now)),
  );
  const asked = [...askedNow(standing, now), ...delegates.map(plain)];
  return [...new Map(asked.map((one) => [one.personId, one])).values()];
}
