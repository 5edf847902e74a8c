/** Small assignments by hand for the tests beside it. */
import {
  type AssignmentCase,
  type AssignmentProblem,
  type AssignmentReviewer,
  HARD,
} from "@multihelix/core/review/assignment/problem.ts";
import { type AssignmentPlan, type OpenPlan, openAssignment } from "@multihelix/core/review/assignment/solve.ts";

type Row = readonly [reviewer: Partial<AssignmentReviewer> & { id: string }, ...costs: (number | "hard")[]];

/** One row for each reviewer with its costs; each case wants one reviewer unless it says more. */
export function anAssignment(
  cases: readonly (Partial<AssignmentCase> & { id: string })[],
  rows: readonly Row[],
  rest: Partial<AssignmentProblem> = {},
): AssignmentProblem {
  return {
    reviewers: rows.map(([reviewer]) => ({ least: 0, most: 9, ...reviewer })),
    cases: cases.map((one) => ({ wanted: 1, bounds: [], ...one })),
    costs: Float64Array.from(rows.flatMap(([, ...costs]) => costs.map((cost) => (cost === "hard" ? HARD : cost)))),
    avoid: [],
    started: [],
    waivers: [],
    seed: 1,
    ...rest,
  };
}

export function anOpenPlan(problem: AssignmentProblem): OpenPlan {
  const open = openAssignment(problem);
  if (!("plan" in open)) throw new Error(open.reason.text);
  return open;
}

/** `reviewer>case`, sorted. */
export function pairsOf(plan: AssignmentPlan): string[] {
  return plan.pairs.map(({ reviewer, case: id }) => `${reviewer}>${id}`).sort();
}
