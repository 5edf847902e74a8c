/** The workflow port on the Step Functions API: what each answer and each typed error of the service means to the house. */
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidOutput,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { createSfnWorkflow } from "@multihelix/adapters/sfn/workflow.ts";
import { mockClient } from "aws-sdk-client-mock";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { faultOf, injectFaults, named } from "../../fixture/fault.ts";
import { testCredentials } from "../../fixture/store.ts";

const sfn = mockClient(SFNClient);
const machine = "arn:aws:states:eu-west-1:123456789012:stateMachine:voucher-selection";
const execution = "arn:aws:states:eu-west-1:123456789012:execution:voucher-selection:app_1-1";
const client = new SFNClient({ region: "eu-west-1", credentials: testCredentials, maxAttempts: 1 });
const workflow = createSfnWorkflow(client, { "voucher-selection": machine });
const input = { caseId: "app_1", attempt: 1, from: "Screen" };
const about = { $metadata: {}, message: "" };
const throttled = named("ThrottlingException", 400);

beforeEach(() => {
  sfn.reset();
});
afterAll(() => {
  sfn.restore();
});

const start = () => workflow.start("voucher-selection", "app_1-1", input);
const there = (status: "RUNNING" | "SUCCEEDED" | "ABORTED", stored: unknown = input) => {
  sfn.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(about));
  sfn.on(DescribeExecutionCommand, { executionArn: execution }).resolves({ status, input: JSON.stringify(stored) });
};

describe("starting", () => {
  test("asks for the machine of that workflow, by the name given, with the input as JSON", async () => {
    sfn.on(StartExecutionCommand).resolves({ executionArn: execution });
    expect(await start()).toBe("started");
    expect(sfn.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input)).toEqual([
      { stateMachineArn: machine, name: "app_1-1", input: JSON.stringify(input) },
    ]);
  });

  test("again, with the same input, is the same execution: running or ended", async () => {
    there("RUNNING");
    expect(await start()).toBe("already-running");
    there("SUCCEEDED", { from: "Screen", attempt: 1, caseId: "app_1" });
    expect(await start()).toBe("already-ended");
    there("ABORTED");
    expect(await start()).toBe("already-ended");
  });

  test("under a name that was used with another input is said to be taken", async () => {
    there("RUNNING", { ...input, attempt: 2 });
    expect(await start()).toBe("name-taken-by-other-input");
  });

  test("whose reply was lost is found to be there when it is tried again", async () => {
    sfn.on(StartExecutionCommand).rejectsOnce(faultOf("time-out")).rejects(new ExecutionAlreadyExists(about));
    sfn.on(DescribeExecutionCommand).resolves({ status: "RUNNING", input: JSON.stringify(input) });
    await expect(start()).rejects.toMatchObject({ name: "TimeoutError" });
    expect(await start()).toBe("already-running");
  });

  test.each([throttled, faultOf("server-error"), named("StateMachineDoesNotExist", 400)])(
    "is not believed after $name",
    async (error) => {
      sfn.on(StartExecutionCommand).rejects(error);
      await expect(start()).rejects.toBe(error);
    },
  );

  test("of a workflow that is not configured is a fault that names it", async () => {
    await expect(workflow.start("joint-selection", "x", {})).rejects.toThrow(/joint-selection/);
    expect(sfn.calls()).toHaveLength(0);
  });
});

describe("resolving a token", () => {
  const resolve = () => workflow.resolve("token-1", { outcome: "approve", round: 1 });

  test("sends the answer as JSON", async () => {
    sfn.on(SendTaskSuccessCommand).resolves({});
    expect(await resolve()).toBe("delivered");
    expect(sfn.commandCalls(SendTaskSuccessCommand)[0]?.args[0].input).toEqual({
      taskToken: "token-1",
      output: '{"outcome":"approve","round":1}',
    });
  });

  test.each([new TaskDoesNotExist(about), new TaskTimedOut(about), new InvalidToken(about)])(
    "that answers $name is closed, which the caller must check",
    async (error) => {
      sfn.on(SendTaskSuccessCommand).rejects(error);
      expect(await resolve()).toBe("closed");
    },
  );

  test.each([throttled, faultOf("server-error"), faultOf("time-out"), new InvalidOutput(about)])(
    "that fails with $name is tried again by the caller",
    async (error) => {
      sfn.on(SendTaskSuccessCommand).rejects(error);
      await expect(resolve()).rejects.toBe(error);
    },
  );

  test("whose reply was lost is closed at the next try", async () => {
    sfn.on(SendTaskSuccessCommand).rejectsOnce(faultOf("lost-reply")).rejects(new TaskTimedOut(about));
    await expect(resolve()).rejects.toThrow();
    expect(await resolve()).toBe("closed");
  });
});

describe("stopping", () => {
  const stop = () => workflow.stop("voucher-selection", "app_1-1", "withdrawn");

  test("names the execution and why", async () => {
    sfn.on(StopExecutionCommand).resolves({});
    await stop();
    expect(sfn.commandCalls(StopExecutionCommand)[0]?.args[0].input).toEqual({
      executionArn: execution,
      error: "Case.Closed",
      cause: "withdrawn",
    });
  });

  test("what never started is no error; anything else is", async () => {
    sfn.on(StopExecutionCommand).rejectsOnce(new ExecutionDoesNotExist(about)).rejects(throttled);
    await expect(stop()).resolves.toBeUndefined();
    await expect(stop()).rejects.toBe(throttled);
  });
});

describe("the status", () => {
  const status = () => workflow.status("voucher-selection", "app_1-1");

  test.each([
    ["RUNNING", "running"],
    ["SUCCEEDED", "ended"],
    ["FAILED", "ended"],
    ["TIMED_OUT", "ended"],
    ["ABORTED", "ended"],
  ] as const)("%s is %s", async (told, means) => {
    sfn.on(DescribeExecutionCommand).resolves({ status: told });
    expect(await status()).toBe(means);
  });

  test("of what the service never heard of is unknown; a fault is a fault", async () => {
    sfn.on(DescribeExecutionCommand).rejectsOnce(new ExecutionDoesNotExist(about)).rejects(throttled);
    expect(await status()).toBe("unknown");
    await expect(status()).rejects.toBe(throttled);
  });
});

test("faults can be injected into any SDK client: a middleware meets what the service would", async () => {
  const own = new SFNClient({ region: "eu-west-1", credentials: testCredentials, maxAttempts: 1 });
  const faults = injectFaults(own);
  faults.next("StopExecutionCommand", "throttled");
  sfn.restore();
  const port = createSfnWorkflow(own, { "voucher-selection": machine });
  await expect(port.stop("voucher-selection", "app_1-1", "x")).rejects.toMatchObject({ name: "ThrottlingException" });
  expect(faults.injected.throttled).toBe(1);
});
