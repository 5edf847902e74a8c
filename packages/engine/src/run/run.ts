/** The only place that moves an execution along: runs what is ready until all is blocked, and settles ends and failures. */
import type { State } from "../definition/asl.ts";
import type { Json } from "../json.ts";
import { LONGEST_HISTORY_EVENTS } from "../limit.ts";
import { QUERY_FAILED, RUNTIME, StatesError } from "../states-error.ts";
import type { Frame } from "./execution.ts";
import { itemFinished, iteration, runMap } from "./map-state.ts";
import { type Leaving, leave, type Outcome } from "./outcome.ts";
import { runChoice, runFail, runPass, runSucceed } from "./plain-states.ts";
import { catcherFor, nextTry } from "./retry.ts";
import { runTask } from "./task-state.ts";
import { addFrame, enter, makeReady, record, removeChildren, removeFrame, stateOf, type Turn, weigh } from "./turn.ts";

// A state may write a handful of events before the count is looked at again.
const HISTORY_RESERVE = 50;

/** Begin a new execution at its first state. */
export function begin(turn: Turn): void {
  record(turn, undefined, "ExecutionStarted", {
    executionStartedEventDetails: { input: JSON.stringify(turn.execution.input) },
  });
  const root = addFrame(turn, { parent: null, item: null, lastEvent: turn.execution.events });
  enter(turn, root, turn.machine.startAt, turn.execution.input);
}

/** Run every ready frame until each is blocked or the execution has ended. */
export async function runReady(turn: Turn): Promise<void> {
  for (let frame = turn.ready.shift(); frame; frame = turn.ready.shift()) {
    const current = frame;
    if (turn.frames.get(current.id) !== current || current.phase !== "ready") continue;
    if (turn.execution.events > LONGEST_HISTORY_EVENTS - HISTORY_RESERVE) {
      return failExecution(turn, new StatesError(RUNTIME, `the history reached ${LONGEST_HISTORY_EVENTS} events`));
    }
    await advance(turn, current, () => step(turn, current));
  }
}

/** Do a piece of work for a frame and follow where it leads; a failure goes to Retry and Catch. */
export async function advance(turn: Turn, frame: Frame, work: () => Promise<Outcome>): Promise<void> {
  turn.changed.add(frame.id);
  try {
    const outcome = await work();
    if (outcome.kind === "leaves") await follow(turn, frame, outcome);
  } catch (error) {
    if (!(error instanceof StatesError)) throw error;
    await recover(turn, frame, error);
  }
}

/**
 * A state has failed: try it again, or go where a Catcher points, or fail what it is part of.
 * States.Runtime ends the execution whatever is caught.
 */
export async function recover(turn: Turn, failed: Frame, problem: StatesError): Promise<void> {
  if (problem.error === RUNTIME) return failExecution(turn, problem);
  if (problem.error === QUERY_FAILED) recordEvaluation(turn, failed, problem);
  let frame = failed;
  let error = problem;
  for (;;) {
    const state = stateOf(turn, frame);
    abandon(turn, frame, state);
    turn.changed.add(frame.id);
    if (retry(turn, frame, state, error)) return;
    const caught = await catching(turn, frame, state, error);
    if (caught && !(caught instanceof StatesError)) return follow(turn, frame, caught);
    error = caught ?? error;
    const parent = frame.parent === null ? undefined : turn.frames.get(frame.parent);
    if (!parent) return failExecution(turn, error);
    record(turn, frame, "MapIterationFailed", iteration("Failed", parent, frame.item?.index ?? 0));
    removeFrame(turn, frame);
    frame = parent;
  }
}

export function failExecution(turn: Turn, problem: StatesError): void {
  const { error, reason: cause } = problem;
  end(turn, "FAILED", { error, cause });
  record(turn, undefined, "ExecutionFailed", { executionFailedEventDetails: { error, cause } });
}

export function abortExecution(turn: Turn, error: string | null, cause: string | null): void {
  end(turn, "ABORTED", { error, cause });
  record(turn, undefined, "ExecutionAborted", {
    executionAbortedEventDetails: { ...(error === null ? {} : { error }), ...(cause === null ? {} : { cause }) },
  });
}

