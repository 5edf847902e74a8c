/** The company answers what came of its voucher, or stays silent, which is no fault; after the last ask the case is closed. */
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
import { readUse, requireCase, requireVoucher, type UseFacts } from "../voucher/use-facts.ts";
import type { Voucher } from "../voucher/voucher.ts";
import { type FollowUp, followUpMonths } from "./question.ts";

export const answerFollowUpInput = z.object({
  caseId: caseIdSchema,
  /** Questions left out are not answered. Empty only by the system, once the task's time is over. */
  answers: z.array(z.object({ id: z.string(), text: z.string().trim().min(1).max(2000) })).max(8),
});
export const answerFollowUpResult = z.object({ outcome: z.enum(["answered", "silent", "nothing"]) });

/** Owner or editor of the applicant. @throws invalid `follow-up.nothing-said`, `follow-up.unknown-question`. */
export const answerFollowUp = verb({
  name: "follow-up.answer",
  input: answerFollowUpInput,
  read: (reader: Reader, { caseId }) => readUse(reader, caseId),
  decide(facts: UseFacts, actor, { answers }, moment): Decision<z.infer<typeof answerFollowUpResult>> {
    const one = requireCase(facts);
    if (actor.kind === "system") {
      const silent = silentTask(facts.tasks, "answer-kpi", moment.now);
      return silent === undefined
        ? { changes: [], result: { outcome: "nothing" } }
        : closing(one, facts, silent, undefined, actor, moment);
    }
    requireParty(actor, one.applicantId, ["owner", "editor"], one);
    const task = openOrRepeated(facts.tasks, "answer-kpi", undefined, actor, "answered");
    if (task === undefined) return { changes: [], result: { outcome: "answered" } };
    const asked = askedBy(facts, task);
    if (answers.length === 0) throw new DomainError("invalid", "follow-up.nothing-said");
    const unknown = answers.filter(({ id }) => !asked.questions.some((question) => question.id === id));
    if (unknown.length > 0 || new Set(answers.map(({ id }) => id)).size < answers.length)
      throw new DomainError("invalid", "follow-up.unknown-question", { ids: unknown.map(({ id }) => id) });
    return closing(one, facts, task, answers, actor, moment);
  },
});

function askedBy(facts: UseFacts, { round }: Task): FollowUp {
  const found = requireVoucher(facts).voucher.followUps?.find(({ month }) => month === round);
  if (found === undefined) throw new DomainError("conflict", "task.not-open", { kind: "answer-kpi" });
  return found;
}

function closing(
  one: Case,
  facts: UseFacts,
  task: Task,
  answers: FollowUp["answers"],
  actor: Actor,
  moment: Moment,
): Decision<z.infer<typeof answerFollowUpResult>> {
  const { voucher } = requireVoucher(facts);
  const outcome = answers === undefined ? "silent" : "answered";
  const said = { answers, answeredBy: actorRef(actor), answeredAt: moment.now };
  const value: Voucher = {
    ...voucher,
    followUps: (voucher.followUps ?? []).map((each) =>
      each.month === task.round && answers !== undefined ? { ...each, ...said } : each,
    ),
  };
  const status = answers === undefined ? "timed-out" : "answered";
  const closed = answerTask(task, { outcome, round: task.round }, actor, moment, status);
  const event = { type: `follow-up.${outcome}`, facts: { month: task.round } };
  const last = task.round === followUpMonths.at(-1) && one.status === "redeemed";
  const move = last ? moveCase(one, "closed", {}, moment, event) : undefined;
  return {
    changes: [
      ...(answers === undefined ? [] : [{ op: "replace" as const, name: "voucher" as const, value }]),
      ...closed.changes,
      ...(move?.changes ?? []),
    ],
    events: move?.events ?? [{ stream: one.caseId, caseId: one.caseId, ...event }],
    result: { outcome },
  };
}
