/** Where letters that several acts write come to be; what only one act writes, it writes itself (`ownLetter`). */
import type { EffectDraft } from "../effect/effect.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import { keepLetter, type LetterDraft, render } from "./keep-letter.ts";
import type { SetLetter } from "./set-letter.ts";
import { sharedLetters } from "./shared-letters.ts";

/** Subject, text and HTML of a letter as the recipient would get it; nothing is stored. */
export function renderLetter<K extends keyof typeof sharedLetters>(
  draft: Pick<LetterDraft<K>, "kind" | "to" | "data">,
  networkName: string,
): SetLetter {
  return render(sharedLetters[draft.kind], draft, networkName);
}

/** The stored letter and the effect that sends it. At most a few KB each; a case's letters are one stream. */
export function letterChanges<K extends keyof typeof sharedLetters>(
  draft: LetterDraft<K>,
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  return keepLetter(sharedLetters[draft.kind], draft, moment);
}

/** Several letters of one act, together. */
export function joinLetters(written: readonly { changes: Change[]; effects: EffectDraft[] }[]): {
  changes: Change[];
  effects: EffectDraft[];
} {
  return { changes: written.flatMap((one) => one.changes), effects: written.flatMap((one) => one.effects) };
}
