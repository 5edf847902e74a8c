/** The door to a park's translation service: whole texts go in and come out, or one word says why not. */
import type { TranslationService } from "../network/translation-service.ts";
import type { Language } from "../person/person.ts";

export interface TranslationAsked {
  /** Whose service it is, and whose key. */
  readonly parkId: string;
  readonly service: TranslationService;
  readonly texts: readonly string[];
  readonly from: string;
  readonly to: Language;
}

/**
 * `no-key`: the installation has none for it. `away`: unreachable, silent, overloaded or at fault, so it may answer later.
 * `refused`: it takes no such request. `garbled`: it answered something else than a text for each text.
 */
export const translationFaults = ["no-key", "away", "refused", "garbled"] as const;
export type TranslationFault = (typeof translationFaults)[number];

export type TranslationAnswer =
  | { readonly ok: true; readonly texts: readonly string[] }
  | { readonly ok: false; readonly fault: TranslationFault };

export interface Translator {
  /** One text for each, in their order. Answers for everything that the service may do; tells nothing of it to any log. */
  translate(asked: TranslationAsked): Promise<TranslationAnswer>;
}
