/** A review that is set aside because its author is in conflict: kept, not counted, its slot open again, and no ranking rests on it. */
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import type { DecisionFacts } from "../decision/decision-facts.ts";
import { stillRanked } from "../decision/rests-on.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Decision, Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { goBack } from "./ranking/go-back.ts";
import { supersede } from "./ranking/supersede.ts";
import type { Review } from "./review.ts";
import type { Slot } from "./slot.ts";

/** Whether the ranking in force was made with this review. */
export function isCounted({ mode, frozen }: Call, { filedAt, savedAt }: Review): boolean {
  return mode === "deadline" && frozen !== undefined && (filedAt ?? savedAt) <= frozen.at;
}

/**
 * Whether the review may still be set aside. What was told stands. A proposal of a rolling call stands too: those who
 * approve it are shown the conflict. One of a deadline call goes with the ranking that it rests on.
 */
export function maySetAside(one: Case, call: Call, review: Review): boolean {
  if (one.status === "in-review" || one.status === "deciding") return true;
  return (one.status === "approving" || one.status === "approved") && isCounted(call, review);
}

/** All in one commit: the review, its slot, the case back with its reviewers, and the ranking that counted it. */
export function setAside(
  facts: DecisionFacts & { readonly one: Case; readonly call: Call },
  slot: Slot,
  review: Review,
  event: { type: string; facts: Record<string, unknown> },
  actor: Actor,
  moment: Moment,
): Omit<Decision<unknown>, "result"> {
  const { call } = facts;
  const back = goBack(facts, "PlanReviews", event, "review-aside", actor, moment);
  const { caseId, slot: name } = slot;
  const ranking = isCounted(call, review)
    ? supersede(call, { cause: "conflict", at: moment.now, caseId, slot: name }, moment)
    : { changes: call.frozen === undefined ? notFrozenMeanwhile(call) : stillRanked(call) };
  return {
    ...back,
    changes: [
      { op: "replace", name: "slot", value: vacated(slot, moment) },
      { op: "replace", name: "review", value: { ...review, status: "set-aside" } },
      ...back.changes,
      ...ranking.changes,
    ],
    events: [...(back.events ?? []), ...(ranking.events ?? [])],
    effects: [...(back.effects ?? []), ...(ranking.effects ?? [])],
  };
}

/** A freeze at the same moment has counted the review: one of the two is decided anew. */
function notFrozenMeanwhile({ callId, mode, version }: Call): Change[] {
  return mode === "deadline" ? [{ op: "patch", name: "call", key: { callId }, set: {}, when: { version } }] : [];
}

/** Nobody sits in it; the next round looks for somebody else, and never for who left. */
function vacated(slot: Slot, { now }: Moment): Slot {
  const {
    reviewerId: left,
    reviewerPark: _park,
    declaration: _said,
    declaredAt: _when,
    filedAt: _filed,
    askedAt: _asked,
    ...rest
  } = slot;
  const tried =
    left === undefined ? slot.tried : [...slot.tried, { personId: left, reason: "conflict", at: now, read: true }];
  return { ...rest, round: slot.round + 1, status: "planned", soft: [], tried };
}
