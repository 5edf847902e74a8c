/** The only place where a letter comes to be: written now in the reader's language, kept with its case, queued for sending. */
import type { EffectDraft } from "../effect/effect.ts";
import type { CaseId, PersonId } from "../kernel/id.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Language } from "../person/person.ts";
import type { Change } from "../port/store.ts";
import type { Letter } from "./letter.ts";
import { type DataOf, type LetterKind, letters } from "./list.ts";
import { type Say, sayIn } from "./say.ts";
import { type SetLetter, setLetter } from "./set-letter.ts";
import type { Content } from "./template.ts";

export interface Addressee {
  readonly personId?: PersonId;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

export interface LetterDraft<K extends LetterKind> {
  readonly kind: K;
  /** One letter per key: kind, what it is about, and the recipient. */
  readonly key: string;
  /** Case id, or `person:<id>` and the like outside a case. */
  readonly stream: string;
  readonly caseId?: CaseId;
  readonly to: Addressee;
  readonly data: DataOf<K>;
  /** Epoch seconds after which the letter is forgotten. */
  readonly expires?: number;
}

/** Subject, text and HTML of a letter as the recipient would get it; nothing is stored. */
export function renderLetter<K extends LetterKind>(
  draft: Pick<LetterDraft<K>, "kind" | "to" | "data">,
  networkName: string,
): SetLetter {
  const { language, name } = draft.to;
  // One template per kind and its own data: a union over kinds cannot say which belong together.
  const write = letters[draft.kind][language] as (data: DataOf<K>, say: Say) => Content;
  const data: { readonly park?: string } = draft.data as object;
  return setLetter(write(draft.data, sayIn(language)), language, name, data.park ?? networkName);
}

/** The stored letter and the effect that sends it. At most a few KB each; a case's letters are one stream. */
export function letterChanges<K extends LetterKind>(
  draft: LetterDraft<K>,
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  const { kind, key, stream, caseId, to, expires } = draft;
  const { personId, email, name, language } = to;
  const value: Letter = {
    stream,
    letterId: moment.newId("let"),
    key,
    kind,
    ...(caseId === undefined ? {} : { caseId }),
    to: { ...(personId === undefined ? {} : { personId }), email, name },
    language,
    ...renderLetter(draft, moment.network.name),
    createdAt: moment.now,
    status: "queued",
    ...(expires === undefined ? {} : { expires }),
    version: 0,
  };
  return {
    changes: [{ op: "create", name: "letter", value }],
    effects: [{ body: { kind: "send-letter", stream, letterId: value.letterId } }],
  };
}

/** Several letters of one act, together. */
export function joinLetters(written: readonly { changes: Change[]; effects: EffectDraft[] }[]): {
  changes: Change[];
  effects: EffectDraft[];
} {
  return { changes: written.flatMap((one) => one.changes), effects: written.flatMap((one) => one.effects) };
}
