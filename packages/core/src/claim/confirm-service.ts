/** The SME says whether it received the service; ten working days of silence say yes. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import { type Actor, actorRef } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { answerTask, openOrRepeated } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { requireParty } from "../voucher/party.ts";
import { silentTask } from "../voucher/silence.ts";
import { readUse, requireCase, requireClaim, type UseFacts } from "../voucher/use-facts.ts";
import type { Claim } from "./claim.ts";

export const confirmServiceInput = z.object({
  caseId: caseIdSchema,
  outcome: z.enum(["confirmed", "disputed"]),
  /** Needed for a dispute. */
  reason: z.string().trim().min(1).max(2000).optional(),
});
export type ConfirmServiceInput = z.infer<typeof confirmServiceInput>;

/** `nothing`: somebody was faster than silence. */
export const confirmServiceResult = z.object({ outcome: z.enum(["confirmed", "disputed", "nothing"]) });
export type ConfirmServiceResult = z.infer<typeof confirmServiceResult>;

/** By an owner or editor of the applicant; by the system only as `confirmed`, once the task's time is over. */
export const confirmService = verb({
  name: "claim.confirm-service",
  input: confirmServiceInput,
  read: (reader: Reader, { caseId }) => readUse(reader, caseId),
  decide(facts: UseFacts, actor, input, moment): Decision<ConfirmServiceResult> {
    const one = requireCase(facts);
    if (actor.kind === "system") {
      const silent = input.outcome === "confirmed" ? silentTask(facts.tasks, "confirm-service", moment.now) : undefined;
      if (silent === undefined) return { changes: [], result: { outcome: "nothing" } };
      return confirm(one, requireClaim(facts.claims), silent, actor, moment);
    }
    requireParty(actor, one.applicantId, ["owner", "editor"], one);
    const task = openOrRepeated(facts.tasks, "confirm-service", undefined, actor, input.outcome);
    if (task === undefined) return { changes: [], result: { outcome: input.outcome } };
    const claim = requireClaim(facts.claims);
    return input.outcome === "confirmed"
      ? confirm(one, claim, task, actor, moment)
      : dispute(one, claim, task, input, actor, moment);
  },
});

function confirm(one: Case, claim: Claim, task: Task, actor: Actor, moment: Moment): Decision<ConfirmServiceResult> {
  const silent = actor.kind === "system";
  const move = moveCase(one, "claim-check", {}, moment, {
    type: "claim.service-confirmed",
    facts: { claim: claim.claim, silent },
  });
  const closing = answerTask(
    task,
    { outcome: "confirmed", round: task.round },
    actor,
    moment,
    silent ? "timed-out" : "answered",
  );
  return {
    changes: [
      ...move.changes,
      { op: "replace", name: "claim", value: { ...claim, status: "confirmed", confirmedBy: actorRef(actor) } },
      ...closing.changes,
    ],
    events: move.events,
    effects: closing.effects,
    result: { outcome: "confirmed" },
  };
}

function dispute(
  one: Case,
  claim: Claim,
  task: Task,
  input: ConfirmServiceInput,
  actor: Actor,
  moment: Moment,
): Decision<ConfirmServiceResult> {
  if (input.reason === undefined) throw new DomainError("invalid", "claim.reason-needed");
  if (actor.kind !== "person") throw new DomainError("forbidden", "actor.person-needed");
  const move = moveCase(one, "disputed", {}, moment, { type: "claim.service-disputed", facts: { claim: claim.claim } });
  const closing = answerTask(task, { outcome: "disputed", round: task.round }, actor, moment);
  const value: Claim = { ...claim, dispute: { reason: input.reason, by: actor.personId, at: moment.now } };
  return {
    changes: [...move.changes, { op: "replace", name: "claim", value }, ...closing.changes],
    events: move.events,
    effects: closing.effects,
    result: { outcome: "disputed" },
  };
}
