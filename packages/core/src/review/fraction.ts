/** Exact parts of whole numbers: scores are added and divided without losing a digit, and rounded once at the end. */

export interface Fraction {
  readonly over: bigint;
  /** > 0. */
  readonly under: bigint;
}

/** An exact decimal with at most four places, such as a mark of 3.5. @throws RangeError for anything else. */
export function fractionOf(value: number): Fraction {
  const scaled = Math.round(value * 10_000);
  if (!Number.isSafeInteger(scaled) || scaled / 10_000 !== value)
    throw new RangeError(`no decimal of four places: ${value}`);
  return { over: BigInt(scaled), under: 10_000n };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { over: -b.over, under: b.under });
}

export function times(a: Fraction, n: number): Fraction {
  return { over: a.over * BigInt(n), under: a.under };
}

/** @param n whole, > 0. */
export function dividedBy(a: Fraction, n: number): Fraction {
  return { over: a.over, under: a.under * BigInt(n) };
}

/** −1, 0 or 1, fit for sorting. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.over * b.under - b.over * a.under;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** At two decimals, a tie upwards (half up); for values ≥ 0. */
export function rounded(a: Fraction): number {
  return Number((a.over * 200n + a.under) / (a.under * 2n)) / 100;
}
