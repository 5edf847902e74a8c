/** The only place that seats a patient or lay member beside the experts of a case, where its call has criteria meant for them (domain §8). */
import type { Decision, Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { chooseReviewers } from "./choose-reviewers.ts";
import { wantsLay } from "./lay-part.ts";
import { newSlot, requirePool, type SlotRound, seatedChanges } from "./plan.ts";
import type { PlanningFacts } from "./planning.ts";
import type { Slot } from "./slot.ts";

export interface LaySeat {
  readonly changes: readonly Change[];
  readonly events: NonNullable<Decision<unknown>["events"]>;
  readonly slots: readonly SlotRound[];
}

const nobody: LaySeat = { changes: [], events: [], slots: [] };

/**
 * One more slot after those of the experts, under the rules on all reviewers of the case. Lay members *may* review: where
 * none is free the case goes on without one, and an event says so.
 * @param experts the slots that the same decision fills
 */
export function laySeat(facts: PlanningFacts, experts: readonly Slot[], moment: Moment): LaySeat {
  const { one, call, slots } = requirePool(facts);
  if (!wantsLay(call.rubric) || slots.some(({ lay }) => lay === true)) return nobody;
  const all = [...slots, ...experts];
  const wanted = { purpose: "lay", count: 1, lay: true } as const;
  const { plan, chosen, binding } = chooseReviewers({ ...facts, slots: all }, wanted, moment);
  const kept: Change = { op: "create", name: "reviewPlan", value: plan };
  const event = { stream: one.caseId, caseId: one.caseId };
  const [member] = chosen ?? [];
  if (member === undefined) {
    const facts = { binding, plan: plan.planId };
    return { ...nobody, changes: [kept], events: [{ ...event, type: "review.no-lay-member", facts }] };
  }
  const value: Slot = { ...newSlot(one, one.attempt, `r${all.length + 1}`, member, moment.now), lay: true };
  const { slot, round, reviewerId, soft } = value;
  return {
    changes: [kept, ...seatedChanges([value], one, "create")],
    events: [
      { ...event, type: "review.invited", facts: { slot, round, reviewerId, soft, plan: plan.planId, lay: true } },
    ],
    slots: [{ slot, round }],
  };
}
