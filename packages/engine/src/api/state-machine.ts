/** The only place for the operations on state machines: create, update, describe, list. */
import * as z from "zod";
import { ApiError } from "../api-error.ts";
import { isArn, isName, stateMachineArn } from "../arn.ts";
import { problemsOfText } from "../definition/machine.ts";
import { hashOf } from "../store/machine-store.ts";
import type { MachineRecord } from "../store/row.ts";
import { type ApiParts, pageInput, pagePosition, pageSize, pageToken, read, seconds } from "./operation.ts";

const createInput = z.object({
  name: z.string(),
  definition: z.string(),
  roleArn: z.string().max(256).default(""),
  type: z.string().default("STANDARD"),
});
const updateInput = z.object({
  stateMachineArn: z.string(),
  definition: z.string().optional(),
  roleArn: z.string().max(256).optional(),
});
const describeInput = z.object({ stateMachineArn: z.string() });
const listInput = z.object(pageInput);

/**
 * Load a definition under a name. The same name with the same definition and role is the same state machine again.
 *
 * @throws ApiError InvalidName · InvalidDefinition · StateMachineAlreadyExists · StateMachineTypeNotSupported (EXPRESS)
 */
export async function createStateMachine({ machines, clock }: ApiParts, input: z.input<typeof createInput>) {
  const { name, definition, roleArn, type } = read(createInput, input);
  if (!isName(name)) throw new ApiError("InvalidName", `${JSON.stringify(name)} cannot name a state machine`);
  if (type !== "STANDARD") throw new ApiError("StateMachineTypeNotSupported", "only STANDARD is supported");
  refuseFaulty(machines, definition);
  const arn = stateMachineArn(name);
  const now = clock.now();
  const made: MachineRecord = {
    arn,
    name,
    definition: hashOf(definition),
    role: roleArn,
    createdAt: now,
    updatedAt: now,
  };
  const known = machines.find(arn);
  if (known && (known.definition !== made.definition || known.role !== made.role)) {
    throw new ApiError("StateMachineAlreadyExists", `a different state machine is called ${name}`);
  }
  if (!known) machines.create(made, definition);
  return { stateMachineArn: arn, creationDate: seconds(known?.createdAt ?? now) };
}

/**
 * Give a state machine another definition or role. Running executions keep the definition they started with.
 *
 * @throws ApiError InvalidArn · InvalidDefinition · StateMachineDoesNotExist
 */
export async function updateStateMachine({ machines, clock }: ApiParts, input: z.input<typeof updateInput>) {
  const { stateMachineArn: arn, definition, roleArn } = read(updateInput, input);
  const known = findMachine(machines, arn);
  if (definition === undefined && roleArn === undefined) {
    throw new ApiError("ValidationException", "give a definition or a roleArn");
  }
  if (definition !== undefined) refuseFaulty(machines, definition);
  const text = definition ?? machines.definitionText(known.definition);
  const updatedAt = clock.now();
  machines.update({ ...known, definition: hashOf(text), role: roleArn ?? known.role, updatedAt }, text);
  return { updateDate: seconds(updatedAt) };
}

/** @throws ApiError InvalidArn · StateMachineDoesNotExist */
export async function describeStateMachine({ machines }: ApiParts, input: z.input<typeof describeInput>) {
  const { stateMachineArn: arn } = read(describeInput, input);
  const known = findMachine(machines, arn);
  return {
    stateMachineArn: known.arn,
    name: known.name,
    status: "ACTIVE" as const,
    definition: machines.definitionText(known.definition),
    roleArn: known.role,
    type: "STANDARD" as const,
    creationDate: seconds(known.createdAt),
  };
}

/** In the order of their creation. @throws ApiError InvalidToken */
export async function listStateMachines({ machines }: ApiParts, input: z.input<typeof listInput> = {}) {
  const { maxResults, nextToken } = read(listInput, input);
  const size = pageSize(maxResults);
  const offset = pagePosition(nextToken, 0);
  const found = machines.list(size + 1, offset);
  const stateMachines = found.slice(0, size).map((machine) => ({
    stateMachineArn: machine.arn,
    name: machine.name,
    type: "STANDARD" as const,
    creationDate: seconds(machine.createdAt),
  }));
  return { stateMachines, ...(found.length > size ? { nextToken: pageToken(offset + size) } : {}) };
}

/** @throws ApiError InvalidArn · StateMachineDoesNotExist */
export function findMachine(machines: ApiParts["machines"], arn: string): MachineRecord {
  if (!isArn(arn, "stateMachine")) throw new ApiError("InvalidArn", `${arn} is not the ARN of a state machine`);
  const known = machines.find(arn);
  if (!known) throw new ApiError("StateMachineDoesNotExist", `there is no state machine ${arn}`);
  return known;
}

function refuseFaulty(machines: ApiParts["machines"], definition: string): void {
  // Judging takes a tenth of a second, and a server loads the same definitions each time it starts.
  if (machines.knows(hashOf(definition))) return;
  const problems = problemsOfText(definition);
  if (problems.length > 0) throw new ApiError("InvalidDefinition", problems.join("; "));
}
