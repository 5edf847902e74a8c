/** The only place that says what an event from outside does to an execution: answers, failures, deadlines, stop, restart. */
import { ApiError } from "../api-error.ts";
import type { TaskState } from "../definition/asl.ts";
import type { Json } from "../json.ts";
import { StatesError, TIMEOUT } from "../states-error.ts";
import type { Frame, TokenRecord } from "./execution.ts";
import { abortExecution, advance, begin, recover, runReady, tryAgain } from "./run.ts";
import { deadline, invocationResult, taskDelivered, taskFailed, taskSucceeded } from "./task-state.ts";
import { closeToken, stateOf, type Turn } from "./turn.ts";

/** Which try of which state entry an answer belongs to; a late one matches nothing any more. */
export interface Try {
  readonly frame: number;
  readonly visit: number;
  readonly attempt: number;
}

export type EngineEvent =
  | { readonly kind: "begin" }
  | { readonly kind: "token-succeeded"; readonly token: TokenRecord; readonly output: Json }
  | { readonly kind: "token-failed"; readonly token: TokenRecord; readonly error: string; readonly cause: string }
  | { readonly kind: "token-alive"; readonly token: TokenRecord }
  | { readonly kind: "call-answered"; readonly of: Try; readonly answer: unknown }
  | { readonly kind: "call-failed"; readonly of: Try; readonly error: string; readonly cause: string }
  | { readonly kind: "due" }
  | { readonly kind: "stop"; readonly error: string | null; readonly cause: string | null }
  | { readonly kind: "resume" };

/**
 * Apply one event and run until all is blocked.
 *
 * @throws ApiError TaskTimedOut when a token is already closed.
 */
export async function apply(turn: Turn, event: EngineEvent): Promise<void> {
  switch (event.kind) {
    case "begin":
      begin(turn);
      break;
    case "token-succeeded": {
      const [frame, state] = waitingFor(turn, event.token);
      await advance(turn, frame, () => taskSucceeded(turn, frame, state, event.output));
      break;
    }
    case "token-failed": {
      const [frame, state] = waitingFor(turn, event.token);
      await fail(turn, frame, state, new StatesError(event.error, event.cause));
      break;
    }
    case "token-alive":
      waitingFor(turn, event.token);
      break;
    case "call-answered":
      await answered(turn, event.of, event.answer);
      break;
    case "call-failed": {
      const [frame, state] = calling(turn, event.of) ?? [];
      if (frame && state) await fail(turn, frame, state, new StatesError(event.error, event.cause));
      break;
    }
    case "due":
      await fallDue(turn);
      break;
    case "stop":
      abortExecution(turn, event.error, event.cause);
      break;
    case "resume":
      resume(turn);
      break;
  }
  await runReady(turn);
}

async function answered(turn: Turn, of: Try, answer: unknown): Promise<void> {
  const [frame, state] = calling(turn, of) ?? [];
  if (!frame || !state) return;
  if (frame.phase === "waiting") taskDelivered(turn, frame, state);
  else await advance(turn, frame, () => taskSucceeded(turn, frame, state, invocationResult(answer)));
}

async function fallDue(turn: Turn): Promise<void> {
  for (const frame of [...turn.frames.values()]) {
    if (frame.due === null || frame.due > turn.now || turn.frames.get(frame.id) !== frame) continue;
    const state = stateOf(turn, frame);
    if (frame.phase === "retrying") tryAgain(turn, frame);
    else if (state.Type === "Task") {
      const problem = new StatesError(TIMEOUT, `no answer within ${state.TimeoutSeconds} seconds`);
      await fail(turn, frame, state, problem);
    }
  }
}

/**
 * After a restart: what was being invoked is invoked again. Its time-out counts anew, for a machine that was off must not
 * use up a try; the deadline of one who is waited for stays.
 */
function resume(turn: Turn): void {
  for (const frame of turn.frames.values()) {
    const state = stateOf(turn, frame);
    if (frame.phase !== "invoking" || state.Type !== "Task") continue;
    frame.due = deadline(turn, state);
    turn.changed.add(frame.id);
  }
}

async function fail(turn: Turn, frame: Frame, state: TaskState, problem: StatesError): Promise<void> {
  closeToken(turn, frame);
  taskFailed(turn, frame, state, problem, problem.error === TIMEOUT);
  await recover(turn, frame, problem);
}

function waitingFor(turn: Turn, token: TokenRecord): [Frame, TaskState] {
  const frame = turn.frames.get(token.frame);
  const state = frame && stateOf(turn, frame);
  if (!frame || frame.call?.token !== token.token || frame.phase !== "waiting" || state?.Type !== "Task") {
    throw new ApiError("TaskTimedOut", "the task of this token is closed");
  }
  return [frame, state];
}

function calling(turn: Turn, of: Try): [Frame, TaskState] | undefined {
  const frame = turn.frames.get(of.frame);
  if (!frame || frame.visit !== of.visit || frame.attempt !== of.attempt) return undefined;
  const state = stateOf(turn, frame);
  const open = frame.phase === "invoking" || (frame.phase === "waiting" && frame.call?.delivered === false);
  return open && state.Type === "Task" ? [frame, state] : undefined;
}
