/** The only place where chance enters an assignment: the order in which equals are tried. */
import { chanceOf } from "./chance.ts";
import type { AssignmentProblem } from "./problem.ts";

/** The same problem in an order that depends on its ids and its seed alone, so that its plan does too. */
export function inDrawnOrder(problem: AssignmentProblem): AssignmentProblem {
  const { reviewers, cases, costs, seed } = problem;
  const down = drawnOrder(reviewers, seed);
  const across = drawnOrder(cases, seed);
  const ordered = new Float64Array(costs.length);
  for (const [row, reviewer] of down.entries())
    for (const [column, at] of across.entries())
      ordered[row * cases.length + column] = costs[reviewer * cases.length + at] as number;
  return {
    ...problem,
    reviewers: [...down].flatMap((at) => reviewers[at] ?? []),
    cases: [...across].flatMap((at) => cases[at] ?? []),
    costs: ordered,
    avoid: problem.avoid.map(inOrder).sort(byNames),
  };
}

function inOrder([one, other]: readonly [string, string]): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}

function byNames(a: readonly [string, string], b: readonly [string, string]): number {
  const [one, other] = [a.join("\n"), b.join("\n")];
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Positions in an order that depends on the ids and the seed alone, not on the order they were given in. Fisher–Yates over
 * the sorted ids, drawn from splitmix32.
 */
function drawnOrder(named: readonly { readonly id: string }[], seed: number): Int32Array {
  const ids = named.map(({ id }) => id);
  const order = Int32Array.from(ids.keys()).sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
  const next = chanceOf(seed);
  for (let at = order.length - 1; at > 0; at--) {
    const drawn = Math.floor(next() * (at + 1));
    const here = order[at] as number;
    order[at] = order[drawn] as number;
    order[drawn] = here;
  }
  return order;
}
