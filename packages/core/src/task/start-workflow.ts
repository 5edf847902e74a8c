/** The effect that starts the workflow of a case that just entered its first status: screening or issued. */
import type { Case } from "../application/case.ts";
import type { EffectDraft } from "../effect/effect.ts";
import { executionOf, executionsOf, resumeInput } from "./restart-case.ts";

/** `one` is the case as it will be after the commit. */
export function startWorkflow(one: Case): EffectDraft {
  const { workflow, executionName } = executionOf(one);
  return { body: { kind: "start-execution", workflow, executionName, input: resumeInput(one, [], []) } };
}

/** The effect that starts the workflow of the request that was just asked, whatever else runs for the case. */
export function startRedress(one: Case): EffectDraft {
  const execution = executionsOf(one).find(({ workflow }) => workflow === "redress") ?? executionOf(one);
  const { workflow, executionName } = execution;
  return { body: { kind: "start-execution", workflow, executionName, input: resumeInput(one, [], [], workflow) } };
}

/** The case's fields of a further attempt of its use: another execution, whose tasks count their rounds anew. */
export function nextUse({ useAttempt }: Pick<Case, "useAttempt">): Pick<Case, "useAttempt" | "restarts"> {
  return { useAttempt: useAttempt + 1, restarts: 0 };
}

/** The effect that stops whatever runs for the case as it was before the commit. */
export function stopWorkflow(one: Case, reason: string): EffectDraft {
  const { workflow, executionName } = executionOf(one);
  return { body: { kind: "stop-execution", workflow, executionName, reason } };
}
