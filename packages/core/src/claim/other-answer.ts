/** The refusal of a second, different answer by the person whose first one stands. */
import { DomainError } from "../kernel/error.ts";
import { requireOpenTask } from "../task/answer.ts";
import type { Task, TaskKind } from "../task/task.ts";

/** `conflict task.already-answered`, with who, when and what. */
export function refuseOtherAnswer(tasks: readonly Task[], kind: TaskKind): never {
  requireOpenTask(tasks, kind);
  throw new DomainError("conflict", "task.already-answered", { kind });
}
