/** How a decision letter shows an assessment: the score, each criterion, and what the reviewers say to the applicant. */
import type { Language } from "../person/person.ts";
import { type Labelled, labelIn } from "../review/criterion-label.ts";
import type { Say } from "./say.ts";
import type { Block } from "./template.ts";

/** What reviews said, in the form that the applicant is told: without names, in the order of the rubric. */
export interface Assessment {
  /** Mean over reviews in percent; absent where none was assessable. */
  readonly score?: number;
  /** Percent the call asks for. */
  readonly threshold: number;
  readonly reviews: number;
  readonly criteria: readonly {
    readonly id: string;
    /** The call's own wording, shown where the product has none in the reader's language. */
    readonly label: string;
    readonly labels?: Labelled["labels"];
    readonly max: number;
    /** Mean of the given marks; absent where no reviewer could assess it. */
    readonly mean?: number;
    readonly comments: readonly string[];
  }[];
}

interface Words {
  readonly score: string;
  readonly threshold: string;
  readonly notAssessed: string;
  readonly comments: string;
  readonly of: (mark: string, max: string) => string;
  readonly reviews: {
    readonly one: string;
    readonly two?: string;
    readonly few?: string;
    readonly many?: string;
    readonly other: string;
  };
  readonly criteria: Readonly<Record<string, string>>;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    score: "Score",
    threshold: "Asked by the call",
    notAssessed: "not assessed",
    comments: "What the reviewers say",
    of: (mark, max) => `${mark} of ${max}`,
    reviews: { one: "# review", other: "# reviews" },
    criteria: {
      relevance: "Relevance",
      quality: "Quality of the service",
      effect: "Expected effect",
      value: "Value for money",
    },
  },
  nl: {
    score: "Score",
    threshold: "Gevraagd door de oproep",
    notAssessed: "niet beoordeeld",
    comments: "Wat de beoordelaars zeggen",
    of: (mark, max) => `${mark} op ${max}`,
    reviews: { one: "# beoordeling", other: "# beoordelingen" },
    criteria: {
      relevance: "Relevantie",
      quality: "Kwaliteit van de dienst",
      effect: "Verwacht effect",
      value: "Prijs-kwaliteitverhouding",
    },
  },
  fr: {
    score: "Note",
    threshold: "Exigée par l’appel",
    notAssessed: "non évalué",
    comments: "Ce que disent les évaluations",
    of: (mark, max) => `${mark} sur ${max}`,
    reviews: { one: "# évaluation", other: "# évaluations" },
    criteria: {
      relevance: "Pertinence",
      quality: "Qualité du service",
      effect: "Effet attendu",
      value: "Rapport qualité-prix",
    },
  },
  sv: {
    score: "Poäng",
    threshold: "Krävs av utlysningen",
    notAssessed: "inte bedömt",
    comments: "Vad granskarna säger",
    of: (mark, max) => `${mark} av ${max}`,
    reviews: { one: "# granskning", other: "# granskningar" },
    criteria: {
      relevance: "Relevans",
      quality: "Tjänstens kvalitet",
      effect: "Förväntad effekt",
      value: "Valuta för pengarna",
    },
  },
  cy: {
    score: "Sgôr",
    threshold: "Gofyniad yr alwad",
    notAssessed: "heb ei asesu",
    comments: "Yr hyn a ddywed yr adolygwyr",
    of: (mark, max) => `${mark} o ${max}`,
    reviews: { one: "# adolygiad", two: "# adolygiad", few: "# adolygiad", many: "# adolygiad", other: "# adolygiad" },
    criteria: {
      relevance: "Perthnasedd",
      quality: "Ansawdd y gwasanaeth",
      effect: "Effaith ddisgwyliedig",
      value: "Gwerth am arian",
    },
  },
};

/** A criterion's label in this language. */
export function criterionName(criterion: Labelled, language: Language): string {
  return labelIn(criterion, language, words[language].criteria);
}

/** Nothing for a case that was decided without reviews. */
export function assessmentBlocks(assessment: Assessment | undefined, say: Say): Block[] {
  if (assessment === undefined || assessment.reviews === 0) return [];
  const own = words[say.language];
  const labelOf = (criterion: Assessment["criteria"][number]) => criterionName(criterion, say.language);
  const shown = assessment.score === undefined ? own.notAssessed : say.percent(assessment.score);
  const facts: [string, string][] = [
    [own.score, `${shown} (${say.count(assessment.reviews, own.reviews)})`],
    [own.threshold, say.percent(assessment.threshold)],
    ...assessment.criteria.map((criterion): [string, string] => [
      labelOf(criterion),
      criterion.mean === undefined ? own.notAssessed : own.of(say.number(criterion.mean), say.number(criterion.max)),
    ]),
  ];
  const comments = assessment.criteria.flatMap((criterion) =>
    criterion.comments.map((text) => `${labelOf(criterion)}: ${text}`),
  );
  return [{ facts }, ...(comments.length === 0 ? [] : [own.comments, { points: comments }])];
}
