/** The only place that answers the manager's task with what the optimiser chose: whoever asked it again, each is invited and the workflow goes on. */
import type { Actor } from "../kernel/actor.ts";
import type { Decision, Moment } from "../kernel/verb.ts";
import { answerTask } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import type { Chosen } from "./choose-reviewers.ts";
import { laySeat } from "./lay-seat.ts";
import { assignedAnswer, requirePool, seatedChanges, seatedSlots, stillInReview } from "./plan.ts";
import type { PlanningFacts } from "./planning.ts";
import type { ReviewPlan } from "./review-plan.ts";

interface Found {
  readonly task: Task;
  /** `r1` and the like, or `-` for the whole plan. */
  readonly slot: string;
  readonly plan: ReviewPlan;
  readonly chosen: readonly Chosen[];
}

export function seatPlan(
  facts: PlanningFacts,
  { task, slot: name, plan, chosen }: Found,
  actor: Actor,
  moment: Moment,
): Decision<{ outcome: string }> {
  const { one, slots } = requirePool(facts);
  const whole = name === "-";
  const values = seatedSlots(one, slots, name, chosen, moment.now);
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
}
