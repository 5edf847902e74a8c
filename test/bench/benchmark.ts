/** The only place that says what a benchmark is: something that runs and answers rows of the one table. */

/** One line of the table. */
export interface BenchRow {
  /** `P4 reads, p50`: the bar's number in docs, and what was measured. */
  readonly name: string;
  /** The bar in words: `≤ 5 ms`. */
  readonly bar: string;
  /** The figure in words: `3.1 ms`. */
  readonly measured: string;
  readonly ok: boolean;
  /** What a reader must know to judge the figure. */
  readonly note?: string;
}

export interface BenchContext {
  /** A short run: 1,000 cases, fewer repetitions. */
  readonly quick: boolean;
  /** Measure from a fresh clone too, which installs. */
  readonly fresh: boolean;
  /** A folder of this run, removed at its end. */
  readonly folder: string;
  /** Says on standard error what is being done. */
  say(sentence: string): void;
}

/** Each file of this folder that exports `benchmark` stands in the table. */
export interface Benchmark {
  /** `P4`: rows are ordered by it. */
  readonly bar: string;
  run(context: BenchContext): Promise<readonly BenchRow[]>;
}

/** The value below which this share (0–1) of the sorted figures lies. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** A row whose figure may be at most the bar. */
export function atMost(name: string, most: number, unit: string, is: number, note?: string): BenchRow {
  return {
    name,
    bar: `≤ ${most.toLocaleString("en")} ${unit}`.trim(),
    measured: `${rounded(is)} ${unit}`.trim(),
    ok: is <= most,
    ...(note === undefined ? {} : { note }),
  };
}

function rounded(figure: number): string {
  if (figure >= 100 || Number.isInteger(figure)) return Math.round(figure).toLocaleString("en");
  return figure >= 1 ? figure.toFixed(1) : figure.toPrecision(2);
}
