/** The only place for the operations on executions: start, stop, describe, list, history. */
import * as z from "zod";
import { ApiError } from "../api-error.ts";
import { executionArn, isArn, isName } from "../arn.ts";
import { byteSize, parseJson } from "../json.ts";
import { LARGEST_PAYLOAD_BYTES } from "../limit.ts";
import type { Execution } from "../run/execution.ts";
import { type ApiParts, pageInput, pagePosition, pageSize, pageToken, read, seconds } from "./operation.ts";
import { findMachine } from "./state-machine.ts";

const STATUSES = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"] as const;

const startInput = z.object({ stateMachineArn: z.string(), name: z.string().optional(), input: z.string().optional() });
const stopInput = z.object({
  executionArn: z.string(),
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});
const describeInput = z.object({ executionArn: z.string() });
const listInput = z.object({
  ...pageInput,
  stateMachineArn: z.string(),
  statusFilter: z.enum(STATUSES).optional(),
});
const historyInput = z.object({
  ...pageInput,
  executionArn: z.string(),
  reverseOrder: z.boolean().default(false),
  includeExecutionData: z.boolean().default(true),
});

/**
 * Start an execution; it is on disk, and its first functions are to be called, when this resolves. A running execution
 * of the same name and input is the same execution; a closed one, or another input, is refused.
 *
 * @throws ApiError ExecutionAlreadyExists · InvalidArn · InvalidExecutionInput · InvalidName · StateMachineDoesNotExist
 */
export async function startExecution(parts: ApiParts, given: z.input<typeof startInput>) {
  const { store, machines, runner, clock, random } = parts;
  const { stateMachineArn, name = randomName(random), input: text = "{}" } = read(startInput, given);
  const machine = findMachine(machines, stateMachineArn);
  if (!isName(name)) throw new ApiError("InvalidName", `${JSON.stringify(name)} cannot name an execution`);
  const input = parseJson(text);
  if (input === undefined) throw new ApiError("InvalidExecutionInput", "the input is not JSON");
  if (byteSize(input) > LARGEST_PAYLOAD_BYTES) throw new ApiError("InvalidExecutionInput", "the input is too large");
  const arn = executionArn(machine.arn, name);
  const made: Execution = {
    arn,
    machineArn: machine.arn,
    name,
    definition: machine.definition,
    input,
    startedAt: clock.now(),
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
  const begun = await runner.begin(made, () => {
    const known = store.find(arn);
    if (known && (known.status !== "RUNNING" || JSON.stringify(known.input) !== JSON.stringify(input))) {
      throw new ApiError("ExecutionAlreadyExists", `an execution ${name} has other input, or has ended`);
    }
    return known;
  });
  return { executionArn: arn, startDate: seconds(begun.startedAt) };
}

/** End an execution as ABORTED; one that has ended stays as it is. @throws ApiError ExecutionDoesNotExist · InvalidArn */
export async function stopExecution({ runner }: ApiParts, given: z.input<typeof stopInput>) {
  const { executionArn: arn, error = null, cause = null } = read(stopInput, given);
  refuseOtherArn(arn);
  const stopped = await runner.handle(arn, { kind: "stop", error, cause });
  return { stopDate: seconds(stopped.stoppedAt ?? stopped.startedAt) };
}

/** @throws ApiError ExecutionDoesNotExist · InvalidArn */
export async function describeExecution({ store }: ApiParts, given: z.input<typeof describeInput>) {
  const it = findExecution(store, read(describeInput, given).executionArn);
  return {
    ...listed(it),
    input: JSON.stringify(it.input),
    ...(it.status === "SUCCEEDED" ? { output: JSON.stringify(it.output) } : {}),
    ...(it.error === null ? {} : { error: it.error }),
    ...(it.cause === null ? {} : { cause: it.cause }),
  };
}

/** Newest first. @throws ApiError InvalidArn · InvalidToken · StateMachineDoesNotExist */
export async function listExecutions({ store, machines }: ApiParts, given: z.input<typeof listInput>) {
  const { stateMachineArn, statusFilter, maxResults, nextToken } = read(listInput, given);
  const machine = findMachine(machines, stateMachineArn);
  const size = pageSize(maxResults);
  const before = pagePosition(nextToken, Number.MAX_SAFE_INTEGER);
  const found = store.list(machine.arn, statusFilter, size + 1, before);
  const page = found.slice(0, size);
  const last = page.at(-1)?.sequence;
  return {
    executions: page.map(({ execution }) => listed(execution)),
    ...(found.length > size && last !== undefined ? { nextToken: pageToken(last) } : {}),
  };
}

/** Every event of an execution; task tokens do not stand in it. @throws ApiError ExecutionDoesNotExist · InvalidArn · InvalidToken */
export async function getExecutionHistory({ store }: ApiParts, given: z.input<typeof historyInput>) {
  const { executionArn: arn, maxResults, nextToken, reverseOrder, includeExecutionData } = read(historyInput, given);
  findExecution(store, arn);
  const size = pageSize(maxResults);
  const offset = pagePosition(nextToken, 0);
  const found = store.history(arn, reverseOrder, size + 1, offset);
  const events = found.slice(0, size).map((event) => ({
    id: event.id,
    previousEventId: event.previous,
    timestamp: seconds(event.at),
    type: event.type,
    ...(includeExecutionData ? event.details : {}),
  }));
  return { events, ...(found.length > size ? { nextToken: pageToken(offset + size) } : {}) };
}

function listed(it: Execution) {
  return {
    executionArn: it.arn,
    stateMachineArn: it.machineArn,
    name: it.name,
    status: it.status,
    startDate: seconds(it.startedAt),
    ...(it.stoppedAt === null ? {} : { stopDate: seconds(it.stoppedAt) }),
  };
}

/** @throws ApiError ExecutionDoesNotExist · InvalidArn */
export function findExecution(store: ApiParts["store"], arn: string): Execution {
  refuseOtherArn(arn);
  const execution = store.find(arn);
  if (!execution) throw new ApiError("ExecutionDoesNotExist", `there is no execution ${arn}`);
  return execution;
}

function refuseOtherArn(arn: string): void {
  if (!isArn(arn, "execution")) throw new ApiError("InvalidArn", `${arn} is not the ARN of an execution`);
}

function randomName(random: ApiParts["random"]): string {
  return Buffer.from(random.bytes(16)).toString("hex");
}
