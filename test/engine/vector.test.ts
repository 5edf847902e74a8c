import { describe, expect, test } from "vitest";
import { expressionVectors, takeAnswer, type Vector, vectors } from "./vector.ts";
import { aWorld, DAY, type Functions, type World } from "./world.ts";

const FILES = ["plain", "task", "failure", "map"];

for (const [file, list] of [
  ...FILES.map((name) => [name, vectors(name)] as const),
  ["expression", expressionVectors()] as const,
]) {
  describe(`vectors of ${file}`, () => {
    test.each(list.map((vector) => [vector.name, vector] as const))("%s", async (_name, vector) => {
      const world = await aWorld(functionsOf(vector, () => world));
      const { stateMachineArn } = await world.engine.createStateMachine({
        name: "vector",
        definition: JSON.stringify(vector.definition),
      });
      const input = JSON.stringify(vector.input);
      const { executionArn } = await world.engine.startExecution({ stateMachineArn, input, name: "run-1" });
      await world.advance(400 * DAY);
      await expectOutcome(world, executionArn, vector.expected);
    });
  });
}

function functionsOf(vector: Vector, world: () => World): Functions {
  const results = structuredClone(vector.results ?? {});
  const names = Object.keys(results);
  return Object.fromEntries(
    names.map((name) => [
      name,
      async (payload) => {
        const answer = takeAnswer(results, name, payload);
        if (answer.throws) throw Object.assign(new Error(answer.throws.message), { name: answer.throws.error });
        const taskToken = payload.token;
        if ("succeeds" in answer) {
          await world().engine.sendTaskSuccess({ taskToken, output: JSON.stringify(answer.succeeds) });
        }
        if (answer.fails) await world().engine.sendTaskFailure({ taskToken, ...answer.fails });
        return answer.returns;
      },
    ]),
  );
}

async function expectOutcome(world: World, executionArn: string, expected: Vector["expected"]) {
  const { status, output, error, cause } = await world.engine.describeExecution({ executionArn });
  const { path, ...rest } = expected;
  const seen = { status, output: output === undefined ? undefined : JSON.parse(output), error, cause };
  expect(seen).toMatchObject(rest);
  if (!path) return;
  const { events } = await world.engine.getExecutionHistory({ executionArn, maxResults: 1000 });
  const entered = events.flatMap((event) =>
    event.type.endsWith("StateEntered")
      ? [(event as { stateEnteredEventDetails?: { name: string } }).stateEnteredEventDetails?.name]
      : [],
  );
  expect(entered).toEqual(path);
}
