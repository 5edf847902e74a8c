/** The only place that turns costs into whole units, so that every sum of the solver is exact. */

export interface Units {
  /** Units per 1.0 of cost. */
  readonly scale: number;
  /** No cost had to be rounded. */
  readonly exact: boolean;
  of(cost: number): number;
}

/** Sums stay below this, so doubles hold them exactly. */
const ROOM = 2 ** 52;
const MOST_DECIMALS = 15;

/**
 * The coarsest decimal unit that holds all costs, or the finest that leaves room for sums of `terms` of them.
 * @param terms the largest number of costs that are ever added
 */
export function unitsFor(costs: readonly ArrayLike<number>[], terms: number): Units {
  let largest = 0;
  let decimals = 0;
  let power = 1;
  for (const list of costs)
    for (let at = 0; at < list.length; at++) {
      const size = Math.abs(list[at] as number);
      if (Number.isNaN(size)) continue;
      if (size > largest) largest = size;
      while (decimals < MOST_DECIMALS && Math.round(size * power) / power !== size) {
        decimals += 1;
        power = 10 ** decimals;
      }
    }
  const room = ROOM / (largest * Math.max(terms, 1) || 1);
  const held = Math.min(decimals, Math.floor(Math.log10(room)));
  const scale = 10 ** held;
  return { scale, exact: held === decimals && decimals < MOST_DECIMALS, of: (cost) => Math.round(cost * scale) || 0 };
}
