/** Stops the workflow of a case that was withdrawn or cancelled. */
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

export async function stopExecution(deps: Deps, body: Body<"stop-execution">): Promise<void> {
  await deps.workflow.stop(body.workflow, body.executionName, body.reason);
}
