/** Silence where nothing else changes by it: the task is closed as timed out, and the workflow goes its way. */
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import { answerTask } from "./answer.ts";
import { taskRules } from "./kind.ts";
import { taskKeyOf, taskKeySchema, taskPath } from "./task.ts";

export const silentAnswer = verb({
  name: "task.silent",
  input: taskKeySchema,
  read: async (reader: Reader, input) => ({ task: await reader.get("task", taskKeyOf(input)) }),
  decide({ task }, actor, _input, moment): Decision<{ outcome: string }> {
    requireSystem(actor);
    const outcome = task === undefined ? undefined : taskRules[task.kind].timeOut?.outcome;
    if (task === undefined || outcome === undefined || task.status !== "open")
      return { changes: [], result: { outcome: "nothing" } };
    if (task.timeOut === undefined || task.timeOut > moment.now)
      throw new DomainError("conflict", "task.not-due", { timeOut: task.timeOut });
    const closing = answerTask(task, { outcome, round: task.round, parks: [], slots: [] }, actor, moment, "timed-out");
    return {
      ...closing,
      events: [
        { stream: task.caseId, caseId: task.caseId, type: "task.timed-out", facts: { task: taskPath(task), outcome } },
      ],
      result: { outcome },
    };
  },
});
