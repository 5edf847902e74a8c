/**
 * Guesses prices of reviewers before the first search: each reviewer in turn asks what makes the wanted number of cases take
 * one. Reviewers whom everybody wants are dear from the start, so that searches stay short. Nothing rests on the guess.
 */
import type { AssignmentProblem } from "./problem.ts";

export interface FirstPrices {
  readonly source: number;
  readonly reviewers: Float64Array;
  /** What the last reviewer that a case takes costs it, price included. */
  readonly cases: Float64Array;
}

const SWEEPS = 12;
/** Beyond this many places the guess looks no further. */
const DEEP = 32;

export function firstPrices(problem: AssignmentProblem): FirstPrices {
  const { reviewers, cases, costs } = problem;
  const across = cases.length;
  const price = new Float64Array(reviewers.length);
  const bids = limits(problem, price);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const { last, next } = bids();
    const asked = Float64Array.from(reviewers, ({ least, most, loadCost = [] }, reviewer) => {
      const places = Math.min(most, DEEP);
      const worth: number[] = [];
      const own = price[reviewer] as number;
      for (let at = 0; at < across; at++) {
        const cost = costs[reviewer * across + at] as number;
        const taken = cost + own <= (last[at] as number);
        const offer = ((taken ? next[at] : last[at]) as number) - cost;
        // A HARD conflict is no number, and no comparison with it holds.
        if (offer > (worth[places] ?? Number.NEGATIVE_INFINITY)) insert(worth, offer, places + 1);
      }
      const load = (nth: number) => loadCost[Math.min(nth, loadCost.length) - 1] ?? 0;
      let taken = 0;
      while (taken < places && (taken < least || (worth[taken] ?? Number.NEGATIVE_INFINITY) > load(taken + 1)))
        taken += 1;
      const low = Math.max(
        worth[taken] ?? Number.NEGATIVE_INFINITY,
        taken > least ? load(taken) : Number.NEGATIVE_INFINITY,
      );
      const high = Math.min(
        worth[taken - 1] ?? Number.POSITIVE_INFINITY,
        taken < places ? load(taken + 1) : Number.POSITIVE_INFINITY,
      );
      if (low > Number.NEGATIVE_INFINITY && high < Number.POSITIVE_INFINITY) return (low + high) / 2;
      return low > Number.NEGATIVE_INFINITY ? low : high < Number.POSITIVE_INFINITY ? high : own;
    });
    const pace = sweep === 0 ? 1 : 0.5;
    for (const [at, one] of asked.entries()) price[at] = (price[at] as number) + pace * (one - (price[at] as number));
  }
  return { source: sourcePrice(problem, price), reviewers: price, cases: bids().last };
}

/** The level at which reviewers would take, in all, what cases want: single reviewers cannot find it. */
function sourcePrice({ reviewers, cases }: AssignmentProblem, price: Float64Array): number {
  const wanted = cases.reduce((sum, one) => sum + one.wanted, 0);
  const due = reviewers.reduce((sum, { least }) => sum + least, 0);
  const gains: number[] = [];
  for (const [at, { least, most, loadCost = [] }] of reviewers.entries())
    for (let nth = least + 1; nth <= Math.min(most, cases.length); nth++)
      gains.push((price[at] as number) - (loadCost[Math.min(nth, loadCost.length) - 1] ?? 0));
  gains.sort((a, b) => b - a);
  return wanted > due ? (gains[Math.min(wanted - due, gains.length) - 1] ?? 0) : 0;
}

/** For each case, the cost of the last reviewer it takes and of the first that it does not, at the present prices. */
function limits({ reviewers, cases, costs }: AssignmentProblem, price: Float64Array) {
  const across = cases.length;
  const wanted = Int32Array.from(cases, (one) => Math.min(one.wanted, DEEP));
  return () => {
    const lists: number[][] = cases.map(() => []);
    const bar = new Float64Array(across).fill(Number.POSITIVE_INFINITY);
    for (let reviewer = 0; reviewer < reviewers.length; reviewer++) {
      const own = price[reviewer] as number;
      for (let at = 0; at < across; at++) {
        const full = -((costs[reviewer * across + at] as number) + own);
        if (!(-full < (bar[at] as number))) continue;
        const list = lists[at] as number[];
        const places = (wanted[at] as number) + 1;
        insert(list, full, places);
        if (list.length === places) bar[at] = -(list[places - 1] as number);
      }
    }
    const last = Float64Array.from(lists, (list, at) => -(list[Math.min(wanted[at] as number, list.length) - 1] ?? 0));
    const next = Float64Array.from(lists, (list, at) => -(list[wanted[at] as number] ?? list.at(-1) ?? 0));
    return { last, next };
  };
}

/** Keeps the `most` largest, the largest first. */
function insert(list: number[], value: number, most: number): void {
  if (list.length < most) list.push(value);
  let at = list.length - 1;
  while (at > 0 && (list[at - 1] as number) < value) {
    list[at] = list[at - 1] as number;
    at -= 1;
  }
  list[at] = value;
}
