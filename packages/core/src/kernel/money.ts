/** The only place where amounts of money are added, compared, scaled and shared out: integers of a minor unit, never floats. */
import Big from "big.js";
import * as z from "zod";
import { type Money, money } from "./amount.ts";
import { DomainError } from "./error.ts";

export { type Money, money };

export const currencySchema = z.string().regex(/^[A-Z]{3}$/);
export const moneySchema = z.object({ amount: z.int(), currency: currencySchema });

/** Part of an amount: percent as a decimal (`80`, `"33.3"`), or whole basis points (1/100 of a percent). */
export type Fraction = { readonly percent: number | string } | { readonly basisPoints: number };

export function zero<C extends string>(currency: C): Money<C> {
  return { amount: 0, currency };
}

/** @throws invalid `money.unlike-currencies`, `money.not-integer` (also when the result is no safe integer). */
export function add<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  demandAlike(a, b);
  return money(whole(a) + whole(b), a.currency);
}

/** @throws as `add`. */
export function subtract<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  demandAlike(a, b);
  return money(whole(a) - whole(b), a.currency);
}

export function negate<C extends string>(a: Money<C>): Money<C> {
  return money(-whole(a), a.currency);
}

/** −1, 0 or 1, fit for sorting. @throws invalid `money.unlike-currencies`. */
export function compare<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): -1 | 0 | 1 {
  demandAlike(a, b);
  if (whole(a) === whole(b)) return 0;
  return a.amount < b.amount ? -1 : 1;
}

export function isZero(a: Money): boolean {
  return whole(a) === 0;
}

/** The smaller one; of equals the first. @throws invalid `money.unlike-currencies`. */
export function min<C extends string>(first: Money<C>, ...others: readonly Money<NoInfer<C>>[]): Money<C> {
  return others.reduce<Money<C>>((least, next) => (compare(least, next) <= 0 ? least : next), first);
}

/** @throws invalid `money.nothing-to-sum` for an empty list, whose currency nobody knows; else as `add`. */
export function sum<C extends string>(list: readonly Money<C>[]): Money<C> {
  const [first, ...rest] = list;
  if (first === undefined) throw new DomainError("invalid", "money.nothing-to-sum");
  return rest.reduce<Money<C>>((total, next) => add<C>(total, next), money(first.amount, first.currency));
}

/** That part of the amount, exact, then rounded half up (a tie goes away from zero). */
export function multiplyRate<C extends string>(a: Money<C>, part: Fraction): Money<C> {
  const [factor, places] = "percent" in part ? [part.percent, 2] : [part.basisPoints, 4];
  return money(roundHalfUp(new Big(whole(a)).times(decimal(factor)).times(new Big(`1e-${places}`))), a.currency);
}

/**
 * Share out by weights (largest remainder, Hamilton): each share is its exact quota cut to whole minor units, and the
 * units left over go to the largest cut-off parts, of equals to the earlier. The shares add up to the amount.
 * @param weights decimals ≥ 0, at least one > 0; they need not add up to anything.
 * @throws invalid `money.bad-weights`.
 */
export function allocate<C extends string>(a: Money<C>, weights: readonly number[]): Money<C>[] {
  const units = wholeWeights(weights);
  const total = units.reduce((left, right) => left + right, 0n);
  const sign = whole(a) < 0 ? -1 : 1;
  const amount = BigInt(Math.abs(a.amount));
  const shares = units.map((unit, index) => ({ index, share: (amount * unit) / total, rest: (amount * unit) % total }));
  const missing = Number(amount - shares.reduce((given, { share }) => given + share, 0n));
  const byRest = shares.toSorted((left, right) =>
    left.rest === right.rest ? left.index - right.index : left.rest > right.rest ? -1 : 1,
  );
  const lucky = new Set(byRest.slice(0, missing).map(({ index }) => index));
  return shares.map(({ index, share }) => money(sign * Number(share + (lucky.has(index) ? 1n : 0n)), a.currency));
}

/** Whole minor units of an exact decimal; a tie goes away from zero. @throws invalid `money.not-integer` beyond safe integers. */
export function roundHalfUp(exact: Big): number {
  const rounded = exact.round(0, Big.roundHalfUp);
  const amount = Number(rounded.toFixed(0));
  if (!Number.isSafeInteger(amount))
    throw new DomainError("invalid", "money.not-integer", { amount: rounded.toFixed(0) });
  return amount;
}

function demandAlike(a: Money, b: Money): void {
  if (a.currency !== b.currency)
    throw new DomainError("invalid", "money.unlike-currencies", { left: a.currency, right: b.currency });
}

function whole(a: Money): number {
  if (!Number.isSafeInteger(a.amount)) throw new DomainError("invalid", "money.not-integer", { ...a });
  return a.amount;
}

function decimal(value: number | string): Big {
  try {
    return new Big(value);
  } catch {
    throw new DomainError("invalid", "money.not-a-number", { value });
  }
}

function wholeWeights(weights: readonly number[]): bigint[] {
  const exact = weights.map(decimal);
  if (exact.some((weight) => weight.lt(0)) || !exact.some((weight) => weight.gt(0))) {
    throw new DomainError("invalid", "money.bad-weights", { weights });
  }
  const places = Math.max(...exact.map((weight) => Math.max(0, weight.c.length - weight.e - 1)));
  return exact.map((weight) => BigInt(weight.times(new Big(`1e${places}`)).toFixed(0)));
}
