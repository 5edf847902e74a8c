// The only place that builds what the engine's tests stand on: a database file, functions by name, a clock, seeded chance.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineRandom } from "@multihelix/engine/clock.ts";
import { createEngine, type Engine } from "@multihelix/engine/engine.ts";
import type { EngineLog } from "@multihelix/engine/log.ts";
import { afterEach } from "vitest";
import { type ManualClock, manualClock } from "./manual-clock.ts";

export const START = Date.UTC(2026, 2, 1, 8);
export const SECOND = 1_000;
export const DAY = 86_400 * SECOND;
export const INVOKE = "arn:aws:states:::lambda:invoke";
export const WAIT = "arn:aws:states:::lambda:invoke.waitForTaskToken";

export type Payload = Record<string, unknown> & { token: string };
export type Functions = Record<string, (payload: Payload, signal: AbortSignal) => unknown>;

export interface World {
  readonly engine: Engine;
  readonly clock: ManualClock;
  readonly path: string;
  /** Every call made, in order. */
  readonly calls: { name: string; payload: Payload }[];
  readonly logged: string[];
  /** Load a definition and start an execution of it; returns its ARN, when all that can run has run. */
  run(states: object, options?: { startAt?: string; input?: unknown; name?: string }): Promise<string>;
  advance(milliseconds: number): Promise<void>;
  tokens(): string[];
  history(arn: string): Promise<string[]>;
  /** End the engine in the midst of what it does, and start another on the same file. */
  crash(options?: { downMs?: number; functions?: Functions }): Promise<void>;
  /** The same, and wait until all that can run has run. */
  restart(options?: { downMs?: number; functions?: Functions }): Promise<void>;
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** An engine on a file of its own, started; ended and removed after the test. */
export async function aWorld(functions: Functions = {}, random: EngineRandom = seeded(1)): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "engine-"));
  const path = join(folder, "workflow.sqlite");
  const clock = manualClock(START);
  const calls: World["calls"] = [];
  const logged: string[] = [];
  const log: EngineLog = { warn: (event) => logged.push(event), error: (event) => logged.push(event) };
  let current = functions;
  let machines = 0;

  const make = () =>
    createEngine({
      databasePath: path,
      clock,
      random,
      log,
      invoke: async (name, payload, signal) => {
        calls.push({ name, payload: payload as Payload });
        const work = current[name];
        if (!work) throw new Error(`no function ${name}`);
        return work(payload as Payload, signal);
      },
    });
  let engine = make();
  await engine.start();
  open.push(async () => {
    await engine.stop();
    rmSync(folder, { recursive: true });
  });

  const crash: World["crash"] = async ({ downMs = 0, functions: others } = {}) => {
    await engine.stop();
    current = others ?? current;
    clock.jumpTo(clock.now() + downMs);
    engine = make();
    await engine.start();
  };

  return {
    get engine() {
      return engine;
    },
    clock,
    path,
    calls,
    logged,
    async run(states, { startAt, input = {}, name } = {}) {
      machines += 1;
      const definition = definitionOf(states, startAt);
      const { stateMachineArn } = await engine.createStateMachine({ name: `machine-${machines}`, definition });
      const { executionArn } = await engine.startExecution({
        stateMachineArn,
        input: JSON.stringify(input),
        ...(name === undefined ? {} : { name }),
      });
      await engine.idle();
      return executionArn;
    },
    advance: (milliseconds) => clock.advanceTo(clock.now() + milliseconds, () => engine.idle()),
    tokens: () => calls.flatMap(({ payload }) => (payload.token ? [payload.token] : [])),
    history: (arn) => historyOf(engine, arn),
    crash,
    async restart(options) {
      await crash(options);
      await clock.advanceTo(clock.now(), () => engine.idle());
    },
  };
}

export function definitionOf(states: object, startAt = Object.keys(states)[0]): string {
  return JSON.stringify({ QueryLanguage: "JSONata", StartAt: startAt, States: states });
}

/** A task that waits for its token, which it hands to the function `ask` with what else the payload says. */
export function waiting(next: object, payload: object = {}, more: object = {}) {
  const token = "{% $states.context.Task.Token %}";
  return {
    Type: "Task",
    Resource: WAIT,
    Arguments: { FunctionName: "ask", Payload: { token, ...payload } },
    ...more,
    ...next,
  };
}

export function invoking(name: string, next: object, more: object = {}) {
  return { Type: "Task", Resource: INVOKE, Arguments: { FunctionName: name }, ...more, ...next };
}

export async function outcome(engine: Engine, arn: string) {
  const { status, output, error, cause } = await engine.describeExecution({ executionArn: arn });
  return { status, output: output === undefined ? undefined : JSON.parse(output), error, cause };
}

async function historyOf(engine: Engine, arn: string): Promise<string[]> {
  const { events } = await engine.getExecutionHistory({ executionArn: arn, maxResults: 1000 });
  return events.map(({ type }) => type);
}

/** Chance that is the same in each run (mulberry32). */
export function seeded(seed: number): EngineRandom {
  let state = seed;
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { number, bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(number() * 256)) };
}
