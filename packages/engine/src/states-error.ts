/** The only place for failures inside an execution: their names, and which names in Retry and Catch they answer to. */
import { LONGEST_CAUSE_CHARACTERS, LONGEST_ERROR_CHARACTERS } from "./limit.ts";

/** A state failed. `error` is the name that Retry and Catch match, `cause` the explanation; both as the service cuts them. */
export class StatesError extends Error {
  readonly error: string;
  readonly reason: string;

  constructor(error: string, reason: string) {
    const name = error.slice(0, LONGEST_ERROR_CHARACTERS);
    super(`${name}: ${reason}`);
    this.name = "StatesError";
    this.error = name;
    this.reason = reason.slice(0, LONGEST_CAUSE_CHARACTERS);
  }
}

export const TIMEOUT = "States.Timeout";
export const TASK_FAILED = "States.TaskFailed";
export const ALL = "States.ALL";
export const RUNTIME = "States.Runtime";
export const QUERY_FAILED = "States.QueryEvaluationError";
export const TOO_LARGE = "States.DataLimitExceeded";
export const NO_CHOICE = "States.NoChoiceMatched";

/**
 * Whether an error answers to one of `names`. States.ALL is every error but States.DataLimitExceeded; States.TaskFailed
 * every error but States.Timeout; States.Runtime is never caught nor retried.
 * Source: Step Functions Developer Guide, "Handling errors", error names.
 */
export function answersTo(names: readonly string[], error: string): boolean {
  if (error === RUNTIME) return false;
  return names.some(
    (name) => name === error || (name === ALL && error !== TOO_LARGE) || (name === TASK_FAILED && error !== TIMEOUT),
  );
}
