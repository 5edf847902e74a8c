/** What a waiting state's repeated ask does to the task that is there already. */
import type { EffectDraft } from "../effect/effect.ts";
import type { Decision } from "../kernel/verb.ts";
import { isNewer } from "./newer-token.ts";
import type { OpenTaskInput } from "./open-task.ts";
import { type Task, taskKeyOf } from "./task.ts";

/** A redelivery or a restart: one person sees one task; the newest token wins; what is answered resolves at once. */
export function renewTask(task: Task, input: OpenTaskInput): Decision<{ status: Task["status"] }> {
  const key = taskKeyOf(task);
  if (isNewer(input, task) || task.token === undefined) {
    const { token, execution, entered, retry } = input;
    const effects: EffectDraft[] = task.status === "open" ? [] : [{ body: { kind: "resolve-task", task: key } }];
    return {
      changes: [
        { op: "patch", name: "task", key, set: { token, execution, entered, retry }, when: { version: task.version } },
      ],
      effects,
      result: { status: task.status },
    };
  }
  return { changes: [], result: { status: task.status } };
}
