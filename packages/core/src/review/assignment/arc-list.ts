/** A list of arcs while a network is built: ends, cost for each unit, and bounds. */

export interface ArcList {
  /** @returns the arc's number */
  add(tail: number, head: number, cost: number, low: number, high: number): number;
  readonly count: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly cost: Float64Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
}

export function arcList(capacity: number): ArcList {
  const tail = new Int32Array(capacity);
  const head = new Int32Array(capacity);
  const cost = new Float64Array(capacity);
  const low = new Int32Array(capacity);
  const high = new Int32Array(capacity);
  let count = 0;
  return {
    add(from, to, price, least, most) {
      const arc = count++;
      tail[arc] = from;
      head[arc] = to;
      cost[arc] = price;
      low[arc] = least;
      high[arc] = most;
      return arc;
    },
    get count() {
      return count;
    },
    tail,
    head,
    cost,
    low,
    high,
  };
}
