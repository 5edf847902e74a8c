/** The only place that turns the text of a definition into what the interpreter walks. */
import { parseJson } from "../json.ts";
import { LONGEST_DEFINITION_CHARACTERS } from "../limit.ts";
import { definition, type Processor, type State } from "./asl.ts";
import { problemsOfDefinition } from "./check-definition.ts";

export interface Machine {
  readonly startAt: string;
  /** Every state of every scope: names are unique in the whole definition. */
  readonly states: ReadonlyMap<string, State>;
}

/** @returns sentences that say why the text may not be loaded; empty when it may. */
export function problemsOfText(text: string): string[] {
  if (text.length > LONGEST_DEFINITION_CHARACTERS) return ["the definition is longer than 1 MiB"];
  const candidate = parseJson(text);
  return candidate === undefined ? ["the definition is not JSON"] : problemsOfDefinition(candidate);
}

/**
 * Read a definition that was checked when it was loaded. The expressions are not judged again: a running execution keeps
 * its definition even where a newer engine would refuse it.
 */
export function readMachine(text: string): Machine {
  const read = definition.parse(JSON.parse(text));
  return { startAt: read.StartAt, states: new Map(allStates(read.States)) };
}

function allStates(states: Processor["States"]): [string, State][] {
  return Object.entries(states).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...(state.Type === "Map" ? allStates(state.ItemProcessor.States) : []),
  ]);
}
