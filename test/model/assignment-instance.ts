/** Generated assignments: plain, tied, lower-bounded, park-constrained, with avoid-pairs, load costs and started work; many cannot be solved. */
import { jointParkRules, type ParkBound, voucherParkRules } from "@multihelix/core/review/assignment/park-rule.ts";
import type { AssignmentProblem } from "@multihelix/core/review/assignment/problem.ts";

export type Chance = () => number;

/** Uniform in [0, 1), the same for the same seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const parks = ["limburg", "sherbrooke", "wales", "lund", "uppsala"];

export function assignmentInstance(seed: number): AssignmentProblem {
  const next = chance(seed);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const one = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T;
  const many = { tied: next() < 0.3, least: next() < 0.35, ruled: next() < 0.5, loaded: next() < 0.4 };
  const across = whole(1, 8);
  const down = whole(2, 12);
  const wanted = whole(1, Math.min(3, down));
  // Near the number of places that is needed, so that some are too few.
  const most = Math.max(1, Math.round((across * wanted * (0.8 + next() * 1.2)) / down));
  const conflicts = next() * 0.4;
  const reviewers = Array.from({ length: down }, (_, at) => ({
    id: `r${at}`,
    ...(next() < 0.9 ? { park: one(parks) } : {}),
    least: many.least ? whole(0, Math.min(most, 2)) : 0,
    most: whole(Math.max(0, most - 1), most + 1),
    ...(many.loaded ? { loadCost: rising(next, whole(1, 4)) } : {}),
  })).map((reviewer) => ({ ...reviewer, most: Math.max(reviewer.least, reviewer.most) }));
  const cases = Array.from({ length: across }, (_, at) => ({
    id: `c${at}`,
    wanted: next() < 0.8 ? wanted : whole(0, wanted + 1),
    bounds: many.ruled && next() < 0.8 ? rules(next, one) : [],
  }));
  const costs = new Float64Array(down * across).map(() => {
    if (next() < conflicts) return Number.NaN;
    return many.tied ? whole(0, 2) : Math.round(next() * 1000) / 1000;
  });
  const pairs = Array.from(
    { length: next() < 0.4 ? whole(1, 2 * down) : 0 },
    () => [`r${whole(0, down - 1)}`, `r${whole(0, down - 1)}`] as const,
  );
  const avoid = pairs.filter(([a, b]) => a !== b);
  const started = Array.from({ length: next() < 0.3 ? whole(1, 3) : 0 }, () => ({
    reviewer: `r${whole(0, down - 1)}`,
    case: `c${whole(0, across - 1)}`,
  }));
  return { reviewers, cases, costs, avoid, started, waivers: [], seed };
}

function rising(next: Chance, steps: number): number[] {
  let cost = Math.round(next() * 100) / 1000;
  return Array.from({ length: steps }, () => {
    cost = Math.round((cost + next() * 0.3) * 1000) / 1000;
    return cost;
  });
}

function rules(next: Chance, one: <T>(list: readonly T[]) => T): ParkBound[] {
  if (next() < 0.4) return jointParkRules([one(parks), one(parks)]);
  return voucherParkRules({ paying: [one(parks)], provider: one(parks), applicant: one(parks) });
}
