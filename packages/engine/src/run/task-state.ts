/** The only place for Task: a function is invoked, and either its answer or a task token brings the result. */
import { INVOKE_AND_WAIT, type TaskState } from "../definition/asl.ts";
import { type Json, type JsonObject, toJson } from "../json.ts";
import { QUERY_FAILED, StatesError } from "../states-error.ts";
import { newToken } from "../token.ts";
import { evaluate, scopeOf } from "./evaluate.ts";
import type { Frame } from "./execution.ts";
import { BLOCKED, leave, type Outcome } from "./outcome.ts";
import { closeToken, record, type Turn, weigh } from "./turn.ts";

/** Stands in the history where the token stood: it is a secret. */
const HIDDEN_TOKEN = "hidden";

/** Make the call; it is fired after the commit, so that a token is known before anyone holds it. */
export async function runTask(turn: Turn, frame: Frame, state: TaskState): Promise<Outcome> {
  const token = state.Resource === INVOKE_AND_WAIT ? newToken(turn.random) : null;
  const scope = scopeOf(turn, frame, { token });
  const functionName = await evaluate(state.Arguments.FunctionName, scope, "Arguments/FunctionName");
  const payload = await evaluate(state.Arguments.Payload ?? {}, scope, "Arguments/Payload");
  if (typeof functionName !== "string") throw new StatesError(QUERY_FAILED, "FunctionName must be a string");
  weigh(turn, payload, `the payload of ${frame.state}`);
  frame.call = { functionName, payload, token, delivered: false };
  frame.phase = token === null ? "invoking" : "waiting";
  frame.due = deadline(turn, state);
  const { id: frameId, visit, attempt } = frame;
  if (token !== null) {
    turn.openedTokens.push({ token, execution: turn.execution.arn, frame: frameId, visit, attempt, open: true });
  }
  const shown = JSON.stringify({ FunctionName: functionName, Payload: payload });
  record(turn, frame, "TaskScheduled", {
    taskScheduledEventDetails: {
      ...resource(state),
      region: "eu-west-1",
      parameters: token === null ? shown : shown.replaceAll(token, HIDDEN_TOKEN),
      ...(state.TimeoutSeconds === undefined ? {} : { timeoutInSeconds: state.TimeoutSeconds }),
    },
  });
  record(turn, frame, "TaskStarted", { taskStartedEventDetails: resource(state) });
  return BLOCKED;
}

/** The time-out of a try that begins now, in milliseconds since 1970 UTC; null where none is set. */
export function deadline(turn: Turn, state: TaskState): number | null {
  return state.TimeoutSeconds === undefined ? null : turn.now + state.TimeoutSeconds * 1000;
}

/** What `$states.result` is for a function's answer: that of the `lambda:invoke` integration. */
export function invocationResult(answer: unknown): JsonObject {
  return { ExecutedVersion: "$LATEST", Payload: toJson(answer), StatusCode: 200 };
}

/** The function of a token task has taken the token; now a person is waited for. */
export function taskDelivered(turn: Turn, frame: Frame, state: TaskState): void {
  if (!frame.call) return;
  frame.call.delivered = true;
  turn.changed.add(frame.id);
  record(turn, frame, "TaskSubmitted", { taskSubmittedEventDetails: resource(state) });
}

/** @throws StatesError when the result is too large or a field fails on it. */
export async function taskSucceeded(turn: Turn, frame: Frame, state: TaskState, result: Json): Promise<Outcome> {
  closeToken(turn, frame);
  record(turn, frame, "TaskSucceeded", {
    taskSucceededEventDetails: { ...resource(state), output: JSON.stringify(result) },
  });
  weigh(turn, result, `the result of ${frame.state}`);
  return leave(turn, frame, state, state.Next, result, { result });
}

/** Write down how a try failed; what follows from it is decided by Retry and Catch. */
export function taskFailed(turn: Turn, frame: Frame, state: TaskState, problem: StatesError, timedOut: boolean): void {
  const details = { ...resource(state), error: problem.error, cause: problem.reason };
  if (timedOut) record(turn, frame, "TaskTimedOut", { taskTimedOutEventDetails: details });
  else record(turn, frame, "TaskFailed", { taskFailedEventDetails: details });
}

function resource(state: TaskState): JsonObject {
  return {
    resourceType: "lambda",
    resource: state.Resource === INVOKE_AND_WAIT ? "invoke.waitForTaskToken" : "invoke",
  };
}
