/** Starts a workflow under its fixed name: repeated, it is the same execution. */
import { DomainError } from "../../kernel/error.ts";
import type { Deps } from "../../port/deps.ts";
import type { Body } from "./list.ts";

export async function startExecution(deps: Deps, body: Body<"start-execution">): Promise<void> {
  const outcome = await deps.workflow.start(body.workflow, body.executionName, body.input);
  if (outcome === "name-taken-by-other-input") {
    throw new DomainError("conflict", "execution.name-taken", {
      workflow: body.workflow,
      executionName: body.executionName,
    });
  }
}
