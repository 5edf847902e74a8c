/** The review plan of a case: how many reviews its call wants, and who sits in which slot. */

import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import { reviewsFor } from "../call/review-bands.ts";
import { DomainError } from "../kernel/error.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Change } from "../port/store.ts";
import type { Chosen } from "./choose-reviewers.ts";
import type { CaseParties } from "./conflict/conflict.ts";
import type { PoolFacts } from "./pool.ts";
import type { Slot } from "./slot.ts";
import { workBegins } from "./work.ts";

/** What the workflow needs to know of a slot. */
export interface SlotRound {
  readonly slot: string;
  readonly round: number;
}

/** Domain §4: none to three, by what is asked. */
export function plannedCount(call: Call, one: Pick<Case, "requested">): 0 | 1 | 2 | 3 {
  return reviewsFor(call, one.requested?.amount ?? 0);
}

/** The facts of a case that exists. @throws not_found `case.not-found`. */
export function requirePool<F extends PoolFacts>(facts: F): F & { one: Case; call: Call; on: CaseParties } {
  const { one, call, on } = facts;
  if (one === undefined || call === undefined || on === undefined) throw new DomainError("not_found", "case.not-found");
  return { ...facts, one, call, on };
}

/** A new slot with its first reviewer. */
export function newSlot(
  one: Case,
  attempt: number,
  slot: string,
  { personId, parkId, soft }: Chosen,
  now: Instant,
): Slot {
  return {
    caseId: one.caseId,
    slot,
    attempt,
    round: 1,
    reviewerId: personId,
    ...(parkId === undefined ? {} : { reviewerPark: parkId }),
    status: "invited",
    askedAt: now,
    tried: [],
    soft: [...soft],
    version: 0,
  };
}

/** The slot with its next reviewer, who knows nothing of the one before. */
export function refilledSlot(slot: Slot, { personId, parkId, soft }: Chosen, now: Instant): Slot {
  const { reviewerId: _left, reviewerPark: _park, declaration: _said, declaredAt: _when, ...rest } = slot;
  return {
    ...rest,
    round: slot.round + 1,
    reviewerId: personId,
    ...(parkId === undefined ? {} : { reviewerPark: parkId }),
    status: "invited",
    askedAt: now,
    soft: [...soft],
  };
}

/** Slots filled by these people: the whole plan's, or the one that is named. @throws not_found `slot.not-found` */
export function seatedSlots(
  one: Case,
  slots: readonly Slot[],
  name: string,
  people: readonly Chosen[],
  now: Instant,
): Slot[] {
  if (name === "-") return people.map((person, index) => newSlot(one, one.attempt, `r${index + 1}`, person, now));
  const before = slots.find(({ slot }) => slot === name);
  const [next] = people;
  if (before === undefined || next === undefined) throw new DomainError("not_found", "slot.not-found");
  return [refilledSlot(before, next, now)];
}

/** What the workflow is told when the manager's task about the whole plan, or about one slot, is done. */
export function assignedAnswer(
  values: readonly Slot[],
  whole: boolean,
  taskRound: number,
  lay: readonly SlotRound[] = [],
) {
  const slots: SlotRound[] = [...values.map(({ slot, round }) => ({ slot, round })), ...lay];
  return { outcome: "assigned", slots, round: whole ? taskRound : (values[0]?.round ?? taskRound) };
}

/** Writes new slots with their reviewers' work. */
export function seatedChanges(slots: readonly Slot[], one: Case, op: "create" | "replace"): Change[] {
  return slots.flatMap((value): Change[] => [{ op, name: "slot", value }, ...workBegins(value, one)]);
}

/** Nobody is invited to a case that has left review meanwhile. */
export function stillInReview(one: Case): Change {
  return { op: "check", name: "case", key: { caseId: one.caseId }, when: { status: "in-review" } };
}
