/** Release by another person than the proposer: the applicant is told, and an award becomes a voucher with its money and aid. */
import * as z from "zod";
import { freeAid, grantAid } from "../aid/reserve.ts";
import { moveCase } from "../application/move.ts";
import { dayOf, eligibilityFactsOf } from "../application/read-application.ts";
import { missingParks } from "../approval/settle-approvals.ts";
import { checkEligibility, failingOf } from "../eligibility/list.ts";
import type { Actor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import type { Change } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import { startWorkflow } from "../task/start-workflow.ts";
import type { Task } from "../task/task.ts";
import { requireStaff } from "../voucher/staff.ts";
import { hashOfProposal } from "./content.ts";
import { latestProposal, requireDecision, requireProposal } from "./decision-facts.ts";
import { refuseWhoDid } from "./duties.ts";
import type { Proposal } from "./proposal.ts";
import { planRelease, type ReleaseFacts, type ReleasePlan, readRelease } from "./release-plan.ts";
import { freeReserved, sendBack } from "./send-back.ts";

export const release = verb({
  name: "decision.release",
  input: z.object({ caseId: caseIdSchema, noInterest: z.literal(true) }),
  read: (reader, { caseId }) => readRelease(reader, caseId),
  /** Result `back`: the day's aid headroom is too little, so all reservations were freed and the case decides anew. */
  decide(facts: ReleaseFacts, actor, _input, moment): Decision<{ outcome: string }> {
    const { one, slots, tasks } = requireDecision(facts);
    const person = requireStaff(actor, "manager", one, slots, moment.now);
    refuseWhoDid(person, [latestProposal(facts)?.proposedBy], "decision.propose");
    const outcome = lastOutcome(tasks);
    const task = openOrRepeated(tasks, "release", undefined, actor, outcome);
    if (task === undefined) return { changes: [], result: { outcome } };
    demandApproved(facts, moment);
    const plan = planRelease(facts, moment);
    if (plan.kind === "reject") return reject(facts, plan, task, actor, moment);
    if (!plan.fits) return back(facts, plan, task, actor, moment);
    demandEligible(facts, moment);
    return issue(facts, plan, task, actor, moment);
  },
});

function lastOutcome(tasks: readonly Task[]): string {
  const closed = tasks.filter(({ kind, status }) => kind === "release" && status === "answered");
  return String(closed.sort((a, b) => (a.at ?? "").localeCompare(b.at ?? "")).at(-1)?.answer?.outcome ?? "released");
}

/** Every paying park approved exactly what is released. */
function demandApproved(facts: ReleaseFacts, moment: Moment): void {
  const { one, approvals } = requireDecision(facts);
  if (one.status !== "approved")
    throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "approved" });
  const proposal = requireProposal(facts, ["approved"]);
  const missing = missingParks(proposal, approvals);
  if (missing.length > 0) throw new DomainError("conflict", "approval.missing", { parks: missing });
  if (hashOfProposal(proposal, one, moment.digest) !== proposal.contentHash) {
    throw new DomainError("conflict", "approval.content-changed", { round: proposal.round });
  }
}

/** The same rules once more before the legal right arises; the aid is counted on the award itself, not on the request. */
function demandEligible(facts: ReleaseFacts, moment: Moment): void {
  const failing = failingOf(checkEligibility(eligibilityFactsOf(facts, moment, "release"))).filter(
    ({ requirement }) => requirement !== "aid-headroom",
  );
  if (failing.length > 0) throw new DomainError("conflict", "eligibility.not-met", { failing });
}

function released({ caseId, attempt, round }: Proposal): Change {
  return {
    op: "patch",
    name: "proposal",
    key: { caseId, attempt, round },
    set: { status: "released" },
    when: { status: "approved" },
  };
}

function issue(
  facts: ReleaseFacts,
  plan: Extract<ReleasePlan, { kind: "award" }>,
  task: Task,
  actor: Actor,
  moment: Moment,
): Decision<{ outcome: string }> {
  const { one, call, shares, aidGroup, aidGrants } = requireDecision(facts);
  const { proposal, voucher, headrooms } = plan;
  const move = moveCase(one, "issued", { awarded: voucher.value }, moment, {
    type: "decision.released",
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
    headrooms,
    day: dayOf(call, moment.network, moment.now),
    at: moment.now,
  });
  const closing = answerTask(task, { outcome: "released", round: task.round }, actor, moment);
  const letters = joinLetters(plan.letters.map((draft) => letterChanges(draft, moment)));
  return {
    changes: [
      ...move.changes,
      released(proposal),
      { op: "create", name: "voucher", value: voucher },
      ...aid,
      ...closing.changes,
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
    result: { outcome: "released" },
  };
}

function reject(
  facts: ReleaseFacts,
  { proposal, letters: drafts }: ReleasePlan,
  task: Task,
  actor: Actor,
  moment: Moment,
): Decision<{ outcome: string }> {
  const { one, shares, aidGrants } = requireDecision(facts);
  const move = moveCase(one, "rejected", {}, moment, {
    type: "decision.released",
    facts: { kind: "reject", round: proposal.round },
  });
  const closing = answerTask(task, { outcome: "rejected", round: task.round }, actor, moment);
  const letters = joinLetters(drafts.map((draft) => letterChanges(draft, moment)));
  return {
    changes: [
      ...move.changes,
      released(proposal),
      ...freeAid(aidGrants, one.caseId),
      ...closing.changes,
      ...letters.changes,
    ],
    postings: freeReserved(one, shares, "rejected"),
    events: move.events,
    effects: [...closing.effects, ...letters.effects],
    result: { outcome: "rejected" },
  };
}

function back(
  facts: ReleaseFacts,
  { proposal }: ReleasePlan,
  task: Task,
  actor: Actor,
  moment: Moment,
): Decision<{ outcome: string }> {
  const { one, shares, aidGrants, approvals } = requireDecision(facts);
  const sent = sendBack({ one, proposal, shares, aidGrants, approvals }, "no-room", undefined, moment);
  const closing = answerTask(task, { outcome: "back", round: task.round + 1 }, actor, moment);
  return {
    changes: [...sent.changes, ...closing.changes],
    postings: sent.postings,
    events: sent.events,
    effects: closing.effects,
    result: { outcome: "back" },
  };
}
