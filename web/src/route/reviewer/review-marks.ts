/** A review while it is written: marks by criterion, what can be stored of them, and what is missing before it is sent. */
import type { Rubric } from "@multihelix/core/review/rubric.ts";
import type { Answers } from "../../form/merge-answers.ts";
import type { CaseView } from "../case/case-query.ts";

export type StoredReview = CaseView["reviews"][number];
export type StoredMark = StoredReview["marks"][number];
export type Score = StoredMark["score"];

export interface Mark {
  readonly score: Score | undefined;
  readonly toApplicant: string;
  readonly toPark: string;
}

export interface Draft {
  readonly marks: Readonly<Record<string, Mark>>;
  readonly confidence: number;
}

export const noMark: Mark = { score: undefined, toApplicant: "", toPark: "" };

/** Confidence is one of three; the middle until the reviewer says otherwise. */
export const usualConfidence = 2;

const confidenceField = "confidence";

export function draftOf(review: Pick<StoredReview, "marks" | "confidence"> | undefined): Draft {
  const marks = (review?.marks ?? []).map(({ criterion, ...mark }) => [criterion, mark] as const);
  return { marks: Object.fromEntries(marks), confidence: review?.confidence ?? usualConfidence };
}

/** The marks that can be stored: a reason without a mark waits in this window until there is one. */
export function storedMarks(draft: Draft): StoredMark[] {
  return Object.entries(draft.marks).flatMap(([criterion, { score, ...texts }]) =>
    score === undefined ? [] : [{ criterion, score, ...texts }],
  );
}

/** By criterion, so that two windows that wrote on different criteria both keep theirs. */
export function answersOf(draft: Draft): Answers {
  return {
    ...Object.fromEntries(storedMarks(draft).map((mark) => [mark.criterion, mark])),
    [confidenceField]: draft.confidence,
  };
}

/** Answers as the API takes them. */
export function sentOf(answers: Answers): { marks: StoredMark[]; confidence: number } {
  const { [confidenceField]: confidence, ...marks } = answers;
  return {
    marks: Object.values(marks).filter((mark) => mark !== undefined) as StoredMark[],
    confidence: typeof confidence === "number" ? confidence : usualConfidence,
  };
}

/** The draft with what another window stored put in. */
export function withAnswers(draft: Draft, answers: Answers): Draft {
  const { marks, confidence } = sentOf(answers);
  return {
    marks: { ...draft.marks, ...draftOf({ marks, confidence }).marks },
    confidence: confidenceField in answers ? confidence : draft.confidence,
  };
}

export interface MarkGap {
  readonly criterion: string;
  readonly reason: "score" | "comment";
}

/** What each criterion still needs before the review can be sent, in the order of the rubric. */
export function gapsOf(rubric: Rubric, draft: Draft): MarkGap[] {
  return rubric.criteria.flatMap(({ id }): MarkGap[] => {
    const { score, toApplicant } = draft.marks[id] ?? noMark;
    const gaps: MarkGap[] = score === undefined ? [{ criterion: id, reason: "score" }] : [];
    return toApplicant.trim() === "" ? [...gaps, { criterion: id, reason: "comment" }] : gaps;
  });
}

/** The marks that a criterion offers: 0 to its maximum, with halves where it has them. */
export function scale({ max, halfMarks }: { readonly max: number; readonly halfMarks: boolean }): number[] {
  const step = halfMarks ? 0.5 : 1;
  return Array.from({ length: max / step + 1 }, (_, index) => index * step);
}
