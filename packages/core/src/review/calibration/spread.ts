/** Keeps what many draws of the same quantities have in common: means, intervals, and whether the chains agree. */

export interface SpreadOfDraws {
  add(values: Float64Array, chain: number): void;
  mean(at: number): number;
  /** The middle part of the draws. */
  interval(at: number, part: number): [number, number];
  /** The largest R-hat of all quantities (Gelman and Rubin, 1992). */
  rHat(): number;
}

/** Draws kept for intervals; of more, every second, fourth, … stays. */
const MOST_KEPT = 4_096;

export function spreadOfDraws(quantities: number, chains: number): SpreadOfDraws {
  const sums = new Float64Array(quantities * chains);
  const squares = new Float64Array(quantities * chains);
  const counts = new Float64Array(chains);
  let kept: Float64Array[] = [];
  let every = 1;
  let seen = 0;
  return {
    add(values, chain) {
      for (let at = 0; at < quantities; at++) {
        const value = values[at] as number;
        const cell = chain * quantities + at;
        sums[cell] = (sums[cell] as number) + value;
        squares[cell] = (squares[cell] as number) + value * value;
      }
      counts[chain] = (counts[chain] as number) + 1;
      if (seen++ % every === 0) kept.push(values.slice());
      if (kept.length < MOST_KEPT) return;
      kept = kept.filter((_, at) => at % 2 === 0);
      every *= 2;
    },
    mean(at) {
      let sum = 0;
      for (let chain = 0; chain < chains; chain++) sum += sums[chain * quantities + at] as number;
      return sum / counts.reduce((all, count) => all + count, 0);
    },
    interval(at, part) {
      const sorted = Float64Array.from(kept, (values) => values[at] as number).sort();
      const tail = Math.floor((sorted.length * (1 - part)) / 2);
      return [sorted[tail] as number, sorted[sorted.length - 1 - tail] as number];
    },
    rHat() {
      let worst = 1;
      for (let at = 0; at < quantities; at++) {
        const length = counts[0] as number;
        const means = Array.from({ length: chains }, (_, chain) => (sums[chain * quantities + at] as number) / length);
        const grand = means.reduce((sum, mean) => sum + mean, 0) / chains;
        const between = means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0) / (chains - 1);
        const within =
          means.reduce(
            (sum, mean, chain) => sum + (squares[chain * quantities + at] as number) / length - mean * mean,
            0,
          ) / chains;
        if (within > 0) worst = Math.max(worst, Math.sqrt(1 + between / within));
      }
      return worst;
    },
  };
}
