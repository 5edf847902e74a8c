import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { describe, expect, test } from "vitest";
import { expressionVectors, type Vector, vectors } from "../engine/vector.ts";
import { runningEmulator } from "./running.ts";

const sfn = new SFNClient(runningEmulator());
let made = 0;

/**
 * Where the emulator does otherwise than AWS documents, and our engine is right. The definitions of the house rest on
 * none of these; should the emulator learn one, its line must go.
 */
const deviations = new Map([
  ["Assign and Output see the variables as they were before", "Output sees what Assign has just set"],
  ["a missing field compares as not equal", "Output of Succeed is ignored"],
  ["Succeed ends with its Output", "Output of Succeed is ignored"],
  ["the fields of the Choice itself go with Default", "Assign of the Choice itself is ignored"],
  ["a Condition must be true or false", "any value counts as true"],
]);

/** Without tasks: functions of the vectors live in the engine's tests, those of the cloud in the scenario. */
const plain = vectors("plain").filter(({ results }) => results === undefined);

for (const [file, list] of [["plain", plain] as const, ["expression", expressionVectors()] as const]) {
  describe(`vectors of ${file} on the AWS emulator's Step Functions`, () => {
    for (const vector of list) {
      const proved = deviations.has(vector.name) ? test.fails : test;
      proved(vector.name, () => prove(vector));
    }
  });
}

test("every deviation of the emulator is one of a vector that is run", () => {
  const names = [...plain, ...expressionVectors()].map(({ name }) => name);
  expect([...deviations.keys()].filter((name) => !names.includes(name))).toEqual([]);
});

async function prove(vector: Vector): Promise<void> {
  made += 1;
  const { stateMachineArn } = await sfn.send(
    new CreateStateMachineCommand({
      name: `vector-${made}`,
      definition: JSON.stringify(vector.definition),
      roleArn: "arn:aws:iam::000000000000:role/vector",
    }),
  );
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({ stateMachineArn, name: "run-1", input: JSON.stringify(vector.input) }),
  );
  await expectOutcome(executionArn, vector.expected);
}

async function expectOutcome(
  executionArn: string | undefined,
  { path, status, output, error }: Vector["expected"],
): Promise<void> {
  const statusNow = async () => (await sfn.send(new DescribeExecutionCommand({ executionArn }))).status;
  await expect.poll(statusNow, { interval: 10, timeout: 10_000 }).not.toBe("RUNNING");
  const seen = await sfn.send(new DescribeExecutionCommand({ executionArn }));
  expect(seen.status).toBe(status);
  if (output !== undefined) expect(JSON.parse(seen.output ?? "null")).toEqual(output);
  if (error !== undefined) expect(seen.error).toBe(error);
  if (path === undefined) return;
  const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
  expect(events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? [])).toEqual(path);
}
