/** The only place that puts the engine together: a database file, functions to invoke, a clock, and the API in front. */
import { backup } from "node:sqlite";
import {
  describeExecution,
  findExecution,
  getExecutionHistory,
  listExecutions,
  startExecution,
  stopExecution,
} from "./api/execution.ts";
import type { ApiParts } from "./api/operation.ts";
import {
  createStateMachine,
  describeStateMachine,
  listStateMachines,
  updateStateMachine,
} from "./api/state-machine.ts";
import { sendTaskFailure, sendTaskHeartbeat, sendTaskSuccess } from "./api/task-token.ts";
import type { Invoke } from "./calls.ts";
import { type EngineClock, type EngineRandom, systemClock, systemRandom } from "./clock.ts";
import { type EngineLog, SILENT } from "./log.ts";
import { createRunner } from "./runner.ts";
import { openDatabase } from "./store/database.ts";
import { executionStore } from "./store/execution-store.ts";
import { machineStore } from "./store/machine-store.ts";

export interface EngineOptions {
  /** The file that holds everything; made where there is none. Its folder must exist. */
  readonly databasePath: string;
  readonly invoke: Invoke;
  readonly clock?: EngineClock;
  readonly random?: EngineRandom;
  readonly log?: EngineLog;
}

export type Engine = ReturnType<typeof createEngine>;

const OPERATIONS = {
  createStateMachine,
  updateStateMachine,
  describeStateMachine,
  listStateMachines,
  startExecution,
  stopExecution,
  describeExecution,
  listExecutions,
  getExecutionHistory,
  sendTaskSuccess,
  sendTaskFailure,
  sendTaskHeartbeat,
};

export const OPERATION_NAMES: readonly string[] = Object.keys(OPERATIONS);

/** The operations by their name in the API; each takes and gives what the wire carries (instants in seconds since 1970). */
export type EngineApi = {
  [Name in keyof typeof OPERATIONS]: (
    input: Parameters<(typeof OPERATIONS)[Name]>[1],
  ) => ReturnType<(typeof OPERATIONS)[Name]>;
};

/**
 * Make an engine on a database file. It holds the file's lock from now until `stop`; events are taken after `start`.
 *
 * @throws Error with a sentence when the file cannot be used or another engine has it.
 */
export function createEngine({
  databasePath,
  invoke,
  clock = systemClock,
  random = systemRandom,
  log = SILENT,
}: EngineOptions) {
  const database = openDatabase(databasePath);
  const store = executionStore(database);
  const machines = machineStore(database);
  const runner = createRunner({ store, machines, invoke, clock, random, log });
  let stopping: Promise<void> | undefined;

  return {
    ...bound({ store, machines, runner, clock, random }),

    /** Take up all that was going on, then take events: calls without an answer are repeated, deadlines stand. */
    start: () => runner.start(),

    /** End: what was accepted is on disk when this resolves. Safe to call twice. */
    stop(): Promise<void> {
      stopping ??= runner.stop().then(() => database.close());
      return stopping;
    },

    /** Resolves when nothing is worked on: all executions wait for a token or an instant, or have ended. */
    idle: () => runner.idle(),

    /** Counts over everything kept; payload in bytes. */
    stats: () => store.totals(),

    /** Counts of one execution; payload in bytes. @throws ApiError ExecutionDoesNotExist · InvalidArn */
    executionStats(arn: string) {
      const { transitions, events: historyEvents, largestPayloadBytes } = findExecution(store, arn);
      return { transitions, historyEvents, largestPayloadBytes };
    },

    /** Copy the database as it stands to another file, while running. */
    async backup(path: string): Promise<void> {
      await backup(database, path);
    },
  };
}

function bound(parts: ApiParts): EngineApi {
  const entries = Object.entries(OPERATIONS).map(([name, operation]) => [
    name,
    (input: unknown) => (operation as (parts: ApiParts, input: unknown) => Promise<unknown>)(parts, input),
  ]);
  return Object.fromEntries(entries) as EngineApi;
}
