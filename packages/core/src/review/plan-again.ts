/** The manager asks for the choice of reviewers anew, after a translation, a new reviewer or a changed profile made one possible. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { openOrRepeated } from "../task/answer.ts";
import { requireStaff } from "../voucher/staff.ts";
import { chooseReviewers } from "./choose-reviewers.ts";
import { plannedCount, requirePool } from "./plan.ts";
import { type PlanningFacts, readPlanning } from "./planning.ts";
import { seatPlan } from "./seat-plan.ts";
import { askService } from "./translation/ask-service.ts";
import { translationWanted } from "./translation/translation.ts";

/**
 * Answers the manager's task with what the optimiser finds now, or asks the park's translation service again where a
 * translation is what is missing. Nothing changes where there is still no plan.
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
    const languages = translationWanted(call, on.language, translated);
    if (languages.length > 0) {
      // Not asked yet, or it failed: the service is asked once more.
      const asking = whole && one.translating?.state !== "asked" ? askService(one, languages, moment) : undefined;
      if (asking === undefined) throw new DomainError("conflict", "review.waits-for-translation", { languages });
      return { ...asking, result: { outcome: "translating" } };
    }
    if (whole && call.mode === "deadline") throw new DomainError("conflict", "review.waits-for-run");
    const wanted = whole
      ? { purpose: "plan" as const, count: plannedCount(call, one) }
      : { purpose: "replace" as const, count: 1, slot: input.slot };
    const { plan, chosen, binding } = chooseReviewers(facts, wanted, moment);
    if (chosen === undefined) throw new DomainError("conflict", "review.no-plan", { binding });
    return seatPlan(facts, { task, slot: input.slot, plan, chosen }, actor, moment);
  },
});
