/** The only place where a verb is decided without being done: its own rules say why somebody may not, before they try. */

import type { Deps } from "../port/deps.ts";
import type { Actor } from "./actor.ts";
import { DomainError } from "./error.ts";
import { momentOf } from "./perform.ts";
import type { Decision, Verb } from "./verb.ts";
import { wholeOf } from "./whole-store.ts";

/** What `verb` would decide for these facts at this moment; commits nothing. @throws DomainError as the verb does. */
export async function rehearse<I, F, R>(
  deps: Deps,
  actor: Actor,
  verb: Verb<I, F, R>,
  input: NoInfer<I>,
): Promise<Decision<R>> {
  const facts = await verb.read(wholeOf(deps.store), input, actor);
  return verb.decide(facts, actor, input, momentOf(deps, deps.ids.ulid(), await deps.network.current()));
}

/** Why this person may not do it (`forbidden`); undefined if nothing forbids it, whatever else the input may lack. */
export async function refusalOf<I, F, R>(
  deps: Deps,
  actor: Actor,
  verb: Verb<I, F, R>,
  input: NoInfer<I>,
): Promise<{ code: string; facts: Record<string, unknown> } | undefined> {
  try {
    await rehearse(deps, actor, verb, input);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.kind === "forbidden" ? { code: error.code, facts: { ...error.facts } } : undefined;
  }
}
