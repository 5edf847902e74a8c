import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { afterEach, expect, test } from "vitest";
import { definitionOf, invoking, seeded, waiting } from "./world.ts";

const CHILD = fileURLToPath(new URL("./kill-child.ts", import.meta.url));
const EXECUTIONS = 20;
const SLOTS = ["a", "b", "c"];
const KILLS = 8;

interface Asked {
  readonly token: string;
  readonly person: string;
  readonly tries: number;
}

let child: ChildProcess | undefined;
let folder: string | undefined;
afterEach(() => {
  child?.kill("SIGKILL");
  if (folder) rmSync(folder, { recursive: true });
});

test("no acknowledged answer is lost, nobody is asked anew, no try is used up, wherever the process is killed", async () => {
  const random = seeded(20_261_125);
  folder = mkdtempSync(join(tmpdir(), "engine-kill-"));
  const asked: Asked[] = [];
  const other: string[] = [];
  let client: SFNClient = await launch(folder, asked, other);

  const stateMachineArn = await createMachine(client);
  const answers = new Map<string, string>();
  const accepted = new Set<string>();
  const started = new Set<string>();

  const act = async (person: string, token: string) => {
    const output = JSON.stringify(answers.get(person) ?? "");
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken: token, output }));
      accepted.add(person);
    } catch (error) {
      // Closed can only mean that an earlier delivery was written and its reply lost: each token has one answer here.
      if (nameOf(error) === "TaskTimedOut") accepted.add(person);
      else if (!isLost(error)) throw error;
    }
  };
  const begin = async (name: string) => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify({ slots: SLOTS }) }));
      started.add(name);
    } catch (error) {
      if (!isLost(error)) throw error;
    }
  };
  const live = async (until: () => boolean) => {
    while (!until()) {
      const missing = names().filter((name) => !started.has(name));
      const open = asked.filter(({ person }) => !accepted.has(person));
      const some = open.filter(() => random.number() < 0.4);
      for (const { person } of some) answers.set(person, answers.get(person) ?? `answer ${answers.size} of ${person}`);
      await Promise.all([...missing.slice(0, 3).map(begin), ...some.map(({ person, token }) => act(person, token))]);
      await delay(random.number() * 10);
    }
  };

  for (let kill = 0; kill < KILLS; kill += 1) {
    let dead = false;
    const running = live(() => dead);
    await delay(20 + random.number() * 150);
    const ended = child && once(child, "exit");
    child?.kill("SIGKILL");
    await ended;
    dead = true;
    await running;
    client.destroy();
    client = await launch(folder, asked, other);
  }
  await live(() => accepted.size === EXECUTIONS * SLOTS.length * 2);

  for (const name of names()) {
    const expected = SLOTS.map((slot) => ({
      first: answers.get(`${name}/${slot}/First`),
      second: answers.get(`${name}/${slot}/Second`),
    }));
    expect(await resultOf(client, stateMachineArn, name)).toEqual(expected);
  }
  for (const person of answers.keys()) {
    expect(new Set(asked.filter((it) => it.person === person).map(({ token }) => token)).size).toBe(1);
  }
  expect(asked.filter(({ tries }) => tries > 0)).toEqual([]);
  expect(other).toEqual([]);
  client.destroy();
}, 60_000);

/** Per slot: one person is asked, a function works, a second person is asked. */
async function createMachine(client: SFNClient): Promise<string> {
  const { CreateStateMachineCommand } = await import("@aws-sdk/client-sfn");
  const retry = { Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 1 }] };
  const ask = (state: string, output: object, next: object) =>
    waiting(
      next,
      {
        person: `{% $states.context.Execution.Name & '/' & $states.context.Map.Item.Value & '/${state}' %}`,
        tries: "{% $states.context.State.RetryCount %}",
      },
      { ...retry, Output: output },
    );
  const slot = {
    First: ask("First", { first: "{% $states.result %}" }, { Next: "Work" }),
    Work: invoking("work", { Next: "Second" }, { ...retry, Output: "{% $states.input %}" }),
    Second: ask("Second", { first: "{% $states.input.first %}", second: "{% $states.result %}" }, { End: true }),
  };
  const map = {
    Type: "Map",
    Items: "{% $states.input.slots %}",
    ItemProcessor: { StartAt: "First", States: slot },
    End: true,
  };
  const definition = definitionOf({ Slots: map });
  const made = await client.send(
    new CreateStateMachineCommand({ name: "kill", definition, roleArn: "arn:aws:iam::0:role/x" }),
  );
  return made.stateMachineArn ?? "";
}

async function launch(at: string, asked: Asked[], other: string[]): Promise<SFNClient> {
  const process = spawn(globalThis.process.execPath, [CHILD, join(at, "workflow.sqlite")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child = process;
  const endpoint = await new Promise<string>((resolve, reject) => {
    process.once("exit", () => reject(new Error("the engine ended before it listened")));
    createInterface({ input: process.stdout }).on("line", (line) => {
      const said = parse(line);
      if (said?.event === "listening") resolve(said.url);
      else if (said?.event === "asked") asked.push(said);
      else if (said) other.push(said.event);
    });
  });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return new SFNClient({ endpoint, region: "eu-west-1", credentials, maxAttempts: 1 });
}

/** The last line of a killed process may be torn; what it said is then said again. */
function parse(line: string): ({ event: string; url: string } & Asked) | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function resultOf(client: SFNClient, stateMachineArn: string, name: string): Promise<unknown> {
  const executionArn = `${stateMachineArn.replace(":stateMachine:", ":execution:")}:${name}`;
  const { status, output } = await client.send(new DescribeExecutionCommand({ executionArn }));
  expect(status).toBe("SUCCEEDED");
  return JSON.parse(output ?? "null");
}

function names(): string[] {
  return Array.from({ length: EXECUTIONS }, (_, n) => `case-${n}`);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}

/** The request or its reply was lost with the process: it has no typed answer. */
function isLost(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === "ECONNREFUSED" || code === "ECONNRESET" || code === "EPIPE" || nameOf(error) === "TimeoutError";
}
