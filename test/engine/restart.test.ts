import { existsSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { createEngine } from "@multihelix/engine/engine.ts";
import { describe, expect, test } from "vitest";
import { aWorld, DAY, definitionOf, invoking, outcome, SECOND, type World, waiting } from "./world.ts";

const END = { End: true };
const NOTHING = { ask: () => null };
const hang = () => new Promise(() => undefined);
/** For functions that do not return, where nothing becomes idle. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

async function startMany(world: World, count: number, states: object): Promise<string[]> {
  const { stateMachineArn } = await world.engine.createStateMachine({ name: "many", definition: definitionOf(states) });
  const starts = Array.from({ length: count }, (_, n) =>
    world.engine.startExecution({ stateMachineArn, name: `case-${n}` }),
  );
  return (await Promise.all(starts)).map(({ executionArn }) => executionArn);
}

describe("after a restart with a hundred people awaited", () => {
  const person = waiting(
    END,
    { case: "{% $states.context.Execution.Name %}" },
    { TimeoutSeconds: (30 * DAY) / SECOND },
  );

  test("all hundred resume under their tokens, and nobody is asked again", async () => {
    const world = await aWorld(NOTHING);
    const arns = await startMany(world, 100, { A: person });
    await world.engine.idle();
    await world.restart({ downMs: 3 * DAY });
    for (const { payload } of world.calls) {
      await world.engine.sendTaskSuccess({ taskToken: payload.token, output: JSON.stringify(payload.case) });
    }
    expect(world.calls).toHaveLength(100);
    for (const [n, arn] of arns.entries()) expect((await outcome(world.engine, arn)).output).toBe(`case-${n}`);
  });

  test("their deadlines are what they were", async () => {
    const world = await aWorld(NOTHING);
    await startMany(world, 100, { A: person });
    await world.advance(10 * DAY);
    await world.restart({ downMs: 10 * DAY });
    await world.advance(10 * DAY - SECOND);
    expect(world.engine.stats().executions).toEqual({ RUNNING: 100 });
    await world.advance(SECOND);
    expect(world.engine.stats().executions).toEqual({ FAILED: 100 });
  });

  test("deadlines that passed meanwhile are met at once", async () => {
    const world = await aWorld(NOTHING);
    await startMany(world, 5, { A: person });
    await world.engine.idle();
    await world.restart({ downMs: 31 * DAY });
    expect(world.engine.stats().executions).toEqual({ FAILED: 5 });
  });
});

describe("a function that was at work when the process ended", () => {
  test("is invoked again, and no try is used up by that", async () => {
    const world = await aWorld({ work: hang });
    const retry = { Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 1 }] };
    const tries = { Arguments: { FunctionName: "work", Payload: { try: "{% $states.context.State.RetryCount %}" } } };
    const [arn = ""] = await startMany(world, 1, {
      A: invoking("work", END, { ...tries, ...retry, Output: "{% $states.result.Payload %}" }),
    });
    while (world.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const answers = [() => Promise.reject(new Error("a real failure")), () => "done"];
    await world.restart({ functions: { work: () => answers.shift()?.() } });
    expect((await outcome(world.engine, arn)).status).toBe("RUNNING");
    await world.advance(SECOND);
    expect((await outcome(world.engine, arn)).output).toBe("done");
    expect(world.calls.map(({ payload }) => payload.try)).toEqual([0, 0, 1]);
  });

  test("has its whole time-out again", async () => {
    const world = await aWorld({ work: hang });
    const [arn = ""] = await startMany(world, 1, { A: invoking("work", END, { TimeoutSeconds: 60 }) });
    await settle();
    world.clock.jumpTo(world.clock.now() + 59 * SECOND);
    await world.crash({ downMs: DAY });
    await world.clock.advanceTo(world.clock.now() + 59 * SECOND, settle);
    expect((await outcome(world.engine, arn)).status).toBe("RUNNING");
    await world.clock.advanceTo(world.clock.now() + SECOND, settle);
    expect((await outcome(world.engine, arn)).error).toBe("States.Timeout");
  });

  test("is given the same token again when it had not said that it took it", async () => {
    const world = await aWorld({ ask: hang });
    const [arn = ""] = await startMany(world, 1, { A: waiting(END) });
    await settle();
    await world.restart({ functions: NOTHING });
    const [first = "", second] = world.tokens();
    expect(second).toBe(first);
    await world.engine.sendTaskSuccess({ taskToken: first, output: "1" });
    expect((await outcome(world.engine, arn)).output).toBe(1);
  });
});

test("a retry that is waited for comes at its instant, also across a restart", async () => {
  const world = await aWorld({ work: () => Promise.reject(new Error("busy")) });
  await world.run({
    A: invoking("work", END, { Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 600, MaxAttempts: 1 }] }),
  });
  await world.restart({ downMs: 300 * SECOND });
  expect(world.calls).toHaveLength(1);
  await world.advance(299 * SECOND);
  expect(world.calls).toHaveLength(1);
  await world.advance(SECOND);
  expect(world.calls).toHaveLength(2);
});

test("tokens that were closed before a restart are remembered", async () => {
  const world = await aWorld(NOTHING);
  await world.run({ A: waiting(END) });
  const answer = { taskToken: world.tokens()[0] ?? "", output: "1" };
  await world.engine.sendTaskSuccess(answer);
  await world.restart();
  await expect(world.engine.sendTaskSuccess(answer)).rejects.toMatchObject({ name: "TaskTimedOut" });
});

describe("the database file", () => {
  const options = (databasePath: string) => ({ databasePath, invoke: async () => null });

  test("is refused to a second engine while the first has it", async () => {
    const world = await aWorld();
    expect(() => createEngine(options(world.path))).toThrow(/workflow database .* cannot be used: .*locked/);
  });

  test("that is no database is refused in a sentence and left as it is", async () => {
    const world = await aWorld();
    const path = `${world.path}.txt`;
    writeFileSync(path, "no database, but a letter to the applicant, long enough to be read as a header of one");
    expect(() => createEngine(options(path))).toThrow(/workflow database .* cannot be used/);
    expect(existsSync(path)).toBe(true);
  });

  test("of a newer engine is refused", async () => {
    const world = await aWorld();
    const path = `${world.path}.newer`;
    const newer = new DatabaseSync(path);
    newer.exec("PRAGMA user_version = 99");
    newer.close();
    expect(() => createEngine(options(path))).toThrow(/newer engine/);
  });

  test("can be copied while running, and the copy goes on where it was", async () => {
    const world = await aWorld(NOTHING);
    const arn = await world.run({ A: waiting(END) });
    const copy = `${world.path}.copy`;
    await world.engine.backup(copy);
    const restored = createEngine({ ...options(copy), clock: world.clock });
    await restored.start();
    await restored.sendTaskSuccess({ taskToken: world.tokens()[0] ?? "", output: "1" });
    expect((await outcome(restored, arn)).output).toBe(1);
    expect((await outcome(world.engine, arn)).status).toBe("RUNNING");
    await restored.stop();
  });
});

test("an engine that is not running says so and takes nothing", async () => {
  const world = await aWorld(NOTHING);
  const arn = await world.run({ A: waiting(END) });
  await world.engine.stop();
  await expect(world.engine.stopExecution({ executionArn: arn })).rejects.toThrow(/stopped, not running/);
  await world.restart();
  expect((await outcome(world.engine, arn)).status).toBe("RUNNING");
});
