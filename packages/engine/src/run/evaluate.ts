/** The only place that evaluates templates: each `{% … %}` string becomes what its expression says, all else stays. */
import jsonata from "jsonata";
import { expressionIn } from "../definition/template.ts";
import { isObject, type Json, type JsonObject, toJson } from "../json.ts";
import { QUERY_FAILED, StatesError } from "../states-error.ts";
import type { Frame } from "./execution.ts";
import type { Turn } from "./turn.ts";

/** What expressions see: `$states` and the variables. */
export interface Scope {
  readonly states: JsonObject;
  readonly variables: JsonObject;
}

/** Parts of `$states` and its context that exist only in some fields. */
export interface Extra {
  readonly result?: Json;
  readonly errorOutput?: Json;
  readonly token?: string | null;
  readonly item?: { readonly index: number; readonly value: Json };
}

export function scopeOf(turn: Turn, frame: Frame, extra: Extra = {}): Scope {
  const { token, item = itemOf(turn, frame), ...parts } = extra;
  const { execution } = turn;
  const context: JsonObject = {
    Execution: {
      Id: execution.arn,
      Input: execution.input,
      Name: execution.name,
      StartTime: new Date(execution.startedAt).toISOString(),
    },
    State: { Name: frame.state, EnteredTime: new Date(frame.enteredAt).toISOString(), RetryCount: frame.attempt },
    StateMachine: { Id: execution.machineArn, Name: execution.machineArn.split(":").at(-1) ?? "" },
    ...(token ? { Task: { Token: token } } : {}),
    ...(item ? { Map: { Item: { Index: item.index, Value: item.value } } } : {}),
  };
  return { states: { input: frame.input, context, ...parts }, variables: variablesOf(turn, frame) };
}

/**
 * Evaluate a template.
 *
 * @param field where it stands, for the cause of a failure.
 * @throws StatesError States.QueryEvaluationError when an expression fails or gives nothing, as the service does.
 */
export async function evaluate(template: Json, scope: Scope, field: string): Promise<Json> {
  if (typeof template === "string") {
    const source = expressionIn(template);
    return source === undefined ? template : evaluateExpression(source, scope, field);
  }
  if (Array.isArray(template)) {
    const parts: Json[] = [];
    for (const [index, part] of template.entries()) parts.push(await evaluate(part, scope, `${field}/${index}`));
    return parts;
  }
  return isObject(template) ? evaluateObject(template, scope, field) : template;
}

/** Evaluate each member of an object, such as an Assign. */
export async function evaluateObject(template: JsonObject, scope: Scope, field: string): Promise<JsonObject> {
  const made: [string, Json][] = [];
  for (const [key, part] of Object.entries(template)) made.push([key, await evaluate(part, scope, `${field}/${key}`)]);
  return Object.fromEntries(made);
}

const compiled = new Map<string, jsonata.Expression>();

async function evaluateExpression(source: string, scope: Scope, field: string): Promise<Json> {
  let expression = compiled.get(source);
  if (!expression) {
    expression = jsonata(source);
    compiled.set(source, expression);
  }
  let value: unknown;
  try {
    value = await expression.evaluate(undefined, { ...scope.variables, states: scope.states });
  } catch (error) {
    const reason = isObject(error) || error instanceof Error ? String(error.message) : String(error);
    throw new StatesError(QUERY_FAILED, `The JSONata expression '${source}' in the field '${field}' failed: ${reason}`);
  }
  if (value === undefined) {
    const reason = `The JSONata expression '${source}' in the field '${field}' returned nothing (undefined).`;
    throw new StatesError(QUERY_FAILED, reason);
  }
  return toJson(value);
}

function variablesOf(turn: Turn, frame: Frame): JsonObject {
  const outer = frame.parent === null ? undefined : turn.frames.get(frame.parent);
  return outer ? { ...variablesOf(turn, outer), ...frame.variables } : frame.variables;
}

function itemOf(turn: Turn, frame: Frame): Frame["item"] {
  if (frame.item || frame.parent === null) return frame.item;
  const outer = turn.frames.get(frame.parent);
  return outer ? itemOf(turn, outer) : null;
}
