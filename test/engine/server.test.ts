import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  InvalidArn,
  InvalidDefinition,
  InvalidExecutionInput,
  InvalidName,
  InvalidOutput,
  InvalidToken,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StateMachineAlreadyExists,
  StateMachineDoesNotExist,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
  UpdateStateMachineCommand,
} from "@aws-sdk/client-sfn";
import { type EngineServer, serveEngine } from "@multihelix/engine/server.ts";
import { newToken } from "@multihelix/engine/token.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aWorld, definitionOf, START, seeded, type World, waiting } from "./world.ts";

const roleArn = "arn:aws:iam::000000000000:role/none";
const definition = definitionOf({ A: waiting({ Next: "B" }), B: { Type: "Succeed" } });

let world: World;
let server: EngineServer;
let client: SFNClient;

beforeEach(async () => {
  world = await aWorld({ ask: () => null });
  server = await serveEngine(world.engine);
  client = new SFNClient({
    endpoint: server.url,
    region: "eu-west-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  await server.close();
});

const create = async (name = "voucher") =>
  (await client.send(new CreateStateMachineCommand({ name, definition, roleArn }))).stateMachineArn ?? "";
const start = async (stateMachineArn: string, name: string, input = '{"id":1}') =>
  (await client.send(new StartExecutionCommand({ stateMachineArn, name, input }))).executionArn ?? "";

describe("the SDK's client, unchanged,", () => {
  test("creates, starts, answers and reads an execution", async () => {
    const stateMachineArn = await create();
    const started = await client.send(
      new StartExecutionCommand({ stateMachineArn, name: "case-1", input: '{"id":1}' }),
    );
    expect(started.startDate).toEqual(new Date(START));
    const executionArn = started.executionArn ?? "";
    await world.engine.idle();
    const taskToken = world.tokens()[0] ?? "";
    await client.send(new SendTaskHeartbeatCommand({ taskToken }));
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"answer":"yes"}' }));
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({
      executionArn,
      stateMachineArn,
      name: "case-1",
      status: "SUCCEEDED",
      startDate: new Date(START),
      stopDate: new Date(START),
      input: '{"id":1}',
      output: '{"answer":"yes"}',
    });
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events?.map(({ type }) => type)).toEqual([
      "ExecutionStarted",
      "TaskStateEntered",
      "TaskScheduled",
      "TaskStarted",
      "TaskSubmitted",
      "TaskSucceeded",
      "TaskStateExited",
      "SucceedStateEntered",
      "SucceedStateExited",
      "ExecutionSucceeded",
    ]);
    expect(events?.[1]?.stateEnteredEventDetails?.name).toBe("A");
    expect(events?.[1]?.timestamp).toEqual(new Date(START));
  });

  test("describes, updates and lists state machines page by page", async () => {
    const arns = [await create("one"), await create("two"), await create("three")];
    const later = definitionOf({ A: { Type: "Succeed" } });
    await client.send(new UpdateStateMachineCommand({ stateMachineArn: arns[0], definition: later }));
    const described = await client.send(new DescribeStateMachineCommand({ stateMachineArn: arns[0] }));
    expect(described).toMatchObject({ name: "one", definition: later, roleArn, type: "STANDARD", status: "ACTIVE" });
    const first = await client.send(new ListStateMachinesCommand({ maxResults: 2 }));
    const second = await client.send(new ListStateMachinesCommand({ maxResults: 2, nextToken: first.nextToken }));
    expect([first, second].flatMap((page) => page.stateMachines ?? []).map((it) => it.stateMachineArn)).toEqual(arns);
    expect(second.nextToken).toBeUndefined();
  });

  test("lists executions newest first, by status, page by page", async () => {
    const stateMachineArn = await create();
    for (const name of ["a", "b", "c", "d"]) await start(stateMachineArn, name);
    const stopped = await start(stateMachineArn, "e");
    await client.send(new StopExecutionCommand({ executionArn: stopped, error: "Withdrawn" }));
    const list = async (nextToken?: string) =>
      client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: "RUNNING", maxResults: 3, nextToken }));
    const first = await list();
    const second = await list(first.nextToken);
    expect(first.executions?.map(({ name }) => name)).toEqual(["d", "c", "b"]);
    expect(second.executions?.map(({ name }) => name)).toEqual(["a"]);
    expect(second.nextToken).toBeUndefined();
    const aborted = await client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: "ABORTED" }));
    expect(aborted.executions?.map(({ name }) => name)).toEqual(["e"]);
  });

  test("reads a history from its end, and without data", async () => {
    const executionArn = await start(await create(), "case-1");
    const { events } = await client.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, includeExecutionData: false, maxResults: 2 }),
    );
    await world.engine.idle();
    expect(events).toHaveLength(2);
    expect(events?.[0]?.id).toBeGreaterThan(events?.[1]?.id ?? 0);
    expect(events?.[0]?.taskStartedEventDetails).toBeUndefined();
  });

  test("is told each refusal under its type", async () => {
    const stateMachineArn = await create();
    const executionArn = await start(stateMachineArn, "case-1");
    await world.engine.idle();
    const taskToken = world.tokens()[0] ?? "";
    const answer = (token: string, output = "1") =>
      client.send(new SendTaskSuccessCommand({ taskToken: token, output }));
    const refused: [() => Promise<unknown>, new (options: never) => Error][] = [
      [() => create("no spaces"), InvalidName],
      [() => client.send(new CreateStateMachineCommand({ name: "x", definition: "{}", roleArn })), InvalidDefinition],
      [
        () =>
          client.send(
            new CreateStateMachineCommand({
              name: "voucher",
              definition: definitionOf({ B: { Type: "Succeed" } }),
              roleArn,
            }),
          ),
        StateMachineAlreadyExists,
      ],
      [() => start(`${stateMachineArn}-2`, "case-1"), StateMachineDoesNotExist],
      [() => start("nonsense", "case-1"), InvalidArn],
      [() => start(stateMachineArn, "a/b"), InvalidName],
      [() => start(stateMachineArn, "case-2", "{"), InvalidExecutionInput],
      [() => start(stateMachineArn, "case-1", '{"id":2}'), ExecutionAlreadyExists],
      [() => client.send(new DescribeExecutionCommand({ executionArn: `${executionArn}-2` })), ExecutionDoesNotExist],
      [() => client.send(new DescribeExecutionCommand({ executionArn: stateMachineArn })), InvalidArn],
      [() => answer("nonsense"), InvalidToken],
      [() => answer(newToken(seeded(99))), TaskDoesNotExist],
      [() => answer(taskToken, "{"), InvalidOutput],
      [() => client.send(new ListStateMachinesCommand({ nextToken: "nonsense" })), InvalidToken],
    ];
    for (const [act, type] of refused) await expect(act()).rejects.toBeInstanceOf(type);
    await client.send(new SendTaskFailureCommand({ taskToken, error: "E", cause: "c" }));
    await expect(answer(taskToken)).rejects.toBeInstanceOf(TaskTimedOut);
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({ error: "E", cause: "c" });
  });

  test("creating the same state machine again is the same one", async () => {
    expect(await create()).toBe(await create());
  });
});

