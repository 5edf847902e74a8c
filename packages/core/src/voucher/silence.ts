/** The task whose time is over: what a verb answers when the system speaks for somebody who stayed silent. */
import { DomainError } from "../kernel/error.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Task, TaskKind } from "../task/task.ts";

/**
 * The open task of that kind; undefined when a person was faster.
 * @throws conflict `task.not-due` while there is time left, as when a clock was set back: an answer would be kept under its
 * key, and silence would never be heard.
 */
export function silentTask(tasks: readonly Task[], kind: TaskKind, now: Instant): Task | undefined {
  const task = tasks.find((one) => one.kind === kind && one.status === "open");
  if (task !== undefined && (task.timeOut === undefined || task.timeOut > now))
    throw new DomainError("conflict", "task.not-due", { timeOut: task.timeOut });
  return task;
}
