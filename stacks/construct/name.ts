/** The only place that makes physical names and the ARNs that follow from them. */
import { Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Stage } from "./stage.ts";

export const product = "multihelix";

/** `ci-multihelix-outbox`: the stage first, so that lists in the console sort by it. */
export function nameOf(stage: Stage, part: string): string {
  return `${stage.name}-${product}-${part}`;
}

/** ARN of a state machine by its name alone: what it invokes may know it without waiting for it. */
export function machineArn(scope: Construct, stage: Stage, workflow: string): string {
  const { partition, region, account } = Stack.of(scope);
  return `arn:${partition}:states:${region}:${account}:stateMachine:${nameOf(stage, workflow)}`;
}

/** ARN pattern of all executions of a state machine: each has a name of its own. */
export function executionArns(scope: Construct, stage: Stage, workflow: string): string {
  return `${machineArn(scope, stage, workflow).replace(":stateMachine:", ":execution:")}:*`;
}
