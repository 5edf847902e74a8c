/** The applicant's statement before a grant (domain §5 conditional): it makes the award a voucher, sends it back, or lets it lapse. */
import * as z from "zod";
import { freeAid } from "../aid/reserve.ts";
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import { sectionData } from "../application/section.ts";
import { type Actor, requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { joinLetters, letterChanges } from "../letter/write-letter.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { requireParty } from "../voucher/party.ts";
import { silentTask } from "../voucher/silence.ts";
import { conditionLapsedLetters } from "./condition-letters.ts";
import { requireDecision, requireProposal } from "./decision-facts.ts";
import { issueAward } from "./issue-award.ts";
import { failingAtGrant, planRelease, type ReleaseFacts, readRelease } from "./release-plan.ts";
import { freeReserved, sendBack } from "./send-back.ts";

export const giveStatementInput = z.object({
  caseId: caseIdSchema,
  /** `silent`: the time is over; only the system says so. */
  outcome: z.enum(["given", "refused", "silent"]),
  /** Other assistance that counts against the ceiling, this award not among it; minor units of the call's currency. */
  declared: sectionData.aid.shape.declared.default([]),
  /** The ceiling holds with this award, and the person says so for the enterprise. */
  signed: z.boolean().default(false),
});
export type GiveStatementInput = z.output<typeof giveStatementInput>;

export const giveStatement = verb({
  name: "decision.give-statement",
  input: giveStatementInput,
  read: (reader, { caseId }) => readRelease(reader, caseId),
  /**
   * `granted`: the voucher is issued. `lapsed`: refused, or silence. `back`: with this day's window and rates, and what was
   * stated, there is too little room, or a requirement no longer holds; all reservations were freed.
   * @throws invalid `statement.not-signed`; conflict `case.wrong-status`, and what closed the task.
   */
  decide(facts: ReleaseFacts, actor, input, moment): Decision<{ outcome: string }> {
    const { one, tasks } = requireDecision(facts);
    if (input.outcome === "silent") {
      requireSystem(actor);
      const silent = silentTask(tasks, "give-statement", moment.now);
      return silent === undefined
        ? { changes: [], result: { outcome: "nothing" } }
        : lapse(facts, silent, "silence", actor, moment);
    }
    const person = requireParty(actor, one.applicantId, ["owner", "editor"], one);
    const told = input.outcome === "refused" ? "lapsed" : outcomeOf(one);
    const task = openOrRepeated(tasks, "give-statement", undefined, actor, told);
    if (task === undefined) return { changes: [], result: { outcome: told } };
    if (input.outcome === "refused") return lapse(facts, task, "refusal", actor, moment);
    if (!input.signed) throw new DomainError("invalid", "statement.not-signed");
    const { condition } = one;
    if (one.status !== "conditional" || condition === undefined)
      throw new DomainError("conflict", "case.wrong-status", { status: one.status, wanted: "conditional" });
    const statement = { declared: input.declared, by: person.personId, at: moment.now };
    return grant({ ...facts, one: { ...one, condition: { ...condition, statement } } }, task, actor, moment);
  },
});

/** What a repeated statement had led to. */
function outcomeOf(one: Case): "granted" | "back" {
  return one.status === "conditional" || one.condition?.grantedAt !== undefined ? "granted" : "back";
}

function grant(facts: ReleaseFacts, task: Task, actor: Actor, moment: Moment): Decision<{ outcome: string }> {
  const plan = planRelease(facts, moment);
  if (plan.kind !== "award") throw new DomainError("conflict", "proposal.none", { status: plan.proposal.status });
  const unmet = failingAtGrant(facts, moment).length > 0;
  if (plan.fits && !unmet) return issueAward(facts, plan, task, "granted", actor, moment);
  const { one, shares, aidGrants, approvals } = requireDecision(facts);
  const why = plan.fits ? "not-eligible" : "no-room";
  const sent = sendBack({ one, proposal: plan.proposal, shares, aidGrants, approvals }, why, undefined, moment);
  const closing = answerTask(task, { outcome: "back", round: task.round + 1 }, actor, moment);
  return {
    changes: [...sent.changes, ...closing.changes],
    postings: sent.postings,
    events: sent.events,
    effects: closing.effects,
    result: { outcome: "back" },
  };
}

function lapse(
  facts: ReleaseFacts,
  task: Task,
  by: "refusal" | "silence",
  actor: Actor,
  moment: Moment,
): Decision<{ outcome: string }> {
  const { one, shares, aidGrants } = requireDecision(facts);
  const { round } = requireProposal(facts, ["released"]);
  const move = moveCase(one, "lapsed", {}, moment, { type: "decision.lapsed", facts: { round, by } });
  const answer = { outcome: "lapsed", round: task.round };
  const closing = answerTask(task, answer, actor, moment, by === "silence" ? "timed-out" : "answered");
  const drafts = conditionLapsedLetters(one, facts.applicants, by, moment);
  const letters = joinLetters(drafts.map((draft) => letterChanges(draft, moment)));
  return {
    changes: [...move.changes, ...freeAid(aidGrants, one.caseId), ...closing.changes, ...letters.changes],
    postings: freeReserved(one, shares, "lapsed"),
    events: move.events,
    effects: [...closing.effects, ...letters.effects],
    result: { outcome: "lapsed" },
  };
}
