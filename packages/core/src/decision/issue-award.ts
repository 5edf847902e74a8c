/** The grant itself: the legal right arises, and an award becomes a voucher with its money and aid, at release or after the statement. */
import { grantAid } from "../aid/reserve.ts";
import { moveCase } from "../application/move.ts";
import { dayOf } from "../application/read-application.ts";
import { endRenewal } from "../application/renew-offer.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Decision, Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { answerTask } from "../task/answer.ts";
import { startWorkflow } from "../task/start-workflow.ts";
import type { Task } from "../task/task.ts";
import { countIssued, stillWithinMost } from "../voucher/count-issued.ts";
import { requireDecision } from "./decision-facts.ts";
import { decisionChanges } from "./decision-letters.ts";
import type { Proposal } from "./proposal.ts";
import type { ReleaseFacts, ReleasePlan } from "./release-plan.ts";

export type AwardPlan = Extract<ReleasePlan, { kind: "award" }>;

/** The proposal was told to the applicant. */
export function released({ caseId, attempt, round }: Proposal): Change {
  return {
    op: "patch",
    name: "proposal",
    key: { caseId, attempt, round },
    set: { status: "released" },
    when: { status: "approved" },
  };
}

/** committed ← reserved, aid granted on this day, the voucher made and both parties told. @param outcome what the workflow is told. */
export function issueAward(
  facts: ReleaseFacts,
  plan: AwardPlan,
  task: Task,
  outcome: "released" | "granted",
  actor: Actor,
  moment: Moment,
): Decision<{ outcome: string }> {
  const known = requireDecision(facts);
  const { one, call, shares, aidGroup, aidGrants, tasks } = known;
  const { proposal, voucher } = plan;
  const { condition } = one;
  // Released without being asked again, an award may follow one that was: its condition stays as it was stated.
  const granted =
    condition === undefined || outcome === "released" ? {} : { condition: { ...condition, grantedAt: moment.now } };
  const move = moveCase(one, "issued", { awarded: voucher.value, ...granted }, moment, {
    type: outcome === "released" ? "decision.released" : "decision.granted",
    facts: {
      kind: "award",
      round: proposal.round,
      amount: voucher.value.amount,
      currency: voucher.value.currency,
      voucherId: voucher.voucherId,
    },
  });
  const aid = grantAid({
    group: aidGroup,
    grants: aidGrants,
    caseId: one.caseId,
    headrooms: plan.headrooms,
    day: dayOf(call, moment.network, moment.now),
    at: moment.now,
  });
  const closing = answerTask(task, { outcome, round: task.round }, actor, moment);
  const letters = decisionChanges(plan.letters, moment);
  return {
    changes: [
      ...move.changes,
      ...(proposal.status === "released" ? [] : [released(proposal)]),
      { op: "create", name: "voucher", value: voucher },
      ...aid,
      ...countIssued(aidGroup),
      ...stillWithinMost(known),
      ...closing.changes,
      ...endRenewal(tasks, actor, moment),
      ...letters.changes,
    ],
    postings: shares
      .filter(({ reserved }) => reserved > 0)
      .map(({ ledger, reserved }) => ({
        ledger,
        to: "committed",
        from: "reserved",
        amount: reserved,
        caseId: one.caseId,
        memo: "issue",
      })),
    events: move.events,
    effects: [...closing.effects, ...letters.effects, startWorkflow(move.moved)],
    result: { outcome },
  };
}
