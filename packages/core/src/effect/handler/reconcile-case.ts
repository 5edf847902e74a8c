/** Restarts a case's workflow at its resting state, if the case is alive and no execution runs for it. */
import type { Case } from "../../application/case.ts";
import { perform } from "../../kernel/perform.ts";
import type { Deps } from "../../port/deps.ts";
import { type executionOf, executionsOf, restartCase, restartsOf } from "../../task/restart-case.ts";
import type { Body } from "./list.ts";

/** So many restarts since the case entered its workflow are no accident any more. */
const alarmingRestarts = 3;

export async function reconcileCase(deps: Deps, body: Body<"reconcile-case">): Promise<void> {
  const one = await deps.store.get("case", { caseId: body.caseId });
  if (one === undefined) return;
  for (const execution of executionsOf(one)) await reconcile(deps, one, execution, body);
}

async function reconcile(
  deps: Deps,
  one: Case,
  { workflow, executionName }: ReturnType<typeof executionOf>,
  body: Body<"reconcile-case">,
): Promise<void> {
  // A newer execution was asked for meanwhile: it opens every task again and finds what was answered.
  const asking = body.failed ?? body.lost;
  if (asking !== undefined && asking !== executionName) return;
  if (body.failed === undefined && (await deps.workflow.status(workflow, executionName)) === "running") return;
  const key = `restart:${executionName}`;
  const { restarted } = await perform(deps, { kind: "system", name: "reconciler" }, key, restartCase, {
    caseId: one.caseId,
    executionName,
  });
  const restarts = restartsOf(executionName);
  if (restarted && restarts >= alarmingRestarts)
    deps.log.error("case.restarted-often", { caseId: one.caseId, status: one.status, restarts: restarts + 1 });
}
