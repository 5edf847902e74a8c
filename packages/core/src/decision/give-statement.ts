/** The applicant's statement before a grant (domain §5 conditional): it makes the award a voucher or lets it wait, sends it back, or lets it lapse. */
import * as z from "zod";
import { freeAid } from "../aid/reserve.ts";
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import { offerOverLetters } from "../application/offer-over.ts";
import { endRenewal } from "../application/renew-offer.ts";
import { sectionData } from "../application/section.ts";
import { type Actor, requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { requireParty } from "../voucher/party.ts";
import { silentTask } from "../voucher/silence.ts";
import { conditionLapsedLetters } from "./condition-letters.ts";
import { requireDecision, requireProposal } from "./decision-facts.ts";
import { decisionChanges } from "./decision-letters.ts";
import { grantOrWait } from "./grant-stated.ts";
import { type ReleaseFacts, readRelease } from "./release-plan.ts";
import { freeReserved } from "./send-back.ts";

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
   * stated, there is too little room, a requirement no longer holds, or the offer is gone; all reservations were freed. `waits`: the statement
   * is kept, and the releaser grants the award once others have put right what is missing.
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
    return grantOrWait(facts, { ...condition, statement }, task, actor, moment);
  },
});

/** What a repeated statement had led to. */
function outcomeOf({ status, condition }: Case): "granted" | "waits" | "back" {
  if (condition?.grantedAt !== undefined) return "granted";
  return status === "conditional" ? "waits" : "back";
}

function lapse(
  facts: ReleaseFacts,
  task: Task,
  by: "refusal" | "silence",
  actor: Actor,
  moment: Moment,
): Decision<{ outcome: string }> {
  const { one, shares, aidGrants, tasks } = requireDecision(facts);
  const { round } = requireProposal(facts, ["released"]);
  const move = moveCase(one, "lapsed", {}, moment, { type: "decision.lapsed", facts: { round, by } });
  const answer = { outcome: "lapsed", round: task.round };
  const closing = answerTask(task, answer, actor, moment, by === "silence" ? "timed-out" : "answered");
  const { applicants, providers } = facts;
  const ended = offerOverLetters(one, providers, applicants, moment);
  const letters = decisionChanges([...conditionLapsedLetters(one, applicants, by, moment), ...ended], moment);
  return {
    changes: [
      ...move.changes,
      ...freeAid(aidGrants, one.caseId),
      ...closing.changes,
      ...endRenewal(tasks, actor, moment),
      ...letters.changes,
    ],
    postings: freeReserved(one, shares, "lapsed"),
    events: move.events,
    effects: [...closing.effects, ...letters.effects],
    result: { outcome: "lapsed" },
  };
}
