/** The only place that turns the rules of a case into sets, and says which of them nest (and so fit into a flow). */
import type { AssignmentCase, AssignmentReviewer, Waiver } from "./problem.ts";

/** Of the reviewers in `members`, the case takes at least `least` and at most `most`. */
export interface SetBound {
  /** Names the bound within its case: rule, and park or pair where a rule makes several. */
  readonly key: string;
  readonly rule: string;
  /** Indices of reviewers who may take the case. */
  readonly members: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** Sets that nest: each has a parent (−1: the case itself), each reviewer the smallest set it is in. */
export interface Forest {
  readonly sets: readonly SetBound[];
  readonly parents: readonly number[];
  /** By index of reviewer; −1: in no set. */
  readonly innermost: Int32Array;
  /** Sets that overlap one of the others without being inside it: no flow can hold both. */
  readonly crossing: readonly SetBound[];
}

/** All bounds of a case on the reviewers who may take it, without the waived ones and those that nothing can break. */
export function setBounds(
  reviewers: readonly AssignmentReviewer[],
  one: AssignmentCase,
  eligible: readonly number[],
  avoid: readonly (readonly [number, number])[],
  waivers: readonly Waiver[],
): SetBound[] {
  const found: SetBound[] = [];
  const add = (bound: SetBound) => {
    const waived = waivers.some((waiver) => waiver.rule === bound.rule || waiver.rule === bound.key);
    const idle = bound.least === 0 && Math.min(bound.members.length, one.wanted) <= bound.most;
    if (!waived && !idle) found.push(bound);
  };
  for (const bound of one.bounds) {
    if (bound.kind === "each-park") {
      const byPark = Map.groupBy(eligible, (at) => reviewers[at]?.park);
      for (const [park, members] of byPark)
        if (park !== undefined)
          add({ key: `${bound.rule}/${park}`, rule: bound.rule, members, least: 0, most: bound.most });
    } else {
      const inside = new Set(bound.parks);
      const members = eligible.filter((at) => {
        const park = reviewers[at]?.park;
        return (park !== undefined && inside.has(park)) === (bound.kind === "in");
      });
      const { rule, least = 0, most = one.wanted } = bound;
      add({ key: rule, rule, members, least, most });
    }
  }
  if (avoid.length > 0) {
    const here = new Set(eligible);
    for (const members of avoid)
      if (here.has(members[0]) && here.has(members[1])) {
        const [first, second] = members.map((at) => reviewers[at]?.id).sort();
        add({ key: `avoid/${first}/${second}`, rule: "avoid", members, least: 0, most: 1 });
      }
  }
  return found;
}

/** Larger sets first, each into the set that holds all its members; what fits into none is crossing. */
export function nest(reviewerCount: number, bounds: readonly SetBound[]): Forest {
  const innermost = new Int32Array(reviewerCount).fill(-1);
  const sets: SetBound[] = [];
  const parents: number[] = [];
  const crossing: SetBound[] = [];
  for (const bound of [...bounds].sort((a, b) => b.members.length - a.members.length)) {
    const [first] = bound.members;
    const parent = first === undefined ? -1 : (innermost[first] as number);
    if (bound.members.every((at) => innermost[at] === parent)) {
      for (const at of bound.members) innermost[at] = sets.length;
      sets.push(bound);
      parents.push(parent);
    } else crossing.push(bound);
  }
  return { sets, parents, innermost, crossing };
}
