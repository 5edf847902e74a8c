/** Delivers a closed task's answer to the workflow that waits for it; "closed" is believed only after reading the record. */
import { DomainError } from "../../kernel/error.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

export async function resolveTask(deps: Deps, body: Body<"resolve-task">): Promise<void> {
  const task = await deps.store.get("task", body.task);
  // No token yet: the waiting state has not arrived; when it does, it finds the answer and resolves at once.
  if (task === undefined || task.status === "open" || task.token === undefined) return;
  const outcome = await deps.workflow.resolve(task.token, task.answer ?? { outcome: task.status });
  if (outcome === "delivered") return;
  const again = await deps.store.get("task", body.task);
  if (again?.token !== task.token)
    throw new DomainError("unavailable", "task.token-changed", { state: body.task.state });
  // Delivered before, or the router forgot it (a restore): only the second leaves the case without an execution.
  const { reconcileCase } = await import("./reconcile-case.ts");
  await reconcileCase(deps, { kind: "reconcile-case", caseId: body.task.caseId, lost: task.execution });
}
