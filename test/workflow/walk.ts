/** Walks definitions as data: every state of every scope, the ways between them, and the tasks they name. */
import type { Definition, State } from "@multihelix/workflow/asl.ts";

/** Where states stand together: a definition, or the items of one of its Maps. */
export interface Scope {
  readonly startAt: string;
  readonly states: Readonly<Record<string, State>>;
  /** The Map whose items run here; absent at the top. */
  readonly map?: string;
}

interface Processor {
  readonly StartAt: string;
  readonly States: Record<string, State>;
}

/** The definition's own states, then those inside its Maps. */
export function scopesOf({ StartAt, States }: Pick<Definition, "StartAt" | "States">, map?: string): Scope[] {
  const inner = Object.entries(States).flatMap(([name, state]) =>
    state.Type === "Map" ? scopesOf(state.ItemProcessor as unknown as Processor, name) : [],
  );
  return [{ startAt: StartAt, states: States, ...(map === undefined ? {} : { map }) }, ...inner];
}

export interface Found {
  readonly name: string;
  readonly state: State;
  readonly scope: Scope;
}

export function statesOf(definition: Definition): Found[] {
  return scopesOf(definition).flatMap((scope) =>
    Object.entries(scope.states).map(([name, state]) => ({ name, state, scope })),
  );
}

interface Handler {
  readonly ErrorEquals: readonly string[];
  readonly Next?: string;
}
export const catchersOf = (state: State): readonly Handler[] => (state.Catch ?? []) as unknown as Handler[];
export const retriersOf = (state: State): readonly (Handler & Record<string, unknown>)[] =>
  (state.Retry ?? []) as unknown as (Handler & Record<string, unknown>)[];

/** Where a state may go, with what was caught among it. */
export function waysOf(state: State): string[] {
  const choices = ((state.Choices ?? []) as unknown as { Next: string }[]).map(({ Next }) => Next);
  const caught = catchersOf(state).flatMap(({ Next }) => Next ?? []);
  return [state.Next, state.Default, ...choices, ...caught].filter((name) => name !== undefined) as string[];
}

/** Names that can be reached from these, themselves included. */
export function reachableFrom({ states }: Scope, names: readonly string[]): Set<string> {
  const found = new Set(names);
  for (const name of found) for (const way of waysOf(states[name] ?? {})) found.add(way);
  return found;
}

/** Nothing comes after it: the execution, or the Map's item, is over. */
export function isEnd(state: State): boolean {
  return state.End === true || state.Type === "Succeed" || state.Type === "Fail";
}

export const waits = (state: State): boolean => String(state.Resource ?? "").endsWith(".waitForTaskToken");

/** What a Task hands to the dispatcher: the task's name, and its input as the definition writes it. */
export function payloadOf(state: State): { task: string; input: Record<string, unknown> } {
  const { Payload } = state.Arguments as unknown as { Payload: { task: string; input: Record<string, unknown> } };
  return Payload;
}
