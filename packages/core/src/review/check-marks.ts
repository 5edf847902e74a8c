/** What a review must be to be filed: every criterion of the rubric answered once, within its scale, with words for the applicant. */
import { DomainError } from "../kernel/error.ts";
import type { Mark } from "./review.ts";
import type { Criterion, Rubric } from "./rubric.ts";

export interface MarkProblem {
  readonly criterion: string;
  readonly reason: "missing" | "twice" | "unknown" | "above-scale" | "not-on-scale" | "comment-missing";
}

/** Every problem, never only the first. */
export function markProblems(rubric: Rubric, marks: readonly Mark[]): MarkProblem[] {
  const unknown = marks
    .filter((mark) => !rubric.criteria.some(({ id }) => id === mark.criterion))
    .map(({ criterion }): MarkProblem => ({ criterion, reason: "unknown" }));
  const known = rubric.criteria.flatMap((criterion): MarkProblem[] => {
    const given = marks.filter((mark) => mark.criterion === criterion.id);
    const [mark] = given;
    if (mark === undefined) return [{ criterion: criterion.id, reason: "missing" }];
    if (given.length > 1) return [{ criterion: criterion.id, reason: "twice" }];
    return problemsOf(criterion, mark);
  });
  return [...unknown, ...known];
}

function problemsOf(criterion: Criterion, { score, toApplicant }: Mark): MarkProblem[] {
  const wordless: MarkProblem[] =
    toApplicant.trim() === "" ? [{ criterion: criterion.id, reason: "comment-missing" }] : [];
  if (typeof score !== "number") return wordless;
  if (score > criterion.max) return [{ criterion: criterion.id, reason: "above-scale" }, ...wordless];
  const step = criterion.halfMarks ? 2 : 1;
  return Number.isInteger(score * step) ? wordless : [{ criterion: criterion.id, reason: "not-on-scale" }, ...wordless];
}

/** @throws invalid `review.incomplete` with all problems. */
export function demandWholeMarks(rubric: Rubric, marks: readonly Mark[]): void {
  const problems = markProblems(rubric, marks);
  if (problems.length > 0) throw new DomainError("invalid", "review.incomplete", { problems });
}
