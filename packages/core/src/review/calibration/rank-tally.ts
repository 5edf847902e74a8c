/** Counts which rank each application had in how many draws. */

export interface RankTally {
  /** Ranks of one draw, 1 for the largest effect. */
  add(effects: Float64Array, batch: number): void;
  /** Mean rank. */
  expected(application: number): number;
  /** Mean rank in each batch. */
  batchMeans(application: number): number[];
  /** The middle ranks that hold this part of all draws at least. */
  interval(application: number, part: number): [number, number];
  readonly draws: number;
}

export function rankTally(applications: number, batches: number): RankTally {
  const counts = new Uint32Array(applications * applications);
  const sums = new Float64Array(batches * applications);
  const sizes = new Float64Array(batches);
  const sorted = new Float64Array(applications);
  let draws = 0;
  return {
    get draws() {
      return draws;
    },
    add(effects, batch) {
      sorted.set(effects);
      sorted.sort();
      for (let at = 0; at < applications; at++) {
        const place = applications - 1 - placeOf(sorted, effects[at] as number);
        const cell = at * applications + place;
        counts[cell] = (counts[cell] as number) + 1;
        const sum = batch * applications + at;
        sums[sum] = (sums[sum] as number) + place + 1;
      }
      sizes[batch] = (sizes[batch] as number) + 1;
      draws += 1;
    },
    expected(application) {
      let sum = 0;
      for (let batch = 0; batch < batches; batch++) sum += sums[batch * applications + application] as number;
      return sum / draws;
    },
    batchMeans: (application) =>
      [...sizes.keys()].map((batch) => (sums[batch * applications + application] as number) / (sizes[batch] as number)),
    interval(application, part) {
      const tail = (draws * (1 - part)) / 2;
      const row = counts.subarray(application * applications, (application + 1) * applications);
      return [firstBeyond(row, tail) + 1, applications - firstBeyond(row.toReversed(), tail)];
    },
  };
}

/** First place at which more than so many draws have been passed. */
function firstBeyond(row: Uint32Array, tail: number): number {
  let passed = 0;
  for (let at = 0; at < row.length; at++) {
    passed += row[at] as number;
    if (passed > tail) return at;
  }
  return row.length - 1;
}

function placeOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
