/** The facts behind a plan: the pool, each person's open work, the case's words and the languages it can be read in. */
import type { Case } from "../application/case.ts";
import { dayAfter } from "../kernel/day.ts";
import type { CaseId, PersonId } from "../kernel/id.ts";
import { industries, sectors, themes } from "../network/taxonomy.ts";
import type { Language } from "../person/person.ts";
import type { Reader } from "../port/store.ts";
import type { CaseParties, Reviewer } from "./conflict/conflict.ts";
import { conflictsOf, hardOf, softRulesOf } from "./conflict/list.ts";
import { type Concept, type ExpertProfile, type MatchText, prepareMatch } from "./match/match.ts";
import { type Candidate, type PoolFacts, readPool } from "./pool.ts";
import type { Pair, Seat, Sheet } from "./sheet.ts";
import type { Slot } from "./slot.ts";
import { translatedInto, wordsOf } from "./translation/translation.ts";
import { readOpenWork, type Work } from "./work.ts";

export interface PlanningFacts extends PoolFacts {
  /** Open reviews of the candidates, over all cases. */
  readonly work: readonly Work[];
  /** What the case is about, in words. */
  readonly text: string;
  /** Languages of its marked translations. */
  readonly translated: readonly Language[];
}

export async function readPlanning(
  reader: Reader,
  caseId: CaseId,
  attempt: number | undefined,
): Promise<PlanningFacts> {
  const [pool, words] = await Promise.all([readPool(reader, caseId, attempt), readWords(reader, caseId)]);
  const work = await readOpenWork(
    reader,
    pool.candidates.map(({ personId }) => personId),
  );
  return { ...pool, work, ...words };
}

/** The public words of an application, and the languages in which all of it can be read besides its own. */
export async function readWords(
  reader: Reader,
  caseId: CaseId,
): Promise<{ text: string; translated: readonly Language[] }> {
  const [project, offer, translations] = await Promise.all([
    reader.get("section", { caseId, sectionId: "project" }),
    reader.get("offer", { caseId }),
    reader.list("translation", { caseId }),
  ]);
  const { title, summary } = project?.data ?? {};
  return {
    text: [title, summary].filter((part) => typeof part === "string").join(".\n"),
    translated: translatedInto(translations, wordsOf(project, offer)),
  };
}

/** So many days a reviewer has; who is away for half of them is not asked. */
export const reviewDays = 14;

/** One seat per candidate whose role is in force. @param today `YYYY-MM-DD` */
export function seatsFor(
  candidates: readonly Candidate[],
  work: readonly Pick<Work, "personId" | "caseId">[],
  here: ReadonlySet<CaseId>,
  today: string,
): Seat[] {
  const byPerson = Map.groupBy(work, ({ personId }) => personId);
  const someAway = candidates.some(({ profile: { away = [] } }) => away.length > 0);
  const days = someAway ? Array.from({ length: reviewDays }, (_, at) => dayAfter(today, at)) : [];
  return candidates.map(({ personId, profile }) => {
    const open = byPerson.get(personId) ?? [];
    const already = open.filter(({ caseId }) => !here.has(caseId)).length;
    const free = Math.max(0, profile.capacity - open.length);
    const barred = daysAway(profile, days) * 2 >= reviewDays ? "away" : free === 0 ? "full" : undefined;
    return {
      personId,
      ...(profile.parkId === undefined ? {} : { parkId: profile.parkId }),
      already,
      free,
      ...(barred === undefined ? {} : { barred }),
    };
  });
}

/** Days out of office among those of a review that is asked for today. */
function daysAway({ away = [] }: Reviewer["profile"], days: readonly string[]): number {
  return days.filter((day) => away.some(({ from, until }) => from <= day && day <= until)).length;
}

export interface SheetFacts {
  readonly one: Pick<Case, "caseId" | "reference" | "title" | "language">;
  readonly on: CaseParties;
  readonly translated: readonly Language[];
  readonly slots: readonly Slot[];
  /** More reviewers than those at work. */
  readonly count: number;
  /** The slot whose reviewer leaves. */
  readonly leaving?: string | undefined;
  readonly candidates: readonly Candidate[];
  /** 0 to 1, by the order of the candidates. */
  readonly match: (candidate: number) => number;
  readonly today: string;
}

/** The sheet of one case: what speaks for and against each candidate. */
export function sheetFor({ one, on, slots, leaving, ...facts }: SheetFacts): Sheet {
  const started = slots.flatMap(({ slot, reviewerId }) => (slot === leaving ? [] : (reviewerId ?? [])));
  const tried = new Set(
    slots.flatMap(({ slot, reviewerId, tried }) => [
      ...(slot === leaving && reviewerId !== undefined ? [reviewerId] : []),
      ...tried.map(({ personId }) => personId),
    ]),
  );
  const [applicant] = on.parties;
  return {
    caseId: one.caseId,
    reference: one.reference,
    title: one.title,
    language: one.language,
    wanted: started.length + facts.count,
    paying: [...on.payingParks],
    ...(on.providerPark === undefined ? {} : { provider: on.providerPark }),
    ...(applicant?.homePark === undefined ? {} : { applicant: applicant.homePark }),
    started,
    pairs: facts.candidates.map((reviewer, at) => pairFor({ ...facts, on, tried }, reviewer, facts.match(at))),
  };
}

function pairFor(
  { on, translated, tried, today }: Pick<SheetFacts, "on" | "translated" | "today"> & { tried: ReadonlySet<PersonId> },
  reviewer: Candidate,
  match: number,
): Pair {
  const found = conflictsOf({ reviewer, on, today });
  const hard = [...new Set(hardOf(found).map(({ rule }) => rule))];
  const soft = softRulesOf(found);
  const reads = reviewer.profile.languages as readonly string[];
  const reading = reads.includes(on.language)
    ? undefined
    : translated.some((language) => reads.includes(language))
      ? "translation"
      : "none";
  return {
    ...(match === 0 ? {} : { match }),
    ...(reading === undefined ? {} : { reading }),
    ...(hard.length === 0 ? {} : { hard }),
    ...(soft.length === 0 ? {} : { soft }),
    ...(tried.has(reviewer.personId) ? { tried: true as const } : {}),
  };
}

export const concepts: readonly Concept[] = [...sectors, ...themes].map(({ id, labels }) => ({
  id,
  names: Object.values(labels),
}));

export function expertOf({ personId, profile }: Reviewer): ExpertProfile {
  return { id: personId, text: profile.terms.join(", "), taxonomy: profile.taxonomy ?? [] };
}

/** @param sector id of a sector, or the NACE code, of the applicant */
export function matchTextOf(caseId: CaseId, text: string, sector: string | undefined): MatchText {
  const field = fieldOf(sector);
  return { id: caseId, text, taxonomy: field === undefined ? [] : [field] };
}

/** The sector that reviewers name as their field, of what an applicant says it works in. */
export function fieldOf(sector: string | undefined): string | undefined {
  if (sectors.some(({ id }) => id === sector)) return sector;
  return industries.find(({ code }) => code === sector)?.suggestedSector;
}

/** Expertise of candidates against cases, by their positions. */
export function matcherFor(candidates: readonly Reviewer[], texts: readonly MatchText[]) {
  return prepareMatch(candidates.map(expertOf), texts, concepts);
}
