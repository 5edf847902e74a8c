/** What a manager who is to name reviewers is told of the plan that was not possible. */
import type { ReviewPlan } from "../review/review-plan.ts";

export type TaskFacts = Readonly<Record<string, unknown>>;

/** What binds, and the smallest change that mends it, for whoever names the reviewers. */
export function factsOfImpossible(plan: ReviewPlan | undefined): TaskFacts {
  if (plan?.outcome.kind !== "impossible") return {};
  const { binding, rules, changes } = plan.outcome;
  return { plan: plan.planId, binding, rules, changes };
}
