/** What follows from a request that was right, wholly or in part: changes, postings and what the parties are told. */
import type { EffectDraft } from "../effect/effect.ts";
import type { EventDraft } from "../event/event.ts";
import type { Money } from "../kernel/money.ts";
import type { PostingDraft } from "../ledger/posting.ts";
import type { Change } from "../port/store.ts";

export interface Upheld {
  readonly changes: Change[];
  readonly postings: PostingDraft[];
  readonly events: EventDraft[];
  readonly effects: EffectDraft[];
  /** What of a cut is looked at anew at most, or what a recovery still comes to. */
  readonly amount?: Money;
}
