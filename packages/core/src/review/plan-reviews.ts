/** The workflow's first step after screening: choose reviewers for the plan, or hand the choice to the manager with the bound that binds. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { chooseReviewers } from "./choose-reviewers.ts";
import { newSlot, plannedCount, requirePool, type SlotRound, stillInReview, wantedOf } from "./plan.ts";
import { type PoolFacts, readPool } from "./pool.ts";

export interface PlanResult {
  /** `closed`: the case has left review meanwhile. */
  outcome: "planned" | "manager" | "closed";
  slots: SlotRound[];
}

export const planReviews = verb({
  name: "review.plan",
  input: z.object({ caseId: caseIdSchema, attempt: z.number().int().min(1) }),
  read: (reader, { caseId, attempt }) => readPool(reader, caseId, attempt),
  decide(facts: PoolFacts, actor, { attempt }, moment): Decision<PlanResult> {
    requireSystem(actor);
    const { one, call, slots } = requirePool(facts);
    if (one.status !== "in-review") return { changes: [], result: { outcome: "closed", slots: [] } };
    // After a restart the slots are there: they go on where they are.
    if (slots.length > 0)
      return { changes: [], result: { outcome: "planned", slots: slots.map(({ slot, round }) => ({ slot, round })) } };
    const count = plannedCount(call, one);
    const choice = chooseReviewers(wantedOf(facts, count, moment));
    const event = { stream: one.caseId, caseId: one.caseId };
    if (!choice.ok) {
      return {
        changes: [],
        events: [{ ...event, type: "review.plan-infeasible", facts: { count, binding: choice.binding } }],
        result: { outcome: "manager", slots: [] },
      };
    }
    const planned = choice.chosen.map((eligible, index) => newSlot(one, attempt, `r${index + 1}`, eligible));
    return {
      changes: [
        stillInReview(one),
        ...planned.map((value) => ({ op: "create" as const, name: "slot" as const, value })),
      ],
      events: planned.map(({ slot, reviewerId, soft }) => ({
        ...event,
        type: "review.invited",
        facts: { slot, round: 1, reviewerId, soft },
      })),
      result: { outcome: "planned", slots: planned.map(({ slot, round }) => ({ slot, round })) },
    };
  },
});
