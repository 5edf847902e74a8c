/** Release by another person than the proposer: the applicant is told, and an award becomes a voucher with its money and aid. */
import * as z from "zod";
import type { Condition } from "../aid/condition.ts";
import { freeAid } from "../aid/reserve.ts";
import { moveCase } from "../application/move.ts";
import { demandStanding } from "../application/offer-validity.ts";
import { endRenewal } from "../application/renew-offer.ts";
import { missingParks } from "../approval/settle-approvals.ts";
import type { Actor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { requireStaff } from "../voucher/staff.ts";
import { hashOfProposal } from "./content.ts";
import { decideAnew } from "./decide-anew.ts";
import { requireDecision, requireProposal } from "./decision-facts.ts";
import { decisionChanges } from "./decision-letters.ts";
import { refuseWhoDid, whoProposed } from "./duties.ts";
import { grantLater } from "./grant-stated.ts";
import { type AwardPlan, issueAward, released } from "./issue-award.ts";
import {
  failingAtGrant,
  planRelease,
  type ReleaseFacts,
  type ReleasePlan,
  readRelease,
  whyAnew,
} from "./release-plan.ts";
import { refuseSuperseded, stillRanked, stillStanding } from "./rests-on.ts";
import { freeReserved } from "./send-back.ts";

export const release = verb({
  name: "decision.release",
  input: z.object({ caseId: caseIdSchema, noInterest: z.literal(true) }),
  read: (reader, { caseId }) => readRelease(reader, caseId),
  /** Result `condition`: the applicant is asked for the statement that comes before the grant. `back`: the day's aid headroom is too little, a requirement no longer holds, or the provider's offer is gone, so all reservations were freed and the case decides anew. @throws conflict `eligibility.not-met` with what others can still put right. Of a conditional award whose statement was made, it is the grant: `granted`, or as `grantLater` says. */
  decide(facts: ReleaseFacts, actor, _input, moment): Decision<{ outcome: string }> {
    const { one, slots, tasks } = requireDecision(facts);
    const person = requireStaff(actor, "manager", one, slots, moment.now);
    refuseWhoDid(person, whoProposed(facts), "decision.propose");
    const outcome = lastOutcome(tasks);
    const task = openOrRepeated(tasks, "release", undefined, actor, outcome);
    if (task === undefined) return { changes: [], result: { outcome } };
    if (one.status === "conditional") return grantLater(facts, task, actor, moment);
    demandApproved(facts, moment);
    const plan = planRelease(facts, moment);
    if (plan.kind === "reject") return ranked(facts, reject(facts, plan, task, actor, moment));
    const why = whyAnew(facts, plan.fits, moment);
    if (why !== undefined) return decideAnew(facts, plan.proposal, why, task, actor, moment);
    demandStanding(facts.offer, moment.now);
    const failing = failingAtGrant(facts, moment);
    if (failing.length > 0) throw new DomainError("conflict", "eligibility.not-met", { failing });
    const told =
      plan.condition === undefined
        ? issueAward(facts, plan, task, "released", actor, moment)
        : askStatement(facts, plan, plan.condition, task, actor, moment);
    return ranked(facts, { ...told, changes: [...told.changes, ...stillStanding(facts.offer)] });
  },
});

/** Nor is anything told that rests on a ranking which is superseded at this very moment. */
function ranked<R>({ call }: ReleaseFacts, told: Decision<R>): Decision<R> {
  return { ...told, changes: [...told.changes, ...stillRanked(call)] };
}

function lastOutcome(tasks: readonly Task[]): string {
  const closed = tasks.filter(({ kind, status }) => kind === "release" && status === "answered");
  return String(closed.sort((a, b) => (a.at ?? "").localeCompare(b.at ?? "")).at(-1)?.answer?.outcome ?? "released");
}

/** Every paying park approved exactly what is released. */
function demandApproved(facts: ReleaseFacts, moment: Moment): void {
  const { one, call, approvals } = requireDecision(facts);
  if (one.status !== "approved")
    throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "approved" });
  const proposal = requireProposal(facts, ["approved"]);
  const missing = missingParks(proposal, approvals);
  if (missing.length > 0) throw new DomainError("conflict", "approval.missing", { parks: missing });
  refuseSuperseded(proposal, call);
  if (hashOfProposal(proposal, one, moment.digest) !== proposal.contentHash) {
    throw new DomainError("conflict", "approval.content-changed", { round: proposal.round });
  }
}

function reject(
  facts: ReleaseFacts,
  { proposal, letters: drafts }: ReleasePlan,
  task: Task,
  actor: Actor,
  moment: Moment,
): Decision<{ outcome: string }> {
  const { one, shares, aidGrants, tasks } = requireDecision(facts);
  const move = moveCase(one, "rejected", {}, moment, {
    type: "decision.released",
    facts: { kind: "reject", round: proposal.round },
  });
  const closing = answerTask(task, { outcome: "rejected", round: task.round }, actor, moment);
  const letters = decisionChanges(drafts, moment);
  return {
    changes: [
      ...move.changes,
      released(proposal),
      ...freeAid(aidGrants, one.caseId),
      ...closing.changes,
      ...endRenewal(tasks, actor, moment),
      ...letters.changes,
    ],
    postings: freeReserved(one, shares, "rejected"),
    events: move.events,
    effects: [...closing.effects, ...letters.effects],
    result: { outcome: "rejected" },
  };
}

/** approved → conditional: the decision is told, its money and aid stay reserved, nothing is granted yet. */
function askStatement(
  facts: ReleaseFacts,
  plan: AwardPlan,
  condition: Condition,
  task: Task,
  actor: Actor,
  moment: Moment,
): Decision<{ outcome: string }> {
  const { one } = requireDecision(facts);
  const before = one.condition?.statement ?? one.condition?.before;
  const asked = { ...condition, ...(before === undefined ? {} : { before }) };
  const move = moveCase(one, "conditional", { condition: asked }, moment, {
    type: "decision.released",
    facts: { kind: "conditional", round: plan.proposal.round, basis: condition.basis, ...condition.gross },
  });
  const closing = answerTask(task, { outcome: "condition", round: task.round }, actor, moment);
  const letters = decisionChanges(plan.letters, moment);
  return {
    changes: [...move.changes, released(plan.proposal), ...closing.changes, ...letters.changes],
    events: move.events,
    effects: [...closing.effects, ...letters.effects],
    result: { outcome: "condition" },
  };
}
