/** The outcome of a request for redress: upheld means that others review the application anew, as another attempt. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import type { Claim } from "../claim/claim.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { caseIdSchema } from "../kernel/id.ts";
import type { Moment } from "../kernel/verb.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { answerTask, cancelTasks, openOrRepeated } from "../task/answer.ts";
import { nextUse, startWorkflow } from "../task/start-workflow.ts";
import { requireClaim } from "../voucher/use-facts.ts";
import { type RedressFacts, readRedress, redressLetters, requireOfficer } from "./redress-facts.ts";

export const decideRedressInput = z.object({
  caseId: caseIdSchema,
  noInterest: z.literal(true),
  /** `partly`: a ground is right, yet the decision stands without it. */
  outcome: z.enum(["upheld", "partly", "rejected"]),
  reasons: z.string().trim().min(1).max(4000),
});

export const decideRedress = verb({
  name: "redress.decide",
  input: decideRedressInput,
  read: (reader, { caseId }) => readRedress(reader, caseId),
  decide(facts: RedressFacts, actor, { outcome, reasons }, moment): Decision<{ outcome: string }> {
    const { one, redress, officer } = requireOfficer(facts, actor, moment);
    const task = openOrRepeated(facts.tasks, "decide-redress", undefined, actor, outcome);
    if (task === undefined) return { changes: [], result: { outcome } };
    const closed = { ...redress, status: outcome, outcome: { reasons, by: officer.personId, at: moment.now } };
    const event = { type: "redress.decided", facts: { redressId: redress.redressId, outcome } };
    const closing = answerTask(task, { outcome, round: task.round }, actor, moment);
    const told = redressLetters({ one, applicants: facts.applicants }, outcome, reasons, moment);
    if (outcome !== "upheld") {
      const value: Case = { ...one, redress: closed };
      return {
        changes: [{ op: "replace", name: "case", value }, ...closing.changes, ...told.changes],
        events: [{ stream: one.caseId, caseId: one.caseId, ...event }],
        effects: [...closing.effects, ...told.effects],
        result: { outcome },
      };
    }
    if (redress.against === "claim-refusal") {
      const upheld = checkedAnew(facts, { ...one, redress: closed }, reasons, officer, moment, event);
      return {
        changes: [...upheld.changes, ...closing.changes, ...told.changes],
        events: upheld.events,
        effects: [...closing.effects, ...upheld.effects, ...told.effects],
        result: { outcome },
      };
    }
    const anew = { redress: closed, attempt: one.attempt + 1, restarts: 0, ineligibility: undefined };
    const move = moveCase(one, "in-review", anew, moment, event);
    return {
      changes: [...move.changes, ...closing.changes, ...told.changes],
      events: move.events,
      effects: [...closing.effects, startWorkflow(move.moved), ...told.effects],
      result: { outcome },
    };
  },
});

/** A claim whose refusal was wrong is checked anew, by others than who refused it. */
function checkedAnew(
  facts: RedressFacts,
  one: Case,
  reasons: string,
  officer: PersonActor,
  moment: Moment,
  event: Parameters<typeof moveCase>[4],
) {
  const { refusal, ...claim } = requireClaim(facts.claims);
  const who = [...(claim.barred ?? []), refusal?.by, claim.checkedBy].flatMap((personId) => personId ?? []);
  const value: Claim = {
    ...claim,
    status: "confirmed",
    checkedBy: undefined,
    barred: [...new Set(who)],
    sentBack: [...claim.sentBack, { reason: reasons.slice(0, 2000), by: officer.personId, at: moment.now }],
  };
  const move = moveCase(one, "claim-check", nextUse(one), moment, event);
  const settling = facts.tasks.filter(({ kind }) => kind === "settle-refusal");
  const cancelled = cancelTasks(settling, officer, moment, false);
  return {
    changes: [...move.changes, { op: "replace" as const, name: "claim" as const, value }, ...cancelled.changes],
    events: move.events,
    effects: [startWorkflow(move.moved)],
  };
}
