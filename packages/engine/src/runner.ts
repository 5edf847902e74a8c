/** The only place that takes an event through load, run, commit, and only then lets anything happen outside. */

import { ApiError } from "./api-error.ts";
import { calls, type Invoke } from "./calls.ts";
import type { EngineClock, EngineRandom, EngineTimer } from "./clock.ts";
import type { EngineLog } from "./log.ts";
import { serialQueue } from "./queue.ts";
import { apply, type EngineEvent } from "./run/event.ts";
import type { Execution } from "./run/execution.ts";
import { failExecution } from "./run/run.ts";
import { newTurn, type Turn } from "./run/turn.ts";
import { RUNTIME, StatesError } from "./states-error.ts";
import type { ExecutionStore } from "./store/execution-store.ts";
import type { MachineStore } from "./store/machine-store.ts";

export interface RunnerParts {
  readonly store: ExecutionStore;
  readonly machines: MachineStore;
  readonly invoke: Invoke;
  readonly clock: EngineClock;
  readonly random: EngineRandom;
  readonly log: EngineLog;
}

export type Runner = ReturnType<typeof createRunner>;

/** When what happened cannot be written down (a full disk), it is tried again after this long. */
const TRY_AGAIN_MS = 1_000;

export function createRunner({ store, machines, invoke, clock, random, log }: RunnerParts) {
  const queue = serialQueue();
  let state: "new" | "running" | "stopped" = "new";
  let timer: EngineTimer | undefined;
  let sweeping: Promise<void> | undefined;
  let notBefore = 0;

  const fresh = (execution: Execution) =>
    newTurn(
      { now: clock.now(), random, machine: machines.machine(execution.definition), execution: { ...execution } },
      store.frames(execution.arn),
    );

  const work = async (execution: Execution, event: EngineEvent): Promise<Execution> => {
    const turn = fresh(execution);
    try {
      await apply(turn, event);
    } catch (error) {
      if (error instanceof ApiError) throw error;
      // A fault of the interpreter would come back at each try; the execution ends in sight instead of hanging unseen.
      log.error("engine.fault", { execution: execution.arn, event: event.kind }, error);
      return done(fail(store.find(execution.arn) ?? execution, error));
    }
    return done(turn);
  };

  const fail = (execution: Execution, error: unknown): Turn => {
    const turn = fresh(execution);
    failExecution(turn, new StatesError(RUNTIME, error instanceof Error ? error.message : String(error)));
    return turn;
  };

  const done = (turn: Turn): Execution => {
    store.commit(turn);
    if (state === "running") flying.settle(turn.execution.arn, turn.frames.values());
    arm();
    return turn.execution;
  };

  /** Have an event applied after all earlier ones of its execution; resolves when it is on disk. */
  const handle = (arn: string, event: EngineEvent): Promise<Execution> =>
    inOrder(arn, async () => {
      const execution = store.find(arn);
      if (!execution) throw new ApiError("ExecutionDoesNotExist", `there is no execution ${arn}`);
      if (execution.status !== "RUNNING") {
        if ("token" in event) throw new ApiError("TaskTimedOut", "the task of this token is closed");
        return execution;
      }
      return work(execution, event);
    });

  const inOrder = (arn: string, task: () => Promise<Execution>): Promise<Execution> => {
    if (state !== "running") return Promise.reject(new Error(`the workflow engine is ${state}, not running`));
    return queue.run(arn, task);
  };

  /** For events that nobody waits for. @returns whether it was written down. */
  const deliver = async (arn: string, event: EngineEvent): Promise<boolean> => {
    if (state !== "running") return true;
    try {
      await handle(arn, event);
      return true;
    } catch (error) {
      log.error("engine.event-not-written", { execution: arn, event: event.kind }, error);
      return false;
    }
  };

  const deliverInTheEnd = async (arn: string, event: EngineEvent): Promise<void> => {
    while (!(await deliver(arn, event))) {
      await new Promise<void>((resolve) => clock.setTimer(clock.now() + TRY_AGAIN_MS, resolve));
    }
  };

  const flying = calls(invoke, {
    answered: (arn, of, answer) => deliverInTheEnd(arn, { kind: "call-answered", of, answer }),
    failed: (arn, of, thrown) => {
      const { error, cause } = describe(thrown);
      if (state === "running") log.warn("engine.call-failed", { execution: arn, error, frame: of.frame });
      return deliverInTheEnd(arn, { kind: "call-failed", of, error, cause });
    },
  });

  const arm = () => {
    timer?.cancel();
    timer = undefined;
    if (state !== "running" || sweeping !== undefined) return;
    const due = store.nextDue();
    if (due !== undefined) timer = clock.setTimer(Math.max(due, notBefore), sweep);
  };

  const sweep = () => {
    if (sweeping !== undefined || state !== "running") return;
    const all = store.due(clock.now()).map((arn) => deliver(arn, { kind: "due" }));
    sweeping = Promise.all(all).then((written) => {
      sweeping = undefined;
      if (written.includes(false)) notBefore = clock.now() + TRY_AGAIN_MS;
      arm();
    });
  };

  return {
    handle,

    /** Start an execution, unless `existing` finds it. Resolves when it is on disk. */
    begin: (execution: Execution, existing: () => Execution | undefined): Promise<Execution> =>
      inOrder(execution.arn, async () => existing() ?? work(execution, { kind: "begin" })),

    /** Take up what was going on when the last process ended. */
    async start(): Promise<void> {
      if (state !== "new") throw new Error(`the workflow engine is ${state} and cannot be started`);
      state = "running";
      for (const arn of store.calling()) await deliver(arn, { kind: "resume" });
      arm();
    },

    /** Take no more events; resolves when those begun are on disk. Functions under way are told to end, not waited for. */
    async stop(): Promise<void> {
      state = "stopped";
      timer?.cancel();
      flying.abortAll();
      await queue.drained();
    },

    /** Resolves when no event is worked on and no function is under way. */
    async idle(): Promise<void> {
      while (queue.busy || flying.busy || sweeping !== undefined) {
        await queue.drained();
        await flying.drained();
        await sweeping;
      }
    },
  };
}

/** Error name and cause of a failed call, as a function's failure looks to a state machine. */
function describe(thrown: unknown): { error: string; cause: string } {
  const name = thrown instanceof Error ? thrown.name : "Error";
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { error: name, cause: JSON.stringify({ errorType: name, errorMessage: message }) };
}