/** Try again now: the delay of a Retrier is over. */
export function tryAgain(turn: Turn, frame: Frame): void {
  frame.attempt += 1;
  turn.execution.transitions += 1;
  makeReady(turn, frame);
}

function step(turn: Turn, frame: Frame): Promise<Outcome> {
  const state = stateOf(turn, frame);
  weigh(turn, frame.input, `the input of ${frame.state}`);
  switch (state.Type) {
    case "Task":
      return runTask(turn, frame, state);
    case "Choice":
      return runChoice(turn, frame, state);
    case "Map":
      return runMap(turn, frame, state);
    case "Pass":
      return runPass(turn, frame, state);
    case "Succeed":
      return runSucceed(turn, frame, state);
    case "Fail":
      return runFail(turn, frame, state);
  }
}

async function follow(turn: Turn, frame: Frame, leaving: Leaving): Promise<void> {
  frame.variables = { ...frame.variables, ...leaving.assigned };
  record(turn, frame, `${stateOf(turn, frame).Type}StateExited`, {
    stateExitedEventDetails: { name: frame.state, output: JSON.stringify(leaving.output) },
  });
  if (leaving.next !== undefined) enter(turn, frame, leaving.next, leaving.output);
  else await finish(turn, frame, leaving.output);
}

async function finish(turn: Turn, frame: Frame, output: Json): Promise<void> {
  const parent = frame.parent === null ? undefined : turn.frames.get(frame.parent);
  if (!parent) {
    end(turn, "SUCCEEDED", { output });
    record(turn, undefined, "ExecutionSucceeded", {
      executionSucceededEventDetails: { output: JSON.stringify(output) },
    });
    return;
  }
  const state = stateOf(turn, parent);
  if (state.Type !== "Map") throw new Error(`${parent.state} holds items but is no Map`);
  await advance(turn, parent, () => itemFinished(turn, parent, state, frame, output));
}

function recordEvaluation(turn: Turn, frame: Frame, problem: StatesError): void {
  record(turn, frame, "EvaluationFailed", {
    evaluationFailedEventDetails: { error: problem.error, cause: problem.reason, state: frame.state },
  });
}

function abandon(turn: Turn, frame: Frame, state: State): void {
  frame.due = null;
  for (const child of removeChildren(turn, frame)) {
    record(turn, child, "MapIterationAborted", iteration("Aborted", frame, child.item?.index ?? 0));
  }
  if (state.Type === "Map" && frame.map) record(turn, frame, "MapStateFailed");
  frame.map = null;
}

function retry(turn: Turn, frame: Frame, state: State, problem: StatesError): boolean {
  if (!("Retry" in state) || !state.Retry) return false;
  const next = nextTry(state.Retry, frame.retries, problem.error, turn.random);
  if (!next) return false;
  frame.retries = state.Retry.map((_, index) => (frame.retries[index] ?? 0) + (index === next.retrier ? 1 : 0));
  Object.assign(frame, { phase: "retrying", due: turn.now + next.delayMs });
  return true;
}

/** @returns the way on, or the failure of the Catcher's own Output or Assign, or nothing when none answers. */
async function catching(
  turn: Turn,
  frame: Frame,
  state: State,
  problem: StatesError,
): Promise<Leaving | StatesError | undefined> {
  const catcher = "Catch" in state ? catcherFor(state.Catch ?? [], problem.error) : undefined;
  if (!catcher) return undefined;
  const errorOutput = { Error: problem.error, Cause: problem.reason };
  try {
    return await leave(turn, frame, catcher, catcher.Next, errorOutput, { errorOutput });
  } catch (error) {
    if (error instanceof StatesError) return error;
    throw error;
  }
}

function end(
  turn: Turn,
  status: "SUCCEEDED" | "FAILED" | "ABORTED",
  how: { output?: Json; error?: string | null; cause?: string | null },
): void {
  for (const frame of [...turn.frames.values()]) {
    if (frame.parent === null) removeFrame(turn, frame);
  }
  turn.ready.length = 0;
  Object.assign(turn.execution, { status, stoppedAt: turn.now, output: null, error: null, cause: null, ...how });
}
