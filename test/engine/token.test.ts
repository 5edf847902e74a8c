import { describe, expect, test } from "vitest";
import { aWorld, DAY, definitionOf, INVOKE, outcome, SECOND, WAIT, type World, waiting } from "./world.ts";

const END = { End: true };
const NOTHING = { ask: () => null };
const yes = (taskToken: string) => ({ taskToken, output: '{"answer":"yes"}' });
const firstToken = (world: World) => world.tokens()[0] ?? "";
const named = (name: string) => ({ name });

describe("a token", () => {
  test("is good for one answer: the second is TaskTimedOut and changes nothing", async () => {
    const world = await aWorld(NOTHING);
    const arn = await world.run({ A: waiting({ Next: "B" }), B: waiting(END) });
    const token = firstToken(world);
    await world.engine.sendTaskSuccess(yes(token));
    await expect(world.engine.sendTaskSuccess(yes(token))).rejects.toMatchObject(named("TaskTimedOut"));
    await expect(world.engine.sendTaskFailure({ taskToken: token })).rejects.toMatchObject(named("TaskTimedOut"));
    await expect(world.engine.sendTaskHeartbeat({ taskToken: token })).rejects.toMatchObject(named("TaskTimedOut"));
    expect((await outcome(world.engine, arn)).status).toBe("RUNNING");
  });

  test("that two deliver at once is taken from one of them", async () => {
    const world = await aWorld(NOTHING);
    const arn = await world.run({ A: waiting(END) });
    const answers = Array.from({ length: 20 }, (_, n) =>
      world.engine.sendTaskSuccess({ taskToken: firstToken(world), output: String(n) }),
    );
    const settled = await Promise.allSettled(answers);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const winner = settled.findIndex(({ status }) => status === "fulfilled");
    expect((await outcome(world.engine, arn)).output).toBe(winner);
  });

  test("that nobody gave out is TaskDoesNotExist; a text that is none is InvalidToken", async () => {
    const world = await aWorld(NOTHING);
    const other = await aWorld(NOTHING, { number: () => 0, bytes: (count) => new Uint8Array(count).fill(7) });
    await other.run({ A: waiting(END) });
    await expect(world.engine.sendTaskSuccess(yes(firstToken(other)))).rejects.toMatchObject(named("TaskDoesNotExist"));
    for (const text of ["", "nonsense", `${firstToken(other)}x`, firstToken(other).slice(1)]) {
      await expect(world.engine.sendTaskSuccess(yes(text))).rejects.toMatchObject(named("InvalidToken"));
    }
  });

  test("whose time is over is TaskTimedOut, also when the execution has gone on or ended", async () => {
    const world = await aWorld(NOTHING);
    const caught = { Catch: [{ ErrorEquals: ["States.Timeout"], Next: "B" }] };
    await world.run({
      A: waiting(END, {}, { TimeoutSeconds: 60, ...caught }),
      B: waiting(END, {}, { TimeoutSeconds: 60 }),
    });
    await world.advance(60 * SECOND);
    await expect(world.engine.sendTaskSuccess(yes(firstToken(world)))).rejects.toMatchObject(named("TaskTimedOut"));
    await world.advance(60 * SECOND);
    expect(world.tokens()).toHaveLength(2);
    for (const taskToken of world.tokens()) {
      await expect(world.engine.sendTaskSuccess(yes(taskToken))).rejects.toMatchObject(named("TaskTimedOut"));
    }
  });

  test("of an earlier try is closed by the retry", async () => {
    const world = await aWorld(NOTHING);
    const arn = await world.run({ A: waiting(END, {}, { Retry: [{ ErrorEquals: ["Again"] }] }) });
    const [first = ""] = world.tokens();
    await world.engine.sendTaskFailure({ taskToken: first, error: "Again" });
    await world.advance(SECOND);
    const [, second = ""] = world.tokens();
    expect(second).not.toBe(first);
    await expect(world.engine.sendTaskSuccess(yes(first))).rejects.toMatchObject(named("TaskTimedOut"));
    await world.engine.sendTaskSuccess(yes(second));
    expect((await outcome(world.engine, arn)).output).toEqual({ answer: "yes" });
  });

  test("keeps waiting when an answer is not JSON", async () => {
    const world = await aWorld(NOTHING);
    await world.run({ A: waiting(END) });
    const taskToken = firstToken(world);
    await expect(world.engine.sendTaskSuccess({ taskToken, output: "yes" })).rejects.toMatchObject(
      named("InvalidOutput"),
    );
    await expect(world.engine.sendTaskHeartbeat({ taskToken })).resolves.toEqual({});
  });

  test("may be answered before the function that took it has returned", async () => {
    const world: World = await aWorld({
      ask: async ({ token }) => {
        await world.engine.sendTaskSuccess(yes(token));
        throw new Error("too late to matter");
      },
    });
    const arn = await world.run({ A: waiting({ Next: "B" }), B: { Type: "Succeed" } });
    expect(await outcome(world.engine, arn)).toMatchObject({ status: "SUCCEEDED", output: { answer: "yes" } });
  });

  test("stands nowhere in the history", async () => {
    const world = await aWorld(NOTHING);
    const executionArn = await world.run({ A: waiting(END) });
    const { events } = await world.engine.getExecutionHistory({ executionArn });
    expect(events.map(({ type }) => type)).toContain("TaskSubmitted");
    expect(JSON.stringify(events)).not.toContain(firstToken(world));
  });
});

