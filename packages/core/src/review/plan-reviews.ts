/** The workflow's first step after screening: choose reviewers for the plan, or hand the choice to the manager with the bound that binds. */
import * as z from "zod";
import { requireSystem } from "../kernel/actor.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { chooseReviewers } from "./choose-reviewers.ts";
import { laySeat } from "./lay-seat.ts";
import { newSlot, plannedCount, requirePool, type SlotRound, seatedChanges, stillInReview } from "./plan.ts";
import { type PlanningFacts, readPlanning } from "./planning.ts";
import { askService } from "./translation/ask-service.ts";
import { translationWanted } from "./translation/translation.ts";

export interface PlanResult {
  /** `none`: the call wants no review of what is asked. `closed`: the case has left review meanwhile. */
  outcome: "planned" | "manager" | "none" | "closed";
  slots: SlotRound[];
  /** Round of what comes after the reviews. */
  round: number;
}

export const planReviews = verb({
  name: "review.plan",
  input: z.object({
    caseId: caseIdSchema,
    attempt: z.number().int().min(1),
    round: z.number().int().min(1).optional(),
  }),
  read: (reader, { caseId, attempt }) => readPlanning(reader, caseId, attempt),
  decide(facts: PlanningFacts, actor, { attempt }, moment): Decision<PlanResult> {
    requireSystem(actor);
    const { one, call, on, slots, translated } = requirePool(facts);
    const after = one.roundsFrom ?? 1;
    if (one.status !== "in-review") return { changes: [], result: { outcome: "closed", slots: [], round: after } };
    // After a restart the slots are there: they go on where they are.
    if (slots.length > 0)
      return {
        changes: [],
        result: { outcome: "planned", slots: slots.map(({ slot, round }) => ({ slot, round })), round: after },
      };
    const count = plannedCount(call, one);
    // Nobody reads it but staff, who may read any language of the call: nothing is waited for.
    if (count === 0) {
      const none = { stream: one.caseId, caseId: one.caseId, type: "review.none-wanted", facts: {} };
      return { changes: [], events: [none], result: { outcome: "none", slots: [], round: after } };
    }
    const languages = translationWanted(call, on.language, translated);
    if (languages.length > 0) {
      const waits = {
        stream: one.caseId,
        caseId: one.caseId,
        type: "review.waits-for-translation",
        facts: { language: on.language, languages: [...languages] },
      };
      const asking = askService(one, languages, moment);
      return {
        changes: asking?.changes ?? [],
        events: [waits, ...(asking?.events ?? [])],
        effects: asking?.effects ?? [],
        result: { outcome: "manager", slots: [], round: after },
      };
    }
    // All cases of such a call are weighed together: the manager's task is answered by the run.
    if (call.mode === "deadline") {
      const waits = { stream: one.caseId, caseId: one.caseId, type: "review.waits-for-run", facts: { count } };
      return { changes: [], events: [waits], result: { outcome: "manager", slots: [], round: after } };
    }
    const { plan, chosen, binding } = chooseReviewers(facts, { purpose: "plan", count }, moment);
    const event = { stream: one.caseId, caseId: one.caseId };
    if (chosen === undefined) {
      return {
        changes: [{ op: "create", name: "reviewPlan", value: plan }],
        events: [{ ...event, type: "review.plan-infeasible", facts: { count, binding, plan: plan.planId } }],
        result: { outcome: "manager", slots: [], round: after },
      };
    }
    const planned = chosen.map((person, index) => newSlot(one, attempt, `r${index + 1}`, person, moment.now));
    const lay = laySeat(facts, planned, moment);
    const invited = planned.map(({ slot, reviewerId, soft }) => ({
      ...event,
      type: "review.invited",
      facts: { slot, round: 1, reviewerId, soft, plan: plan.planId },
    }));
    return {
      changes: [
        stillInReview(one),
        { op: "create", name: "reviewPlan", value: plan },
        ...seatedChanges(planned, one, "create"),
        ...lay.changes,
      ],
      events: [...invited, ...lay.events],
      result: {
        outcome: "planned",
        slots: [...planned.map(({ slot, round }) => ({ slot, round })), ...lay.slots],
        round: after,
      },
    };
  },
});
