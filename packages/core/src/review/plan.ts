/** The review plan of a case: how many reviews its call wants, and who sits in which slot. */

import type { Case } from "../application/case.ts";
import { dayOf } from "../application/read-application.ts";
import type { Call } from "../call/call.ts";
import { DomainError } from "../kernel/error.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { type Eligible, eligibleOf, type Wanted } from "./choose-reviewers.ts";
import type { CaseParties } from "./conflict/conflict.ts";
import type { PoolFacts } from "./pool.ts";
import type { Slot } from "./slot.ts";

/** What the workflow needs to know of a slot. */
export interface SlotRound {
  readonly slot: string;
  readonly round: number;
}

/** Domain §4: one review up to the call's amount, two above. */
export function plannedCount(call: Pick<Call, "oneReviewUpTo">, one: Pick<Case, "requested">): 1 | 2 {
  return (one.requested?.amount ?? 0) <= call.oneReviewUpTo ? 1 : 2;
}

/** The facts of a case that exists. @throws not_found `case.not-found`. */
export function requirePool(facts: PoolFacts): PoolFacts & { one: Case; call: Call; on: CaseParties } {
  const { one, call, on } = facts;
  if (one === undefined || call === undefined || on === undefined) throw new DomainError("not_found", "case.not-found");
  return { ...facts, one, call, on };
}

/** What a choice of so many more reviewers starts from; `leaving` is the slot that is filled anew. */
export function wantedOf(facts: PoolFacts, count: number, moment: Moment, leaving?: string): Wanted {
  const { one, call, on, slots, candidates } = requirePool(facts);
  const others = slots.filter(({ slot, reviewerId }) => slot !== leaving && reviewerId !== undefined);
  return {
    count,
    on,
    candidates,
    excluded: slots.flatMap(({ reviewerId, tried }) => [
      ...(reviewerId === undefined ? [] : [reviewerId]),
      ...tried.map(({ personId }) => personId),
    ]),
    present: others.flatMap((slot) => presentOf(slot, facts, on)),
    now: moment.now,
    today: dayOf(call, moment.network, moment.now),
    order: (personId) => moment.digest(`${one.caseId} ${personId}`),
  };
}

/** Who sits in a slot, as a bound counts them. */
function presentOf(slot: Slot, { candidates }: PoolFacts, on: CaseParties): Eligible[] {
  const { reviewerId, reviewerPark, soft } = slot;
  if (reviewerId === undefined) return [];
  const known = candidates.find(({ personId }) => personId === reviewerId);
  if (known !== undefined) return [eligibleOf(known, soft, on)];
  const outsider =
    reviewerPark === undefined || !(on.payingParks.includes(reviewerPark) || on.providerPark === reviewerPark);
  return [{ personId: reviewerId, parkId: reviewerPark, soft, outsider }];
}

/** A new slot with its first reviewer. */
export function newSlot(one: Case, attempt: number, slot: string, { personId, parkId, soft }: Eligible): Slot {
  return {
    caseId: one.caseId,
    slot,
    attempt,
    round: 1,
    reviewerId: personId,
    ...(parkId === undefined ? {} : { reviewerPark: parkId }),
    status: "invited",
    tried: [],
    soft: [...soft],
    version: 0,
  };
}

/** Nobody is invited to a case that has left review meanwhile. */
export function stillInReview(one: Case): Change {
  return { op: "check", name: "case", key: { caseId: one.caseId }, when: { status: "in-review" } };
}
