/** What a pair of reviewer and case costs, and what load costs: the only place that prices fit, languages, SOFT conflicts and continuity. */
import { HARD } from "./problem.ts";

export interface PairFacts {
  /** Expertise match, 0 to 1. */
  readonly match: number;
  /** How the reviewer can read the case: as it was filed, in a marked translation, or not at all. */
  readonly reading: "original" | "translation" | "none";
  /** Codes of HARD and SOFT conflicts. */
  readonly hard: readonly string[];
  readonly soft: readonly string[];
  /** The pair was planned before and nothing has begun. */
  readonly planned: boolean;
}

export interface PairPrices {
  /** For no match at all; a full match costs nothing. */
  readonly mismatch: number;
  readonly translation: number;
  /** For each SOFT conflict. */
  readonly soft: number;
  /** Taken off for a pair that was planned before. */
  readonly planned: number;
}

/** A SOFT conflict weighs like a third of the way from a perfect match to none; moving a planned pair must gain a tenth. */
export const defaultPairPrices: PairPrices = { mismatch: 1, translation: 0.15, soft: 0.35, planned: 0.1 };

export interface PairCost {
  /** `HARD` where a HARD conflict or the language forbids the pair. */
  readonly cost: number;
  /** What it is made of, for whoever asks. */
  readonly parts: readonly { readonly part: string; readonly cost: number }[];
}

/** Rounded to four decimals, so that costs stay exact in whole units. */
export function pairCost(facts: PairFacts, prices: PairPrices = defaultPairPrices): PairCost {
  const forbidden = [...facts.hard.map((code) => `hard: ${code}`), ...(facts.reading === "none" ? ["language"] : [])];
  if (forbidden.length > 0) return { cost: HARD, parts: forbidden.map((part) => ({ part, cost: HARD })) };
  const parts = [
    { part: "match", cost: rounded(prices.mismatch * (1 - Math.min(1, Math.max(0, facts.match)))) },
    ...(facts.reading === "translation" ? [{ part: "translation", cost: prices.translation }] : []),
    ...facts.soft.map((code) => ({ part: `soft: ${code}`, cost: prices.soft })),
    ...(facts.planned ? [{ part: "planned before", cost: -prices.planned }] : []),
  ];
  return { cost: rounded(parts.reduce((sum, { cost }) => sum + cost, 0)), parts };
}

/**
 * Convex cost of load: each further case costs more, by the part of the reviewer's capacity that it uses, so that work is
 * spread where fits are alike. Sum over all places: `weight` × half the capacity.
 * @param places cases that may still be given
 * @param already cases of the period that the reviewer has
 */
export function loadCosts(places: number, already = 0, weight = 0.2): number[] {
  return Array.from({ length: places }, (_, at) => rounded((weight * (already + at + 0.5)) / (already + places)));
}

function rounded(cost: number): number {
  return Math.round(cost * 10_000) / 10_000 || 0;
}
