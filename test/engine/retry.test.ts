import type { EngineRandom } from "@multihelix/engine/clock.ts";
import { nextTry } from "@multihelix/engine/run/retry.ts";
import { answersTo } from "@multihelix/engine/states-error.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../fixture/fast-check.ts";
import { aWorld, invoking, outcome, SECOND, START, seeded } from "./world.ts";

const half: EngineRandom = { number: () => 0.5, bytes: (count) => new Uint8Array(count) };
const END = { End: true };
const failing = (name: string) => () => {
  throw Object.assign(new Error("m"), { name });
};

describe("error names", () => {
  test.each([
    ["its own name", ["BoomError"], "BoomError", true],
    ["no other name", ["BoomError"], "OtherError", false],
    ["States.ALL", ["States.ALL"], "BoomError", true],
    ["States.ALL for a time-out", ["States.ALL"], "States.Timeout", true],
    ["States.TaskFailed", ["States.TaskFailed"], "BoomError", true],
    ["States.TaskFailed but not for a time-out", ["States.TaskFailed"], "States.Timeout", false],
    ["States.ALL but not for data beyond the limit", ["States.ALL"], "States.DataLimitExceeded", false],
    ["data beyond the limit by its name", ["States.DataLimitExceeded"], "States.DataLimitExceeded", true],
    ["nothing for States.Runtime", ["States.ALL", "States.Runtime"], "States.Runtime", false],
  ])("are answered to by %s", (_name, names, error, expected) => {
    expect(answersTo(names, error)).toBe(expected);
  });
});

describe("the delay of a retry", () => {
  const delays = (retrier: object, tries = 4) =>
    Array.from(
      { length: tries },
      (_, used) => nextTry([{ ErrorEquals: ["States.ALL"], MaxAttempts: 9, ...retrier }], [used], "E", half)?.delayMs,
    );

  test("is 1 second doubling, where nothing is said", () => {
    expect(delays({})).toEqual([1000, 2000, 4000, 8000]);
  });
  test("grows by BackoffRate from IntervalSeconds", () => {
    expect(delays({ IntervalSeconds: 2, BackoffRate: 1.5 })).toEqual([2000, 3000, 4500, 6750]);
  });
  test("stays with BackoffRate 1", () => {
    expect(delays({ IntervalSeconds: 3, BackoffRate: 1 })).toEqual([3000, 3000, 3000, 3000]);
  });
  test("is at most MaxDelaySeconds", () => {
    expect(delays({ MaxDelaySeconds: 3 })).toEqual([1000, 2000, 3000, 3000]);
  });
  test("is a random part of itself with JitterStrategy FULL", () => {
    expect(delays({ JitterStrategy: "FULL", MaxDelaySeconds: 3 })).toEqual([500, 1000, 1500, 1500]);
  });
  test("is finite and never negative, whatever the policy", () => {
    const policy = fc.record({
      IntervalSeconds: fc.integer({ min: 1, max: 99_999_999 }),
      BackoffRate: fc.double({ min: 1, max: 1000, noNaN: true }),
      JitterStrategy: fc.constantFrom("FULL" as const, "NONE" as const),
    });
    fc.assert(
      fc.property(policy, fc.nat(500), (given, used) => {
        const next = nextTry([{ ErrorEquals: ["States.ALL"], MaxAttempts: 1000, ...given }], [used], "E", seeded(used));
        expect(Number.isSafeInteger(next?.delayMs)).toBe(true);
        expect(next?.delayMs).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test("tries are made at their instants and no sooner", async () => {
  const at: number[] = [];
  const world = await aWorld({
    work: () => {
      at.push((world.clock.now() - START) / SECOND);
      throw new Error("busy");
    },
  });
  const arn = await world.run({
    A: invoking("work", END, {
      Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 10, BackoffRate: 2, MaxAttempts: 3 }],
    }),
  });
  await world.advance(9.999 * SECOND);
  expect(at).toEqual([0]);
  await world.advance(1000 * SECOND);
  expect(at).toEqual([0, 10, 30, 70]);
  expect((await outcome(world.engine, arn)).error).toBe("Error");
});

test("an error that has a Retrier of its own without attempts is caught at once, whatever a later one would try", async () => {
  const world = await aWorld({ refusing: failing("Task.Refused"), busy: failing("BusyError") });
  const given = {
    Retry: [
      { ErrorEquals: ["Task.Refused"], MaxAttempts: 0 },
      { ErrorEquals: ["States.TaskFailed"], MaxAttempts: 2 },
    ],
    Catch: [{ ErrorEquals: ["States.ALL"], Next: "E" }],
  };
  const run = (name: string) => world.run({ A: invoking(name, END, given), E: { Type: "Succeed" } });
  await Promise.all([run("refusing"), run("busy")]);
  await world.advance(10 * SECOND);
  expect(world.calls.filter(({ name }) => name === "refusing")).toHaveLength(1);
  expect(world.calls.filter(({ name }) => name === "busy")).toHaveLength(3);
});

test("a new entry into the state has all its tries again", async () => {
  const world = await aWorld({ work: failing("BusyError") });
  const arn = await world.run({
    A: invoking("work", END, {
      Retry: [{ ErrorEquals: ["BusyError"], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ["BusyError"], Next: "Again", Output: { from: "A" } }],
    }),
    Again: {
      Type: "Choice",
      Choices: [{ Condition: "{% $exists($again) %}", Next: "E" }],
      Default: "A",
      Assign: { again: true },
    },
    E: { Type: "Succeed" },
  });
  await world.advance(10 * SECOND);
  expect((await outcome(world.engine, arn)).status).toBe("SUCCEEDED");
  expect(world.calls).toHaveLength(4);
});

test("a payload beyond 256 KiB is States.DataLimitExceeded, which States.ALL does not catch", async () => {
  const world = await aWorld({ work: () => "x".repeat(300_000) });
  const arn = await world.run({
    A: invoking("work", END, { Catch: [{ ErrorEquals: ["States.ALL"], Next: "B" }] }),
    B: { Type: "Succeed" },
  });
  expect(await outcome(world.engine, arn)).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
});

test("an endless loop ends when the history is full", async () => {
  const world = await aWorld();
  const arn = await world.run({
    A: { Type: "Pass", Next: "B" },
    B: { Type: "Choice", Choices: [{ Condition: "{% $states.input.stop = true %}", Next: "E" }], Default: "A" },
    E: { Type: "Succeed" },
  });
  expect(await outcome(world.engine, arn)).toMatchObject({ status: "FAILED", error: "States.Runtime" });
  expect(world.engine.executionStats(arn).historyEvents).toBeLessThanOrEqual(25_000);
});
