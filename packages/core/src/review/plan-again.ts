/** The manager asks for the choice of reviewers anew, after a translation, a new reviewer or a changed profile made one possible. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { requireStaff } from "../voucher/staff.ts";
import { chooseReviewers } from "./choose-reviewers.ts";
import { laySeat } from "./lay-seat.ts";
import { assignedAnswer, plannedCount, requirePool, seatedChanges, seatedSlots, stillInReview } from "./plan.ts";
import { type PlanningFacts, readPlanning } from "./planning.ts";
import { translationWanted } from "./translation/translation.ts";

/**
 * Answers the manager's task with what the optimiser finds now. Nothing changes where there is still no plan.
 * @throws conflict `review.waits-for-run`, `review.waits-for-translation`, `review.no-plan` with what binds.
 */
export const planAgain = verb({
  name: "review.plan-again",
  input: z.object({
    caseId: caseIdSchema,
    /** `r1` and the like, or `-` for the whole plan. */
    slot: z.string(),
    noInterest: z.literal(true),
  }),
  read: (reader, { caseId }) => readPlanning(reader, caseId, undefined),
  decide(facts: PlanningFacts, actor, input, moment): Decision<{ outcome: string }> {
    const { one, call, on, slots, translated } = requirePool(facts);
    requireStaff(actor, "manager", one, slots, moment.now);
    const task = openOrRepeated(facts.tasks, "assign-reviewer", input.slot, actor, "assigned");
    if (task === undefined) return { changes: [], result: { outcome: "assigned" } };
    const whole = input.slot === "-";
    if (whole && call.mode === "deadline") throw new DomainError("conflict", "review.waits-for-run");
    const languages = translationWanted(call, on.language, translated);
    if (languages.length > 0) throw new DomainError("conflict", "review.waits-for-translation", { languages });
    const wanted = whole
      ? { purpose: "plan" as const, count: plannedCount(call, one) }
      : { purpose: "replace" as const, count: 1, slot: input.slot };
    const { plan, chosen, binding } = chooseReviewers(facts, wanted, moment);
    if (chosen === undefined) throw new DomainError("conflict", "review.no-plan", { binding });
    const values = seatedSlots(one, slots, input.slot, chosen, moment.now);
    const lay = whole ? laySeat(facts, values, moment) : undefined;
    const closing = answerTask(task, assignedAnswer(values, whole, task.round, lay?.slots), actor, moment);
    const invited = values.map(({ slot, round, reviewerId, soft }) => ({
      stream: one.caseId,
      caseId: one.caseId,
      type: "review.invited",
      facts: { slot, round, reviewerId, soft, plan: plan.planId },
    }));
    return {
      changes: [
        stillInReview(one),
        { op: "create", name: "reviewPlan", value: plan },
        ...seatedChanges(values, one, whole ? "create" : "replace"),
        ...(lay?.changes ?? []),
        ...closing.changes,
      ],
      events: [...invited, ...(lay?.events ?? [])],
      effects: closing.effects,
      result: { outcome: "assigned" },
    };
  },
});