describe("the port", () => {
  const post = (headers: Record<string, string>, body = "{}") => fetch(server.url, { method: "POST", headers, body });
  const json = { "content-type": "application/x-amz-json-1.0" };

  test("refuses what is no call of this API", async () => {
    const target = { "x-amz-target": "AWSStepFunctions.ListStateMachines" };
    const refused = [
      await fetch(server.url),
      await post(json),
      await post(target),
      await post({ ...target, "content-type": "text/plain" }),
      await post({ ...json, "x-amz-target": "AWSStepFunctions.Stop" }),
      await post({ ...json, "x-amz-target": "AWSStepFunctions.DeleteStateMachine" }),
      await post({ ...json, "x-amz-target": "DynamoDB_20120810.PutItem" }),
      await post({ ...json, ...target }, "{"),
    ];
    for (const response of refused) {
      expect(response.status).toBe(400);
      expect(await response.json()).toHaveProperty("__type");
    }
    expect((await post({ ...json, ...target })).status).toBe(200);
  });

  test("refuses a page that reaches it under another name", async () => {
    const { request } = await import("node:http");
    const status = await new Promise((resolve, reject) => {
      const headers = { ...json, "x-amz-target": "AWSStepFunctions.ListStateMachines", host: "evil.example" };
      request(server.url, { method: "POST", headers }, (response) => resolve(response.resume().statusCode))
        .on("error", reject)
        .end("{}");
    });
    expect(status).toBe(400);
  });

  test("is opened on loopback only", async () => {
    await expect(serveEngine(world.engine, { host: "0.0.0.0" })).rejects.toThrow(/loopback/);
  });

  test("that is taken is an error", async () => {
    await expect(serveEngine(world.engine, { port: Number(new URL(server.url).port) })).rejects.toThrow(/EADDRINUSE/);
  });

  test("answers 500 without a word of the inside when the engine is stopped", async () => {
    const stateMachineArn = await create();
    await world.engine.stop();
    await expect(start(stateMachineArn, "case-1")).rejects.toMatchObject({ name: "InternalFailure" });
    await world.restart();
  });
});
