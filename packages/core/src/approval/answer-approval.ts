/** One paying park answers a proposal: approve, decline, ask — or stays silent, which the sweep says for it. */
import * as z from "zod";
import { shortOf } from "../aid/reserve.ts";
import { headroomsFor } from "../application/read-application.ts";
import { hashOfProposal } from "../decision/content.ts";
import { requireDecision, requireProposal } from "../decision/decision-facts.ts";
import { refuseWhoDid, whoAnswered, whoProposed } from "../decision/duties.ts";
import type { Proposal } from "../decision/proposal.ts";
import { refuseSuperseded } from "../decision/rests-on.ts";
import { sendBack } from "../decision/send-back.ts";
import type { Actor, PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { money } from "../kernel/money.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { answerTask, cancelTasks, openOrRepeated } from "../task/answer.ts";
import { isHandedOn } from "../task/asked.ts";
import type { Task } from "../task/task.ts";
import { silentTask } from "../voucher/silence.ts";
import { requireStaff } from "../voucher/staff.ts";
import type { Approval } from "./approval.ts";
import { askNext } from "./ask-next.ts";
import { type HandingFacts, readHanding, roleOf } from "./delegate-approval.ts";
import { refuseOwnPark, staffFor } from "./park-interest.ts";
import { demandFreshFactor, policyOf } from "./policy.ts";
import { refuseOutOfTurn } from "./turn.ts";

export const answerApprovalInput = z.object({
  caseId: caseIdSchema,
  parkId: z.string(),
  noInterest: z.literal(true),
  /** `silent` is for the sweep alone. */
  answer: z.enum(["approve", "decline", "ask", "silent"]),
  reason: z.string().trim().max(2000).default(""),
  /** Hash of the proposal as the approver saw it; refused where it is another one now. */
  contentHash: z.string().optional(),
});
export type AnswerApproval = z.output<typeof answerApprovalInput>;

export const answerApproval = verb({
  name: "approval.answer",
  input: answerApprovalInput,
  read: readHanding,
  decide(facts: HandingFacts, actor, input, moment): Decision<{ outcome: string }> {
    const { one, slots, tasks } = requireDecision(facts);
    if (actor.kind === "system" && input.answer === "silent") return silence(facts, actor, input, moment);
    const person = requireStaff(actor, roleOf(tasks, input.parkId), one, slots, moment.now, input.parkId);
    refuseOwnPark(person, input.parkId, facts.parties, moment);
    if (input.answer === "silent") throw new DomainError("forbidden", "actor.system-needed");
    refuseWhoDid(person, whoAnswered(tasks, "screen"), "application.screen");
    refuseWhoDid(person, whoProposed(facts), "decision.propose");
    const task = openOrRepeated(tasks, "approve", input.parkId, actor, input.answer);
    if (task === undefined) return { changes: [], result: { outcome: input.answer } };
    // Who has given the first of two approvals repeats it and changes nothing.
    if (task.given?.includes(person.personId) !== true)
      refuseOutOfTurn(task, person, staffFor(facts, input.parkId, moment)[roleOf(tasks, input.parkId)], moment.now);
    const proposal = demandContent(facts, task, input, moment);
    if (input.answer === "approve") demandRoom(facts, proposal, moment);
    if (input.answer === "approve") return approve(facts, proposal, task, person, input, moment);
    if (input.reason === "") throw new DomainError("invalid", "approval.reason-missing", { answer: input.answer });
    return refuse(facts, proposal, task, person, input, moment);
  },
});

/** The proposal that the task asks about, unchanged since it was made and since the approver read it. */
function demandContent(facts: HandingFacts, task: Task, input: AnswerApproval, moment: Moment): Proposal {
  const { one, call } = requireDecision(facts);
  if (one.status !== "approving")
    throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "approving" });
  const proposal = requireProposal(facts, ["open"]);
  refuseSuperseded(proposal, call);
  const seen = input.contentHash ?? proposal.contentHash;
  if (
    proposal.round !== task.round ||
    seen !== proposal.contentHash ||
    hashOfProposal(proposal, one, moment.digest) !== proposal.contentHash
  ) {
    throw new DomainError("conflict", "approval.content-changed", {
      round: proposal.round,
      contentHash: proposal.contentHash,
    });
  }
  return proposal;
}

/** Counted anew at each approval: the undertaking may have grown since the proposal, where two records became one. */
function demandRoom(facts: HandingFacts, proposal: Proposal, moment: Moment): void {
  if (proposal.award === undefined) return;
  const short = headroomsFor(facts, money(proposal.award.amount, proposal.award.currency), moment).find(
    ({ state, fits }) => state === "assessed" && !fits,
  );
  if (short !== undefined) throw new DomainError("conflict", "aid.no-room", shortOf(short));
}

