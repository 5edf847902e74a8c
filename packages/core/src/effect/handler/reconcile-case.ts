/** Restarts a case's workflow at its resting state, if the case is alive and no execution runs for it. */
import { terminalStatuses } from "../../application/case.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import { executionOf, restartCase } from "../../task/restart-case.ts";
import type { Body } from "./list.ts";

export async function reconcileCase(deps: Deps, body: Body<"reconcile-case">): Promise<void> {
  const one = await deps.store.get("case", { caseId: body.caseId });
  if (one === undefined || one.status === "draft" || terminalStatuses.includes(one.status)) return;
  const { workflow, executionName } = executionOf(one);
  if ((await deps.workflow.status(workflow, executionName)) === "running") return;
  await perform(deps, { kind: "system", name: "reconciler" }, `restart:${executionName}`, restartCase, { caseId: one.caseId, executionName });
}
