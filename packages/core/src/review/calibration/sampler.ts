/**
 * One chain of the Gibbs sampler. The model is that of Heyard, Ott, Salanti and Egger, "Rethinking the Funding Line at the
 * Swiss National Science Foundation: Bayesian Ranking and Lottery", Statistics and Public Policy 9 (2022): a score is
 * overall mean + application + assessor-in-application + error; applications are normal around 0, assessors in an
 * application are normal around the assessor's own mean, that mean is normal around 0 with deviation 0.5, and the three
 * deviations are uniform up to 2, all on a scale of six grades.
 */
import type { Chance } from "./chance.ts";

/** Scores in grades, less their overall mean. */
export interface Observations {
  readonly applications: number;
  readonly assessors: number;
  readonly application: Int32Array;
  readonly assessor: Int32Array;
  readonly score: Float64Array;
}

export interface Chain {
  /** Effects of the present draw; they change with each step. */
  readonly application: Float64Array;
  readonly assessor: Float64Array;
  step(): void;
}

const ASSESSOR_DEVIATION = 0.5;
const LARGEST_DEVIATION = 2;
const SMALLEST_DEVIATION = 1e-6;

/**
 * Error and assessor-in-application stand on the same single score, so only the sum of their variances matters: the sampler
 * draws its root. Uniform priors on both deviations make that root's prior density radius × angle of the circle that lies in
 * the square of side 2.
 */
export function startChain(data: Observations, chance: Chance): Chain {
  const { applications, assessors, application: row, assessor: column, score } = data;
  const count = score.length;
  const effect = Float64Array.from({ length: applications }, () => chance.normal());
  const strictness = Float64Array.from({ length: assessors }, () => ASSESSOR_DEVIATION * chance.normal());
  const perRow = countsOf(row, applications);
  const perColumn = countsOf(column, assessors);
  const rowSum = new Float64Array(applications);
  const columnSum = new Float64Array(assessors);
  let spread = 0.2 + chance.uniform();
  let noise = 0.2 + chance.uniform();

  const draw = (target: Float64Array, sums: Float64Array, counts: Float64Array, prior: number) => {
    const precision = 1 / (noise * noise);
    for (let at = 0; at < target.length; at++) {
      const total = (counts[at] as number) * precision + prior;
      target[at] = ((sums[at] as number) * precision) / total + chance.normal() / Math.sqrt(total);
    }
  };
  const step = () => {
    rowSum.fill(0);
    for (let at = 0; at < count; at++) {
      const here = row[at] as number;
      rowSum[here] = (rowSum[here] as number) + (score[at] as number) - (strictness[column[at] as number] as number);
    }
    draw(effect, rowSum, perRow, 1 / (spread * spread));
    columnSum.fill(0);
    for (let at = 0; at < count; at++) {
      const here = column[at] as number;
      columnSum[here] = (columnSum[here] as number) + (score[at] as number) - (effect[row[at] as number] as number);
    }
    draw(strictness, columnSum, perColumn, 1 / ASSESSOR_DEVIATION ** 2);
    shiftLevel(effect, strictness, spread, chance);
    const squares = sumOfSquares(effect);
    spread = slice(
      spread,
      LARGEST_DEVIATION,
      (value) => -applications * Math.log(value) - squares / (2 * value * value),
      chance,
    );
    spread = rescale(spread, effect, { row, column, score, perRow, strictness, noise }, chance);
    let residual = 0;
    for (let at = 0; at < count; at++) {
      const left =
        (score[at] as number) - (effect[row[at] as number] as number) - (strictness[column[at] as number] as number);
      residual += left * left;
    }
    noise = slice(
      noise,
      LARGEST_DEVIATION * Math.SQRT2,
      (value) => Math.log(value * angle(value)) - count * Math.log(value) - residual / (2 * value * value),
      chance,
    );
  };
  return { application: effect, assessor: strictness, step };
}

/** Applications up and assessors down by the same step leave all scores as they are: that step is drawn by itself. */
function shiftLevel(effect: Float64Array, strictness: Float64Array, spread: number, chance: Chance): void {
  const own = 1 / (spread * spread);
  const theirs = 1 / ASSESSOR_DEVIATION ** 2;
  const precision = effect.length * own + strictness.length * theirs;
  const mean = (sum(strictness) * theirs - sum(effect) * own) / precision;
  const by = mean + chance.normal() / Math.sqrt(precision);
  for (let at = 0; at < effect.length; at++) effect[at] = (effect[at] as number) + by;
  for (let at = 0; at < strictness.length; at++) strictness[at] = (strictness[at] as number) - by;
}

/**
 * Effects and their deviation stretched together: the standardised effects stay, the deviation is drawn anew. Without it a
 * deviation near 0, where scores are noise, moves in tiny steps (Yu and Meng, "To center or not to center", 2011).
 */
function rescale(
  spread: number,
  effect: Float64Array,
  given: Pick<Observations, "score"> & {
    readonly row: Int32Array;
    readonly column: Int32Array;
    readonly perRow: Float64Array;
    readonly strictness: Float64Array;
    readonly noise: number;
  },
  chance: Chance,
): number {
  const { row, column, score, perRow, strictness, noise } = given;
  let square = 0;
  let product = 0;
  for (let at = 0; at < effect.length; at++) square += (perRow[at] as number) * ((effect[at] as number) / spread) ** 2;
  for (let at = 0; at < score.length; at++) {
    const left = (score[at] as number) - (strictness[column[at] as number] as number);
    product += ((effect[row[at] as number] as number) / spread) * left;
  }
  const next = slice(
    spread,
    LARGEST_DEVIATION,
    (value) => (2 * product * value - square * value * value) / (2 * noise * noise),
    chance,
  );
  for (let at = 0; at < effect.length; at++) effect[at] = ((effect[at] as number) / spread) * next;
  return next;
}

/** Part of the circle of this radius in the square, as an angle. */
function angle(radius: number): number {
  return radius <= LARGEST_DEVIATION ? Math.PI / 2 : Math.PI / 2 - 2 * Math.acos(LARGEST_DEVIATION / radius);
}

/** Slice sampling with shrinkage (Neal, 2003) over the whole range. */
function slice(present: number, most: number, logDensity: (value: number) => number, chance: Chance): number {
  const level = logDensity(present) + Math.log(chance.uniform());
  let low = SMALLEST_DEVIATION;
  let high = most;
  for (;;) {
    const value = low + (high - low) * chance.uniform();
    if (logDensity(value) >= level) return value;
    if (value < present) low = value;
    else high = value;
  }
}

function countsOf(index: Int32Array, length: number): Float64Array {
  const counts = new Float64Array(length);
  for (const at of index) counts[at] = (counts[at] as number) + 1;
  return counts;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at] as number;
  return total;
}

function sumOfSquares(values: Float64Array): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += (values[at] as number) ** 2;
  return total;
}
