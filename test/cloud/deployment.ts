/** The only place that deploys the house on the emulator by SST, finds what was deployed, and removes it. */
import { CloudFormationClient, DescribeStacksCommand, paginateListStacks } from "@aws-sdk/client-cloudformation";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { runToEnd } from "../fixture/child-group.ts";
import { type Emulator, root } from "./emulator.ts";

export const stage = "ci";
const prefix = `${stage}-multihelix-`;

export interface Deployment {
  /** Where the API answers, without a slash at the end. */
  readonly url: string;
  /** Of the pages: what a browser would send as Origin. */
  readonly origin: string;
  readonly table: string;
  readonly pagesBucket: string;
  /** Invoke a function and wait for its result. Throws when the function fails. */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Stacks of the stage that are there now. */
  stacks(): Promise<string[]>;
}

/** Deploy all stacks, bootstraps included; `origin` is that of the stage's settings. */
export async function deploy(emulator: Emulator, origin: string, say?: (line: string) => void): Promise<Deployment> {
  await sst(emulator, "deploy", say);
  const outputs = await outputsOf(emulator);
  const output = (name: string) => {
    const value = outputs.get(name);
    if (value === undefined) throw new Error(`The deployment has no output ${name}.`);
    return value;
  };
  const lambda = new LambdaClient(clientOptions(emulator));
  return {
    url: emulator.apiUrl(output("ApiId")),
    origin,
    table: output("TableName"),
    pagesBucket: output("PagesBucket"),
    invoke: async (name, event) => {
      const Payload = new TextEncoder().encode(JSON.stringify(event));
      const answer = await lambda.send(new InvokeCommand({ FunctionName: `${prefix}${name}`, Payload }));
      const text = new TextDecoder().decode(answer.Payload);
      if (answer.FunctionError !== undefined) throw new Error(`The function ${name} failed: ${text}`);
      return text === "" ? undefined : JSON.parse(text);
    },
    stacks: () => stacksOf(emulator),
  };
}

/** Remove all stacks of the stage; the tools' own bootstraps stay, as they would in AWS. */
export function remove(emulator: Emulator, say?: (line: string) => void): Promise<void> {
  return sst(emulator, "remove", say);
}

export function clientOptions({ endpoint, region, credentials }: Emulator) {
  return { endpoint, region, credentials };
}

function sst(emulator: Emulator, verb: "deploy" | "remove", say?: (line: string) => void): Promise<void> {
  const options = { cwd: root, env: emulator.env, timeoutMs: 180_000, ...(say === undefined ? {} : { say }) };
  return runToEnd(["sst", verb, "--stage", stage], options);
}

async function outputsOf(emulator: Emulator): Promise<Map<string, string>> {
  const client = new CloudFormationClient(clientOptions(emulator));
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
  const ours = Stacks.filter(({ StackName = "" }) => StackName.startsWith(prefix));
  return new Map(
    ours.flatMap(({ Outputs = [] }) =>
      Outputs.map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue] as const),
    ),
  );
}

async function stacksOf(emulator: Emulator): Promise<string[]> {
  const client = new CloudFormationClient(clientOptions(emulator));
  const found: string[] = [];
  for await (const { StackSummaries = [] } of paginateListStacks({ client }, {})) {
    const there = StackSummaries.filter(
      ({ StackName = "", StackStatus }) => StackName.startsWith(prefix) && StackStatus !== "DELETE_COMPLETE",
    );
    found.push(...there.map(({ StackName = "" }) => StackName));
  }
  return found;
}
