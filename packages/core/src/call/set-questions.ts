/** Setting the questions of a call while it is a draft; from its publication on they stand. */
import * as z from "zod";
import { requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { callIdSchema } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import type { Call } from "./call.ts";
import { writtenBy } from "./change-draft.ts";
import { questionProblems } from "./question-problems.ts";
import { questionSetSchema } from "./question-set.ts";

/**
 * Managers of the lead park.
 * @throws conflict `call.wrong-state` once published; conflict `call.changed` when somebody else changed the call since
 * it was read; invalid `input.invalid` with every problem.
 */
export const setQuestions = verb({
  name: "call.set-questions",
  input: z.object({
    callId: callIdSchema,
    /** The version that the page was read with. */
    version: z.number().int().min(0),
    questions: questionSetSchema,
  }),
  read: async (reader: Reader, { callId }) => ({ call: await reader.get("call", { callId }) }),
  decide(
    { call }: { call: Call | undefined },
    actor,
    { version, questions },
    moment,
  ): Decision<{ questions: number; version: number }> {
    if (call === undefined) throw new DomainError("not_found", "call.not-found");
    const person = requireRole(actor, "manager", call.leadPark, moment.now);
    if (call.state !== "draft")
      throw new DomainError("conflict", "call.wrong-state", { state: call.state, wanted: "draft" });
    if (call.version !== version) throw new DomainError("conflict", "call.changed", { version: call.version });
    const problems = questionProblems(questions, call.languages);
    if (problems.length > 0) throw new DomainError("invalid", "input.invalid", { problems });
    const count = questions.ui.order.length;
    const { questions: _before, ...rest } = call;
    const value = writtenBy(count === 0 ? rest : { ...rest, questions }, person.personId);
    return {
      changes: [{ op: "replace", name: "call", value }],
      events: [{ stream: `call:${call.callId}`, type: "call.questions-set", facts: { count } }],
      result: { questions: count, version: call.version + 1 },
    };
  },
});
