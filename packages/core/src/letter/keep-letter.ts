/** How a letter is kept: written now in the reader's language by the template it is given, stored with its case, queued for sending. */
import type { EffectDraft } from "../effect/effect.ts";
import type { CaseId, PersonId } from "../kernel/id.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Language } from "../person/person.ts";
import type { Change } from "../port/store.ts";
import type { Letter } from "./letter.ts";
import type { DataOf, LetterKind, letters } from "./list.ts";
import { type Say, sayIn } from "./say.ts";
import { type SetLetter, setLetter } from "./set-letter.ts";
import type { Content, Template } from "./template.ts";

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
  /** Not held for a digest even where its kind may be. */
  readonly atOnce?: boolean;
  /** Epoch seconds after which the letter is forgotten. */
  readonly expires?: number;
}

/** Subject, text and HTML as the recipient would get them; nothing is stored. `template` is the one of the draft's kind. */
export function render<K extends LetterKind>(
  template: Template<never>,
  draft: Pick<LetterDraft<K>, "kind" | "to" | "data">,
  networkName: string,
): SetLetter {
  const { language, name } = draft.to;
  // One template per kind and its own data: a union over kinds cannot say which belong together.
  const write = template[language] as (data: DataOf<K>, say: Say) => Content;
  const data: { readonly park?: string } = draft.data as object;
  return setLetter(write(draft.data, sayIn(language)), language, name, data.park ?? networkName);
}

/** The stored letter and the effect that sends it. At most a few KB each; a case's letters are one stream. */
export function keepLetter<K extends LetterKind>(
  template: Template<never>,
  draft: LetterDraft<K>,
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  const { kind, key, stream, caseId, to, expires, atOnce } = draft;
  const { personId, email, name, language } = to;
  const value: Letter = {
    stream,
    letterId: moment.newId("let"),
    key,
    kind,
    ...(caseId === undefined ? {} : { caseId }),
    to: { ...(personId === undefined ? {} : { personId }), email, name },
    language,
    ...render(template, draft, moment.network.name),
    createdAt: moment.now,
    status: "queued",
    ...(atOnce === true ? { atOnce } : {}),
    ...(expires === undefined ? {} : { expires }),
    version: 0,
  };
  return {
    changes: [{ op: "create", name: "letter", value }],
    effects: [{ body: { kind: "send-letter", stream, letterId: value.letterId } }],
  };
}

/** As `keepLetter`, of a kind that one act alone writes: it brings the template along, so that nothing else loads it. */
export function ownLetter<K extends LetterKind>(
  template: (typeof letters)[K],
  draft: LetterDraft<K>,
  moment: Moment,
): { changes: Change[]; effects: EffectDraft[] } {
  return keepLetter(template, draft, moment);
}
