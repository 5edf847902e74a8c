/** What a told case is made of: who asks whom for what, when, and how it went on. */
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import type { Instant } from "@multihelix/core/kernel/instant.ts";
import type { Verb } from "@multihelix/core/kernel/verb.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";

export interface ToldCase {
  /** Stable and short: it names the acts' keys. */
  readonly key: string;
  readonly call: string;
  /** Personas. */
  readonly sme: string;
  readonly provider: string;
  readonly title: string;
  readonly summary: string;
  readonly need: string;
  readonly effect: string;
  readonly scope: string;
  /** Offer's net price and the award, minor units of the call's currency. */
  readonly price: number;
  readonly award: number;
  /** Days before today on which it was submitted; of a draft, started. */
  readonly daysAgo: number;
  readonly acts: readonly Act[];
}

/** Something that people of the case did. */
export interface Act {
  /** Days after the submission; negative: before it. */
  readonly after: number;
  readonly run: (scene: Scene) => Promise<void>;
}

/** What an act has in hand. */
export interface Scene {
  readonly told: ToldCase;
  readonly deps: Deps;
  readonly caseId: () => CaseId;
  readonly started: (caseId: CaseId) => void;
  /** The lead park of the call; its personas begin with it. */
  readonly park: string;
  readonly currency: string;
  /** The persona as an actor of this moment. */
  actor(persona: string): Promise<PersonActor>;
  /** Perform a verb as a persona, under a key of its own; `what` tells acts of one verb apart. */
  perform<I, F, R>(persona: string, verb: Verb<I, F, R>, input: unknown, what?: string): Promise<R>;
  /** Day so many days after that of the act, `YYYY-MM-DD`. */
  day(offset: number): string;
  now(): Instant;
  /** The persona who is that person. */
  personaOf(personId: string): string;
}