describe("a late answer of a function", () => {
  test("is dropped when its state has timed out, and its signal is aborted", async () => {
    let answer: (value: unknown) => void = () => undefined;
    let signal: AbortSignal | undefined;
    const slow = { Type: "Task", Resource: INVOKE, Arguments: { FunctionName: "slow" } };
    const world = await aWorld({
      slow: (_payload, given) => {
        signal = given;
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    });
    const { stateMachineArn } = await world.engine.createStateMachine({
      name: "slow",
      definition: definitionOf({ A: { ...slow, TimeoutSeconds: 30, End: true } }),
    });
    const { executionArn } = await world.engine.startExecution({ stateMachineArn });
    await world.clock.advanceTo(
      world.clock.now() + 30 * SECOND,
      () => new Promise((resolve) => setTimeout(resolve, 20)),
    );
    expect(await outcome(world.engine, executionArn)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
    expect(signal?.aborted).toBe(true);
    answer("late");
    await world.engine.idle();
    expect((await outcome(world.engine, executionArn)).error).toBe("States.Timeout");
  });
});

describe("a late failure of a function", () => {
  test("whose token was answered does not fail the next try", async () => {
    const late: ((error: Error) => void)[] = [];
    const world = await aWorld({ ask: () => new Promise((_resolve, reject) => late.push(reject)) });
    const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
    const { stateMachineArn } = await world.engine.createStateMachine({
      name: "late",
      definition: definitionOf({ A: waiting(END, {}, { Retry: [{ ErrorEquals: ["Again"] }] }) }),
    });
    const { executionArn } = await world.engine.startExecution({ stateMachineArn });
    await settle();
    await world.engine.sendTaskFailure({ taskToken: firstToken(world), error: "Again" });
    await world.clock.advanceTo(world.clock.now() + SECOND, settle);
    expect(late).toHaveLength(2);
    late[0]?.(new Error("late"));
    await settle();
    expect((await outcome(world.engine, executionArn)).status).toBe("RUNNING");
    await world.engine.sendTaskSuccess(yes(world.tokens()[1] ?? ""));
    expect((await outcome(world.engine, executionArn)).status).toBe("SUCCEEDED");
  });
});

describe("StopExecution", () => {
  test("closes tokens and deadlines, and stopping again changes nothing", async () => {
    const world = await aWorld(NOTHING);
    const executionArn = await world.run({ A: waiting(END, {}, { TimeoutSeconds: 60 }) });
    const { stopDate } = await world.engine.stopExecution({
      executionArn,
      error: "Withdrawn",
      cause: "by the applicant",
    });
    await world.advance(DAY);
    expect(await world.engine.stopExecution({ executionArn })).toEqual({ stopDate });
    expect(await outcome(world.engine, executionArn)).toEqual({
      status: "ABORTED",
      output: undefined,
      error: "Withdrawn",
      cause: "by the applicant",
    });
    await expect(world.engine.sendTaskSuccess(yes(firstToken(world)))).rejects.toMatchObject(named("TaskTimedOut"));
    expect(world.engine.stats()).toMatchObject({ openFrames: 0, openTokens: 0 });
  });

  test("ends every item of a Map", async () => {
    const world = await aWorld(NOTHING);
    const items = { StartAt: "T", States: { T: waiting(END) } };
    const executionArn = await world.run({ M: { Type: "Map", Items: [1, 2, 3], ItemProcessor: items, End: true } });
    await world.engine.stopExecution({ executionArn });
    for (const taskToken of world.tokens()) {
      await expect(world.engine.sendTaskSuccess(yes(taskToken))).rejects.toMatchObject(named("TaskTimedOut"));
    }
  });
});

describe("StartExecution", () => {
  const machine = async (world: World) =>
    (await world.engine.createStateMachine({ name: "m", definition: definitionOf({ A: waiting(END) }) }))
      .stateMachineArn;

  test("with the same name and input is the same execution, however often and at once", async () => {
    const world = await aWorld(NOTHING);
    const stateMachineArn = await machine(world);
    const start = () => world.engine.startExecution({ stateMachineArn, name: "case-1", input: '{"a": 1}' });
    const started = await Promise.all(Array.from({ length: 10 }, start));
    await world.engine.idle();
    expect(new Set(started.map(({ executionArn }) => executionArn)).size).toBe(1);
    expect(world.calls).toHaveLength(1);
  });

  test("is ExecutionAlreadyExists with other input, and when it has ended", async () => {
    const world = await aWorld(NOTHING);
    const stateMachineArn = await machine(world);
    await world.engine.startExecution({ stateMachineArn, name: "case-1", input: '{"a":1}' });
    const again = (input: string) => world.engine.startExecution({ stateMachineArn, name: "case-1", input });
    await expect(again('{"a":2}')).rejects.toMatchObject(named("ExecutionAlreadyExists"));
    await world.engine.idle();
    await world.engine.sendTaskSuccess(yes(firstToken(world)));
    await expect(again('{"a":1}')).rejects.toMatchObject(named("ExecutionAlreadyExists"));
  });
});

test("a running execution keeps its definition when its state machine gets another", async () => {
  const world = await aWorld(NOTHING);
  const next = (output: string) => ({
    A: waiting({ Next: "B" }),
    B: { Type: "Pass", Output: { by: output }, End: true },
  });
  const { stateMachineArn } = await world.engine.createStateMachine({
    name: "m",
    definition: definitionOf(next("old")),
  });
  const old = await world.engine.startExecution({ stateMachineArn, name: "old" });
  await world.engine.updateStateMachine({ stateMachineArn, definition: definitionOf(next("new")) });
  const fresh = await world.engine.startExecution({ stateMachineArn, name: "new" });
  await world.restart();
  for (const taskToken of world.tokens()) await world.engine.sendTaskSuccess(yes(taskToken));
  expect((await outcome(world.engine, old.executionArn)).output).toEqual({ by: "old" });
  expect((await outcome(world.engine, fresh.executionArn)).output).toEqual({ by: "new" });
});

test("the function of a token task is invoked only when its token is on disk", async () => {
  const world: World = await aWorld({
    ask: ({ token }) => world.engine.sendTaskHeartbeat({ taskToken: token }),
  });
  const executionArn = await world.run({ A: { ...waiting(END), Resource: WAIT } });
  expect(await world.history(executionArn)).toContain("TaskSubmitted");
});
