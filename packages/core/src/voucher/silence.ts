/** The task whose time is over: what a verb answers when the system speaks for somebody who stayed silent. */
import type { Instant } from "../kernel/instant.ts";
import type { Task, TaskKind } from "../task/task.ts";

/** The open task of that kind if its time-out has come; undefined when a person was faster or there is time left. */
export function silentTask(tasks: readonly Task[], kind: TaskKind, now: Instant): Task | undefined {
  return tasks.find(
    (task) => task.kind === kind && task.status === "open" && task.timeOut !== undefined && task.timeOut <= now,
  );
}
