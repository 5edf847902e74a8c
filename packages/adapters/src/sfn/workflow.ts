/** The workflow port on the Step Functions API: AWS, its emulator, or the house's own engine behind an endpoint. */
import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import type { ResolveOutcome, StartOutcome, WorkflowPort } from "@multihelix/core/port/workflow.ts";

/** `machines` gives the state machine's ARN by workflow name. */
export function createSfnWorkflow(client: SFNClient, machines: Readonly<Record<string, string>>): WorkflowPort {
  const machineOf = (workflow: string) => {
    const arn = machines[workflow];
    if (arn === undefined) throw new Error(`no state machine is configured for workflow ${workflow}`);
    return arn;
  };
  const executionOf = (workflow: string, name: string) =>
    `${machineOf(workflow).replace(":stateMachine:", ":execution:")}:${name}`;
  return {
    async start(workflow, executionName, input): Promise<StartOutcome> {
      const text = JSON.stringify(input);
      try {
        await client.send(
          new StartExecutionCommand({ stateMachineArn: machineOf(workflow), name: executionName, input: text }),
        );
        return "started";
      } catch (error) {
        if (nameOf(error) !== "ExecutionAlreadyExists") throw error;
      }
      const there = await client.send(
        new DescribeExecutionCommand({ executionArn: executionOf(workflow, executionName) }),
      );
      if (!sameJson(there.input, text)) return "name-taken-by-other-input";
      return there.status === "RUNNING" ? "already-running" : "already-ended";
    },
    async resolve(token, output): Promise<ResolveOutcome> {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }));
        return "delivered";
      } catch (error) {
        if (["TaskDoesNotExist", "TaskTimedOut", "InvalidToken"].includes(nameOf(error))) return "closed";
        throw error;
      }
    },
    async stop(workflow, executionName, reason) {
      try {
        await client.send(
          new StopExecutionCommand({
            executionArn: executionOf(workflow, executionName),
            error: "Case.Closed",
            cause: reason,
          }),
        );
      } catch (error) {
        if (nameOf(error) !== "ExecutionDoesNotExist") throw error;
      }
    },
    async status(workflow, executionName) {
      try {
        const { status } = await client.send(
          new DescribeExecutionCommand({ executionArn: executionOf(workflow, executionName) }),
        );
        return status === "RUNNING" ? "running" : "ended";
      } catch (error) {
        if (nameOf(error) === "ExecutionDoesNotExist") return "unknown";
        throw error;
      }
    },
  };
}

function nameOf(error: unknown): string {
  return (error as { name?: string }).name ?? "";
}

function sameJson(a: string | undefined, b: string): boolean {
  return a !== undefined && canonical(JSON.parse(a)) === canonical(JSON.parse(b));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
