/** The only place for the states that need nobody: Pass, Choice, Succeed, Fail. */
import type { ChoiceState, FailState, PassState, SucceedState } from "../definition/asl.ts";
import { NO_CHOICE, QUERY_FAILED, StatesError } from "../states-error.ts";
import { evaluate, scopeOf } from "./evaluate.ts";
import type { Frame } from "./execution.ts";
import { leave, type Outcome } from "./outcome.ts";
import type { Turn } from "./turn.ts";

export function runPass(turn: Turn, frame: Frame, state: PassState): Promise<Outcome> {
  return leave(turn, frame, state, state.Next, frame.input);
}

export function runSucceed(turn: Turn, frame: Frame, state: SucceedState): Promise<Outcome> {
  return leave(turn, frame, state, undefined, frame.input);
}

/** The first rule whose Condition is true shapes the way on; the state's own Output and Assign go with Default. */
export async function runChoice(turn: Turn, frame: Frame, state: ChoiceState): Promise<Outcome> {
  const scope = scopeOf(turn, frame);
  for (const [index, rule] of state.Choices.entries()) {
    const field = `Choices/${index}/Condition`;
    const met = await evaluate(rule.Condition, scope, field);
    if (typeof met !== "boolean") throw new StatesError(QUERY_FAILED, `The field '${field}' must be true or false`);
    if (met) return leave(turn, frame, rule, rule.Next, frame.input);
  }
  if (state.Default === undefined) throw new StatesError(NO_CHOICE, "no rule matched and there is no Default");
  return leave(turn, frame, state, state.Default, frame.input);
}

/** @throws StatesError always: the error that the state names. */
export async function runFail(turn: Turn, frame: Frame, state: FailState): Promise<Outcome> {
  const scope = scopeOf(turn, frame);
  const error = await evaluate(state.Error ?? "", scope, "Error");
  const cause = await evaluate(state.Cause ?? "", scope, "Cause");
  if (typeof error !== "string" || typeof cause !== "string") {
    throw new StatesError(QUERY_FAILED, "Error and Cause must be strings");
  }
  throw new StatesError(error, cause);
}
