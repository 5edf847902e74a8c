/** The applicant answers the park's question; the case goes back to screening. */
import * as z from "zod";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import { answerTask, openOrRepeated, requireOpenTask } from "../task/answer.ts";
import type { Task } from "../task/task.ts";
import { requireParty } from "../voucher/party.ts";
import type { Case } from "./case.ts";
import { moveCase } from "./move.ts";

interface Facts {
  readonly one: Case | undefined;
  readonly tasks: readonly Task[];
}

export const answerQuestion = verb({
  name: "application.answer-question",
  input: z.object({ caseId: caseIdSchema, answer: z.string().trim().min(1).max(4000) }),
  async read(reader, { caseId }): Promise<Facts> {
    const [one, tasks] = await Promise.all([reader.get("case", { caseId }), reader.list("task", { caseId })]);
    return { one, tasks };
  },
  decide({ one, tasks }: Facts, actor, { answer }, moment): Decision<{ outcome: string }> {
    if (one === undefined) throw new DomainError("not_found", "case.not-found");
    const person = requireParty(actor, one.applicantId, ["owner", "editor"], one);
    const task = openOrRepeated(tasks, "answer-question", undefined, actor, "answered");
    const asked = one.questions ?? [];
    const last = asked.at(-1);
    if (task === undefined) {
      // The same words again are no error; others under a closed task are.
      if (last?.answer !== answer) requireOpenTask(tasks, "answer-question");
      return { changes: [], result: { outcome: "answered" } };
    }
    if (last === undefined) throw new DomainError("conflict", "screening.nothing-asked");
    const questions = [...asked.slice(0, -1), { ...last, answer, answeredBy: person.personId, answeredAt: moment.now }];
    const { changes, events } = moveCase(one, "screening", { questions }, moment, {
      type: "application.question-answered",
      facts: { question: questions.length },
    });
    const closing = answerTask(task, { outcome: "answered", round: task.round + 1 }, actor, moment);
    return {
      changes: [...changes, ...closing.changes],
      events,
      effects: closing.effects,
      result: { outcome: "answered" },
    };
  },
});