/** Writes nothing on the case, so that all parks can approve in the same instant. */
function approve(
  facts: HandingFacts,
  proposal: Proposal,
  task: Task,
  person: PersonActor,
  input: AnswerApproval,
  moment: Moment,
): Decision<{ outcome: string }> {
  const policy = policyOf(proposal, input.parkId, moment.network);
  demandFreshFactor(policy, proposal, person, input.parkId, moment.now);
  const earlier = facts.approvals.find(
    ({ attempt, round, parkId }) => attempt === proposal.attempt && round === proposal.round && parkId === input.parkId,
  );
  if (earlier !== undefined && earlier.by === person.personId) return { changes: [], result: { outcome: "approve" } };
  const value: Approval =
    earlier === undefined
      ? {
          ...approvalOf(proposal, person, input, moment),
          ...standingIn(facts, task, person, moment),
          needed: policy.approvers,
        }
      : { ...earlier, second: { by: person.personId, at: moment.now, ...standingIn(facts, task, person, moment) } };
  const enough = policy.approvers === 1 || earlier !== undefined;
  const closing = enough
    ? answerTask(task, { outcome: "approve", round: task.round }, person, moment)
    : askNext(
        { ...requireDecision(facts), task, policy, staff: staffFor(facts, input.parkId, moment) },
        person,
        moment,
      );
  return {
    changes: [{ op: earlier === undefined ? "create" : "replace", name: "approval", value }, ...closing.changes],
    events: [eventOf(proposal, input.parkId, "approve")],
    effects: closing.effects ?? [],
    result: { outcome: "approve" },
  };
}

/** All reservations of the case are freed in this very commit, and the other parks' tasks are closed. */
function refuse(
  facts: HandingFacts,
  proposal: Proposal,
  task: Task,
  person: PersonActor,
  input: AnswerApproval,
  moment: Moment,
): Decision<{ outcome: string }> {
  const earlier = facts.approvals.find(
    ({ attempt, round, parkId }) => attempt === proposal.attempt && round === proposal.round && parkId === input.parkId,
  );
  const value = {
    ...approvalOf(proposal, person, input, moment),
    ...standingIn(facts, task, person, moment),
    version: earlier?.version ?? 0,
  };
  const others = facts.approvals.filter((approval) => approval !== earlier);
  const back = close(facts, proposal, task, others, input, person, moment);
  return {
    ...back,
    changes: [...back.changes, { op: earlier === undefined ? "create" : "replace", name: "approval", value }],
  };
}

function silence(
  facts: HandingFacts,
  actor: Actor,
  input: AnswerApproval,
  moment: Moment,
): Decision<{ outcome: string }> {
  const ofPark = facts.tasks.filter(({ slot }) => slot === input.parkId);
  const task = silentTask(ofPark, "approve", moment.now);
  if (task === undefined || facts.one?.status !== "approving") return { changes: [], result: { outcome: "nothing" } };
  return close(facts, requireProposal(facts, ["open"]), task, facts.approvals, input, actor, moment);
}

function close(
  facts: HandingFacts,
  proposal: Proposal,
  task: Task,
  approvals: readonly Approval[],
  { answer, parkId }: AnswerApproval,
  actor: Actor,
  moment: Moment,
): Decision<{ outcome: string }> {
  const { one, shares, aidGrants, tasks } = requireDecision(facts);
  const back = sendBack({ one, proposal, shares, aidGrants, approvals }, answer, parkId, moment);
  const others = tasks.filter((other) => other.kind === "approve" && other !== task);
  const closing = answerTask(
    task,
    { outcome: answer, round: task.round },
    actor,
    moment,
    answer === "silent" ? "timed-out" : "answered",
  );
  const cancelled = cancelTasks(others, actor, moment, true);
  return {
    changes: [...back.changes, ...closing.changes, ...cancelled.changes],
    postings: back.postings,
    events: [eventOf(proposal, parkId, answer), ...back.events],
    effects: [...closing.effects, ...cancelled.effects],
    result: { outcome: answer },
  };
}

function approvalOf(
  proposal: Proposal,
  person: PersonActor,
  { parkId, answer, reason }: AnswerApproval,
  moment: Moment,
): Approval {
  const { caseId, attempt, round, contentHash } = proposal;
  if (answer === "silent") throw new DomainError("forbidden", "actor.system-needed");
  return {
    caseId,
    attempt,
    round,
    parkId,
    answer,
    reason,
    contentHash,
    by: person.personId,
    at: moment.now,
    version: 0,
  };
}

/** Whose answer this person gives: a colleague's who handed it over, or that of the role's holders, for whom they stand in. */
function standingIn(
  { tasks, staff }: HandingFacts,
  task: Task,
  { personId }: PersonActor,
  { now }: Moment,
): Pick<Approval, "instead" | "substitute"> {
  const handed = task.delegations?.find((one) => one.to === personId && isHandedOn(one, now));
  if (handed !== undefined) return { instead: handed.from };
  const held = staff[roleOf(tasks, task.slot)].find((one) => one.personId === personId);
  return held?.substitute === true ? { substitute: true } : {};
}

function eventOf({ caseId, round, contentHash }: Proposal, parkId: string, answer: string) {
  return { stream: caseId, caseId, type: "approval.answered", facts: { round, parkId, answer, contentHash } };
}
