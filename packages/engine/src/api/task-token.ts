/** The only place for the operations that answer a task token: success, failure, heartbeat. */
import * as z from "zod";
import { ApiError } from "../api-error.ts";
import { byteSize, parseJson } from "../json.ts";
import { LARGEST_PAYLOAD_BYTES } from "../limit.ts";
import type { TokenRecord } from "../run/execution.ts";
import { TASK_FAILED } from "../states-error.ts";
import { isToken } from "../token.ts";
import { type ApiParts, read } from "./operation.ts";

const successInput = z.object({ taskToken: z.string(), output: z.string() });
const failureInput = z.object({
  taskToken: z.string(),
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});
const heartbeatInput = z.object({ taskToken: z.string() });

/**
 * Give the waiting task its result. It is on disk when this resolves; a token is good for one answer.
 *
 * @throws ApiError InvalidOutput · InvalidToken (no token of this service) · TaskDoesNotExist (never given out)
 *   · TaskTimedOut (answered, timed out, retried under a new token, or the execution has ended)
 */
export async function sendTaskSuccess({ store, runner }: ApiParts, given: z.input<typeof successInput>) {
  const { taskToken, output: text } = read(successInput, given);
  const token = openToken(store, taskToken);
  const output = parseJson(text);
  if (output === undefined) throw new ApiError("InvalidOutput", "the output is not JSON");
  if (byteSize(output) > LARGEST_PAYLOAD_BYTES) throw new ApiError("InvalidOutput", "the output is too large");
  await runner.handle(token.execution, { kind: "token-succeeded", token, output });
  return {};
}

/** Fail the waiting task; Retry and Catch see `error`. @throws ApiError InvalidToken · TaskDoesNotExist · TaskTimedOut */
export async function sendTaskFailure({ store, runner }: ApiParts, given: z.input<typeof failureInput>) {
  const { taskToken, error = TASK_FAILED, cause = "" } = read(failureInput, given);
  const token = openToken(store, taskToken);
  await runner.handle(token.execution, { kind: "token-failed", token, error, cause });
  return {};
}

/** Says only whether the token is still waited for: no state has a heartbeat. @throws ApiError InvalidToken · TaskDoesNotExist · TaskTimedOut */
export async function sendTaskHeartbeat({ store, runner }: ApiParts, given: z.input<typeof heartbeatInput>) {
  const { taskToken } = read(heartbeatInput, given);
  const token = openToken(store, taskToken);
  await runner.handle(token.execution, { kind: "token-alive", token });
  return {};
}

function openToken(store: ApiParts["store"], text: string): TokenRecord {
  if (!isToken(text)) throw new ApiError("InvalidToken", "this is not a task token");
  const token = store.token(text);
  if (!token) throw new ApiError("TaskDoesNotExist", "no task has this token");
  if (!token.open) throw new ApiError("TaskTimedOut", "the task of this token is closed");
  return token;
}
