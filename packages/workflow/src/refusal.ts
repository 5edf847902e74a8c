/** The only file that knows both a refusal of the domain and the name under which a state machine sees it. */
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { refusedName } from "./asl.ts";
import { runTask } from "./registry.ts";

/**
 * The task that a state names, as functions and the one machine call it. A refusal comes back under a name that no state
 * tries again, with its code as the cause; what is unavailable, and any other fault, keeps its own name and is tried again.
 */
export async function answerState(deps: Deps, event: unknown): Promise<Record<string, unknown>> {
  try {
    return await runTask(deps, event);
  } catch (error) {
    if (!isDomainError(error) || error.kind === "unavailable") throw error;
    // Lambda and the engine take the name of an error for the name that Retry and Catch match.
    throw Object.assign(new Error(error.code, { cause: error }), { name: refusedName });
  }
}
