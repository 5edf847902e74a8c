/** Keeps the arcs into a node sorted well enough for its shelves to be passed by: a node that is read in vain too often is sorted again. */
import { type Network, SHELF } from "./network.ts";

/** Times that all its arcs may be read before a node is sorted. */
const PATIENCE = 24;

export interface Shelves {
  /** Search that read the shelf last. */
  readonly round: Int32Array;
  /** Arcs read since the node was sorted. */
  readonly read: Int32Array;
  /** Sorts a node that is due; only while the present search has read none of its shelves. */
  tidy(node: number): void;
}

export function shelvesOf(net: Network): Shelves {
  const { nodes, inStart, inArcs, inPlace, inTail, inCost, price, firstShelf: first, shelfBound: bound } = net;
  let most = 0;
  for (let node = 0; node < nodes; node++)
    most = Math.max(most, (inStart[node + 1] as number) - (inStart[node] as number));
  const read = new Int32Array(nodes);
  const keys = new Float64Array(most);
  const heldArcs = new Int32Array(most);
  const heldTails = new Int32Array(most);
  const heldCosts = new Float64Array(most);
  // Rank and place share one number, so that the fast sort of numbers serves.
  const places = 2 ** Math.ceil(Math.log2(Math.max(most, 2)));
  const ranks = 2 ** 52 / places - 1;

  return {
    round: new Int32Array(bound.length),
    read,
    tidy(node) {
      const start = inStart[node] as number;
      const count = (inStart[node + 1] as number) - start;
      if (count <= 2 * SHELF || (read[node] as number) <= PATIENCE * count) return;
      read[node] = 0;
      let least = Number.POSITIVE_INFINITY;
      let largest = Number.NEGATIVE_INFINITY;
      for (let at = 0; at < count; at++) {
        const arc = inArcs[start + at] as number;
        const value = (net.arcs.cost[arc] as number) + (price[inTail[start + at] as number] as number);
        keys[at] = value;
        least = Math.min(least, value);
        largest = Math.max(largest, value);
        heldArcs[at] = arc;
        heldTails[at] = inTail[start + at] as number;
        heldCosts[at] = inCost[start + at] as number;
      }
      const perUnit = ranks / Math.max(largest - least, 1);
      const sorted = keys.subarray(0, count);
      for (let at = 0; at < count; at++)
        sorted[at] = Math.floor(((sorted[at] as number) - least) * perUnit) * places + at;
      sorted.sort();
      bound.fill(Number.POSITIVE_INFINITY, first[node], first[node + 1]);
      for (let at = 0; at < count; at++) {
        const from = (sorted[at] as number) % places;
        const arc = heldArcs[from] as number;
        inArcs[start + at] = arc;
        inPlace[arc] = start + at;
        inTail[start + at] = heldTails[from] as number;
        inCost[start + at] = heldCosts[from] as number;
        const shelf = (first[node] as number) + Math.floor(at / SHELF);
        const value = (heldCosts[from] as number) + (price[heldTails[from] as number] as number);
        if (value < (bound[shelf] as number)) bound[shelf] = value;
      }
    },
  };
}
