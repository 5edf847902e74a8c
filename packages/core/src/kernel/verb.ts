/** What a verb is: typed input, named reads, and a pure decision. */
import type * as z from "zod";
import type { EffectDraft } from "../effect/effect.ts";
import type { EventDraft } from "../event/event.ts";
import type { PostingDraft } from "../ledger/posting.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Change, Reader } from "../port/store.ts";
import type { Actor } from "./actor.ts";
import type { Id } from "./id.ts";
import type { Instant } from "./instant.ts";

/** Everything a decision may know besides facts, actor and input. Deterministic within one `perform`. */
export interface Moment {
  readonly now: Instant;
  readonly network: NetworkFile;
  /** A new id of that noun; the n-th call gives the n-th id of this act. */
  readonly newId: <P extends string>(prefix: P) => Id<P>;
  /** SHA-256 of a text, in hex. */
  readonly digest: (text: string) => string;
}

/** What follows from a command. Committed as one transaction or not at all. */
export interface Decision<R> {
  readonly changes: readonly Change[];
  readonly postings?: readonly PostingDraft[];
  readonly events?: readonly EventDraft[];
  readonly effects?: readonly EffectDraft[];
  readonly result: R;
}

export interface Verb<I, F, R> {
  /** `noun.verb`, stable: it is stored with idempotency and events. */
  readonly name: string;
  readonly input: z.ZodType<I>;
  /** Takes the person off a case: who is kept from it by an interest may still say so. */
  readonly recuses?: true;
  /** Strong reads of base items. Absence is a fact, not an error. */
  readonly read: (reader: Reader, input: I, actor: Actor) => Promise<F>;
  /** Pure: same facts, actor, input and moment, same decision. Refuses by throwing DomainError. */
  readonly decide: (facts: F, actor: Actor, input: I, moment: Moment) => Decision<R>;
}

/** Ties the three types of a verb together. */
export function verb<I, F, R>(definition: Verb<I, F, R>): Verb<I, F, R> {
  return definition;
}
