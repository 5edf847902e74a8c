import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { Invoke } from "@multihelix/engine/calls.ts";
import { readMachine } from "@multihelix/engine/definition/machine.ts";
import type { Execution } from "@multihelix/engine/run/execution.ts";
import { createRunner } from "@multihelix/engine/runner.ts";
import { openDatabase } from "@multihelix/engine/store/database.ts";
import { executionStore } from "@multihelix/engine/store/execution-store.ts";
import { machineStore } from "@multihelix/engine/store/machine-store.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { manualClock } from "./manual-clock.ts";
import { definitionOf, invoking, SECOND, START, seeded } from "./world.ts";

const ARN = "arn:aws:states:eu-west-1:000000000000:execution:m:case-1";
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

let folder: string;
let database: DatabaseSync;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "engine-runner-"));
  database = openDatabase(join(folder, "workflow.sqlite"));
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function aRunner(states: object, invoke: Invoke, commits: (turn: number) => void = () => undefined) {
  const store = executionStore(database);
  const machines = machineStore(database);
  const clock = manualClock(START);
  const machine = readMachine(definitionOf(states));
  const logged: string[] = [];
  let turns = 0;
  const runner = createRunner({
    store: {
      ...store,
      commit: (turn) => {
        turns += 1;
        commits(turns);
        store.commit(turn);
      },
    },
    machines: { ...machines, machine: () => machine },
    invoke,
    clock,
    random: seeded(1),
    log: { warn: (event) => logged.push(event), error: (event) => logged.push(event) },
  });
  return { runner, store, clock, logged };
}

function anExecution(): Execution {
  return {
    arn: ARN,
    machineArn: "arn:aws:states:eu-west-1:000000000000:stateMachine:m",
    name: "case-1",
    definition: "hash",
    input: {},
    startedAt: START,
    status: "RUNNING",
    output: null,
    error: null,
    cause: null,
    stoppedAt: null,
    visits: 0,
    frames: 0,
    events: 0,
    transitions: 0,
    largestPayloadBytes: 0,
  };
}

test("an answer that cannot be written down is written later, and its function is not invoked again for that", async () => {
  let invoked = 0;
  const full = (turn: number) => {
    if (turn === 2 || turn === 3) throw new Error("database or disk is full");
  };
  const work = async () => {
    invoked += 1;
    return "done";
  };
  const { runner, store, clock, logged } = aRunner({ A: invoking("work", { End: true }) }, work, full);
  await runner.start();
  await runner.begin(anExecution(), () => undefined);
  await settle();
  expect(store.find(ARN)?.status).toBe("RUNNING");
  await clock.advanceTo(START + 2 * SECOND, settle);
  expect(store.find(ARN)?.status).toBe("SUCCEEDED");
  expect(invoked).toBe(1);
  expect(logged).toEqual(["engine.event-not-written", "engine.event-not-written"]);
  await runner.stop();
});

test("a start that cannot be written down is refused, and nothing is invoked", async () => {
  let invoked = 0;
  const full = (turn: number) => {
    if (turn === 1) throw new Error("database or disk is full");
  };
  const work = async () => {
    invoked += 1;
    return "done";
  };
  const { runner, store } = aRunner({ A: invoking("work", { End: true }) }, work, full);
  await runner.start();
  await expect(runner.begin(anExecution(), () => store.find(ARN))).rejects.toThrow(/disk is full/);
  await settle();
  expect([store.find(ARN), invoked]).toEqual([undefined, 0]);
  await runner.begin(anExecution(), () => store.find(ARN));
  await runner.idle();
  expect([store.find(ARN)?.status, invoked]).toEqual(["SUCCEEDED", 1]);
  await runner.stop();
});

test("a fault of the interpreter ends the execution in sight, with what is wrong in the log", async () => {
  const { runner, store, logged } = aRunner({ A: { Type: "Pass", Next: "Missing" } }, async () => null);
  await runner.start();
  const begun = await runner.begin(anExecution(), () => undefined);
  expect(begun).toMatchObject({ status: "FAILED", error: "States.Runtime" });
  expect(store.find(ARN)?.status).toBe("FAILED");
  expect(logged).toEqual(["engine.fault"]);
  await runner.stop();
});
