import { expect, test } from "vitest";
import { aWorld, invoking, outcome, SECOND, waiting } from "./world.ts";

const END = { End: true };
const NOTHING = { ask: () => null };
const each = (states: object) => ({ StartAt: Object.keys(states)[0], States: states });
const IT = { it: "{% $states.input %}" };

test("no more than MaxConcurrency items are out at once, and the next starts when one ends", async () => {
  const world = await aWorld(NOTHING);
  const arn = await world.run({
    M: {
      Type: "Map",
      Items: [1, 2, 3, 4, 5],
      MaxConcurrency: 2,
      ItemProcessor: each({ T: waiting(END, IT) }),
      End: true,
    },
  });
  const asked = () => world.calls.map(({ payload }) => payload.it);
  const answer = async (n: number) => {
    await world.engine.sendTaskSuccess({ taskToken: world.tokens()[n] ?? "", output: String(10 * (n + 1)) });
    await world.engine.idle();
  };
  expect(asked()).toEqual([1, 2]);
  await answer(1);
  expect(asked()).toEqual([1, 2, 3]);
  for (const n of [0, 2, 3, 4]) await answer(n);
  expect((await outcome(world.engine, arn)).output).toEqual([10, 20, 30, 40, 50]);
});

test("an item that fails ends the others: their tokens are closed, their functions told to end", async () => {
  const aborted: unknown[] = [];
  const world = await aWorld({
    ask: () => null,
    slow: (_payload, signal) =>
      new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          aborted.push("slow");
          resolve(null);
        });
      }),
  });
  const items = each({
    C: { Type: "Choice", Choices: [{ Condition: "{% $states.input = 'slow' %}", Next: "S" }], Default: "T" },
    T: waiting(END, IT),
    S: invoking("slow", END),
  });
  const { stateMachineArn } = await world.engine.createStateMachine({
    name: "m",
    definition: JSON.stringify({
      QueryLanguage: "JSONata",
      StartAt: "M",
      States: {
        M: {
          Type: "Map",
          Items: ["a", "b", "slow"],
          ItemProcessor: items,
          Catch: [{ ErrorEquals: ["Gone"], Next: "E" }],
          End: true,
        },
        E: { Type: "Pass", Output: { caught: "{% $states.input.Error %}" }, End: true },
      },
    }),
  });
  const { executionArn } = await world.engine.startExecution({ stateMachineArn });
  while (world.calls.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  const [a = "", b = ""] = world.tokens();
  await world.engine.sendTaskFailure({ taskToken: a, error: "Gone" });
  expect((await outcome(world.engine, executionArn)).output).toEqual({ caught: "Gone" });
  expect(aborted).toEqual(["slow"]);
  await expect(world.engine.sendTaskSuccess({ taskToken: b, output: "1" })).rejects.toMatchObject({
    name: "TaskTimedOut",
  });
  const history = await world.history(executionArn);
  expect(history.filter((type) => type === "MapIterationAborted")).toHaveLength(2);
});

test("an item that times out is one value among the others when it catches that itself", async () => {
  const world = await aWorld(NOTHING);
  const arn = await world.run({
    M: {
      Type: "Map",
      Items: ["a", "b"],
      ItemProcessor: each({
        T: waiting(END, IT, { TimeoutSeconds: 60, Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Silent" }] }),
        Silent: { Type: "Pass", Output: { silent: true }, End: true },
      }),
      End: true,
    },
  });
  await world.engine.sendTaskSuccess({ taskToken: world.tokens()[1] ?? "", output: '"here"' });
  await world.advance(60 * SECOND);
  expect((await outcome(world.engine, arn)).output).toEqual([{ silent: true }, "here"]);
});

test("token tasks of a Map within a Map are answered across a restart", async () => {
  const world = await aWorld(NOTHING);
  const arn = await world.run({
    M: {
      Type: "Map",
      Items: [
        [1, 2],
        [3, 4],
      ],
      ItemProcessor: each({ I: { Type: "Map", ItemProcessor: each({ T: waiting(END, IT) }), End: true } }),
      End: true,
    },
  });
  for (const [n, taskToken] of world.tokens().entries()) {
    await world.restart();
    await world.engine.sendTaskSuccess({ taskToken, output: String(n + 1) });
  }
  expect((await outcome(world.engine, arn)).output).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(world.calls).toHaveLength(4);
});

test("a hundred items wait at once and take their answers together", async () => {
  const world = await aWorld(NOTHING);
  const items = Array.from({ length: 100 }, (_, n) => n);
  const arn = await world.run({
    M: { Type: "Map", Items: items, ItemProcessor: each({ T: waiting(END, IT) }), End: true },
  });
  await Promise.all(
    world.calls.map(({ payload }) =>
      world.engine.sendTaskSuccess({ taskToken: payload.token, output: JSON.stringify(payload.it) }),
    ),
  );
  expect((await outcome(world.engine, arn)).output).toEqual(items);
});
