/**
 * How well a reviewer's expertise meets an application: TF-IDF over folded terms (Salton and Buckley, 1988) and over ids of
 * the taxonomy, each answer with the terms behind it.
 */
import { foldedWords, termCounts } from "./fold.ts";

export interface ExpertProfile {
  readonly id: string;
  /** Expertise as it was typed, in any of the product's languages. */
  readonly text: string;
  /** Ids of sectors and themes. */
  readonly taxonomy?: readonly string[];
  /** Languages the person reads; absent: not known, and not held against anybody. */
  readonly languages?: readonly string[];
}

export interface MatchText {
  readonly id: string;
  /** The English summary. */
  readonly text: string;
  readonly taxonomy?: readonly string[];
  /** Languages in which the whole can be read, marked translations included. */
  readonly languages?: readonly string[];
}

/** A concept with its names in all languages: a typed name counts as the concept. */
export interface Concept {
  readonly id: string;
  readonly names: readonly string[];
}

export interface Match {
  readonly profile: string;
  readonly text: string;
  /** 0 to 1, four decimals. */
  readonly score: number;
  /** False: the person reads none of the languages in which the whole can be read. */
  readonly reads: boolean;
  /** Terms that both have, the weightiest first, and how much of the score each gives. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  /** Concepts that both have. */
  readonly taxonomy: readonly string[];
  readonly words: string;
}

export interface Matcher {
  /** 0 to 1, by positions in the lists. */
  score(profile: number, text: number): number;
  reads(profile: number, text: number): boolean;
  explain(profile: number, text: number): Match;
  /** Sentences about profiles and texts that cannot match by their words. */
  readonly warnings: readonly string[];
}

/** Share of the words where both sides have concepts as well; without concepts on one side words are all. */
const WORDS_SHARE = 0.7;

export function prepareMatch(
  profiles: readonly ExpertProfile[],
  texts: readonly MatchText[],
  concepts: readonly Concept[] = [],
): Matcher {
  const named = conceptsByName(concepts);
  const profileConcepts = profiles.map((one) => new Set([...(one.taxonomy ?? []), ...conceptsIn(one.text, named)]));
  const textConcepts = texts.map((one) => new Set(one.taxonomy ?? []));
  const words = weigh([...profiles, ...texts].map(({ text }) => termCounts(text)));
  const ids = weigh([...profileConcepts, ...textConcepts].map((set) => new Map([...set].map((id) => [id, 1]))));
  const at = (text: number) => profiles.length + text;
  const shareOf = (profile: number, text: number) =>
    (ids[profile]?.size ?? 0) > 0 && (ids[at(text)]?.size ?? 0) > 0 ? WORDS_SHARE : 1;
  const raw = (profile: number, text: number) => {
    const share = shareOf(profile, text);
    const common = share * product(words[profile], words[at(text)]);
    return share === 1 ? common : common + (1 - share) * product(ids[profile], ids[at(text)]);
  };
  const score = (profile: number, text: number) => Math.round(Math.min(1, raw(profile, text)) * 10_000) / 10_000;
  const reads = (profile: number, text: number) => {
    const [known, open] = [profiles[profile]?.languages, texts[text]?.languages];
    return known === undefined || open === undefined || open.some((language) => known.includes(language));
  };
  return {
    score,
    reads,
    explain(profile, text) {
      const share = shareOf(profile, text);
      const theirs = words[at(text)] ?? new Map<string, number>();
      const terms = [...(words[profile] ?? [])]
        .flatMap(([term, weight]) => {
          const other = theirs.get(term);
          return other === undefined ? [] : [{ term, weight: Math.round(share * weight * other * 10_000) / 10_000 }];
        })
        .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
      const taxonomy = [...(profileConcepts[profile] ?? [])].filter((id) => textConcepts[text]?.has(id)).sort();
      const facts = { score: score(profile, text), reads: reads(profile, text), terms, taxonomy };
      const [from, to] = [profiles[profile], texts[text]];
      return { profile: from?.id ?? "", text: to?.id ?? "", ...facts, words: sentence(facts, from, to) };
    },
    warnings: [
      ...profiles.flatMap(({ id }, profile) => silence(`Profile ${id}`, words[profile], ids[profile])),
      ...texts.flatMap(({ id }, text) => silence(`Text ${id}`, words[at(text)], ids[at(text)])),
    ],
  };
}

type Vector = ReadonlyMap<string, number>;

/** TF-IDF vectors of length 1: (1 + ln count) · (1 + ln((1 + n) / (1 + documents with the term))). */
function weigh(documents: readonly Vector[]): Vector[] {
  const seen = new Map<string, number>();
  for (const document of documents) for (const term of document.keys()) seen.set(term, (seen.get(term) ?? 0) + 1);
  return documents.map((document) => {
    const weighed = [...document].map(([term, count]): [string, number] => {
      const rarity = 1 + Math.log((1 + documents.length) / (1 + (seen.get(term) ?? 0)));
      return [term, (1 + Math.log(count)) * rarity];
    });
    const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0));
    return new Map(weighed.map(([term, weight]) => [term, weight / length]));
  });
}

/** Cosine of two vectors of length 1; 0 where one is empty. */
function product(one: Vector = new Map(), other: Vector = new Map()): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0);
  return sum;
}

function conceptsByName(concepts: readonly Concept[]): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const { id, names } of concepts)
    for (const name of new Set(names.map((one) => foldedWords(one).join(" "))))
      named.set(name, [...(named.get(name) ?? []), id]);
  return named;
}

/** Concepts whose whole name was typed: between commas, semicolons or lines. */
function conceptsIn(text: string, named: ReadonlyMap<string, readonly string[]>): string[] {
  if (named.size === 0) return [];
  return text.split(/[,;\n]+/).flatMap((part) => named.get(foldedWords(part).join(" ").trim()) ?? []);
}

function silence(who: string, words: Vector | undefined, ids: Vector | undefined): string[] {
  if ((words?.size ?? 0) > 0) return [];
  return (ids?.size ?? 0) > 0
    ? [`${who} has no terms: it is matched by its sectors and themes alone.`]
    : [
        `${who} has no terms, no sectors and no themes: its score is 0 because nothing is known, not because nothing fits.`,
      ];
}

function sentence(
  { score, reads, terms, taxonomy }: Pick<Match, "score" | "reads" | "terms" | "taxonomy">,
  from?: ExpertProfile,
  to?: MatchText,
): string {
  const shared = [...terms.slice(0, 5).map(({ term }) => term), ...taxonomy];
  const why = shared.length > 0 ? `both have ${shared.join(", ")}` : "no term is common to both";
  const language = reads
    ? ""
    : ` ${from?.id} reads ${(from?.languages ?? []).join(", ")}, the text is in ${(to?.languages ?? []).join(", ")}.`;
  return `${score}: ${why}.${language}`;
}
