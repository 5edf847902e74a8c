/** Says which reviewers each case may have, and which of its rules nest. */
import { type Forest, nest, setBounds } from "./laminar.ts";
import type { AssignmentProblem, PairOf } from "./problem.ts";

export interface Layout {
  /** By case: reviewers without a HARD conflict. */
  readonly eligible: readonly (readonly number[])[];
  readonly forests: readonly Forest[];
  /** Started pairs, as reviewer · cases + case. */
  readonly started: ReadonlySet<number>;
  /** Started pairs that a HARD conflict ends. */
  readonly ended: readonly PairOf[];
}

export function layOut(problem: AssignmentProblem): Layout {
  const { reviewers, cases, costs } = problem;
  const across = cases.length;
  const caseIndex = new Map(cases.map(({ id }, at) => [id, at]));
  const reviewerIndex = new Map(reviewers.map(({ id }, at) => [id, at]));
  const pairOf = ({ reviewer, case: id }: PairOf) =>
    (reviewerIndex.get(reviewer) as number) * across + (caseIndex.get(id) as number);
  const hard = (pair: number) => Number.isNaN(costs[pair] as number);
  const avoid = distinctPairs(problem.avoid).map(
    ([one, other]) => [reviewerIndex.get(one) as number, reviewerIndex.get(other) as number] as const,
  );
  const everybody = [...reviewers.keys()];
  const eligible = cases.map((_, at) => everybody.filter((reviewer) => !hard(reviewer * across + at)));
  const forests = cases.map((one, at) => {
    const waivers = problem.waivers.filter((waiver) => waiver.case === one.id);
    return nest(reviewers.length, setBounds(reviewers, one, eligible[at] ?? [], avoid, waivers));
  });
  return {
    eligible,
    forests,
    started: new Set(problem.started.map(pairOf).filter((pair) => !hard(pair))),
    ended: problem.started.filter((pair) => hard(pairOf(pair))),
  };
}

function distinctPairs(pairs: AssignmentProblem["avoid"]): (readonly [string, string])[] {
  const byName = new Map<string, readonly [string, string]>();
  for (const [one, other] of pairs) byName.set([one, other].sort().join("\n"), [one, other]);
  return [...byName.values()];
}
