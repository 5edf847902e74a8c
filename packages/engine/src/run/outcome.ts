/** The only place for what a state says when it has been worked on: it leaves, or it is blocked until an event. */
import type { Json, JsonObject } from "../json.ts";
import { type Extra, evaluate, evaluateObject, scopeOf } from "./evaluate.ts";
import type { Frame } from "./execution.ts";
import { type Turn, weigh } from "./turn.ts";

export type Outcome = { readonly kind: "blocked" } | Leaving;

export interface Leaving {
  readonly kind: "leaves";
  readonly output: Json;
  readonly assigned: JsonObject;
  /** The state to enter, or none at the end of the scope. */
  readonly next: string | undefined;
}

export const BLOCKED: Outcome = { kind: "blocked" };

/** The fields of a state, Choice rule or Catcher that shape how it is left. */
export interface Shaping {
  readonly Assign?: JsonObject | undefined;
  readonly Output?: Json | undefined;
}

/**
 * Work out Output and Assign side by side: neither sees what the other makes. Without Output, `otherwise` goes on.
 *
 * @throws StatesError States.QueryEvaluationError, or States.DataLimitExceeded for an output beyond the limit.
 */
export async function leave(
  turn: Turn,
  frame: Frame,
  shaping: Shaping,
  next: string | undefined,
  otherwise: Json,
  extra: Extra = {},
): Promise<Leaving> {
  const scope = scopeOf(turn, frame, extra);
  const output = shaping.Output === undefined ? otherwise : await evaluate(shaping.Output, scope, "Output");
  weigh(turn, output, `the output of ${frame.state}`);
  const assigned = shaping.Assign ? await evaluateObject(shaping.Assign, scope, "Assign") : {};
  return { kind: "leaves", output, assigned, next };
}
