/** The door to the router of cases: Step Functions in AWS, the house's own engine on one machine. */

export type StartOutcome = "started" | "already-running" | "already-ended" | "name-taken-by-other-input";
/** `closed`: the service says that the token is used, timed out or unknown. Believed only after reading the task record. */
export type ResolveOutcome = "delivered" | "closed";

export interface WorkflowPort {
  /** Start `workflow` under a name that makes it the same execution each time it is tried with the same input. */
  start(workflow: string, executionName: string, input: Record<string, unknown>): Promise<StartOutcome>;
  resolve(token: string, output: Record<string, unknown>): Promise<ResolveOutcome>;
  /** Stop an execution if it runs; no error if it does not. */
  stop(workflow: string, executionName: string, reason: string): Promise<void>;
  /** Whether the execution runs now; `unknown` if the service never heard of it. */
  status(workflow: string, executionName: string): Promise<"running" | "ended" | "unknown">;
}
