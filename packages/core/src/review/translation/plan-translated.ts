/** A translation came by itself: the reviewers that the case waited for are chosen, and the manager's task is answered; where no plan keeps every rule it stays the manager's. */
import * as z from "zod";
import { requireSystem } from "../../kernel/actor.ts";
import { caseIdSchema } from "../../kernel/id.ts";
import { type Decision, verb } from "../../kernel/verb.ts";
import { chooseReviewers } from "../choose-reviewers.ts";
import { plannedCount, requirePool } from "../plan.ts";
import { type PlanningFacts, readPlanning } from "../planning.ts";
import { seatPlan } from "../seat-plan.ts";
import { translationWanted } from "./translation.ts";

export const planTranslated = verb({
  name: "review.plan-translated",
  input: z.object({ caseId: caseIdSchema, attempt: z.number().int().min(1) }),
  read: (reader, { caseId, attempt }) => readPlanning(reader, caseId, attempt),
  /** `waiting`: the workflow has not asked the manager yet, so there is nothing to answer. */
  decide(facts: PlanningFacts, actor, { attempt }, moment): Decision<{ outcome: string }> {
    requireSystem(actor);
    const { one, call, on, slots, tasks, translated } = requirePool(facts);
    const over = one.status !== "in-review" || one.attempt !== attempt || slots.length > 0;
    const closed = { changes: [], result: { outcome: "closed" } };
    // The run of a deadline call finds the translation by itself.
    if (over || call.mode === "deadline" || translationWanted(call, on.language, translated).length > 0) return closed;
    const asked = tasks.filter(({ kind, slot }) => kind === "assign-reviewer" && slot === "-");
    const task = asked.find(({ status }) => status === "open");
    const ofAttempt = asked.some((one) => one.attempt === attempt);
    if (task === undefined) return ofAttempt ? closed : { changes: [], result: { outcome: "waiting" } };
    const count = plannedCount(call, one);
    const { plan, chosen, binding } = chooseReviewers(facts, { purpose: "plan", count }, moment);
    if (chosen !== undefined) return seatPlan(facts, { task, slot: "-", plan, chosen }, actor, moment);
    const event = { stream: one.caseId, caseId: one.caseId, type: "review.plan-infeasible" };
    return {
      changes: [{ op: "create", name: "reviewPlan", value: plan }],
      events: [{ ...event, facts: { count, binding, plan: plan.planId } }],
      result: { outcome: "manager" },
    };
  },
});
