/**
 * Makes the flow hold at least cost: successive shortest paths from each node that lacks flow back to the nearest one
 * that has too much (Ahuja, Magnanti, Orlin, Network Flows, 1993, ch. 9). Prices stay right after every step, so bounds
 * may change between two calls and the next call only mends what they broke.
 */
import { type NodeHeap, nodeHeap } from "./heap.ts";
import { fill, forgetShelves, type Network, push, SHELF, setBounds } from "./network.ts";
import { plateauFiller } from "./plateau.ts";
import { type Shelves, shelvesOf } from "./shelves.ts";
import { restore, type Snapshot } from "./snapshot.ts";

/** Paths between two reports of progress. */
const TOLD_EVERY = 64;

export interface Settler {
  /** Settles all nodes. A result is a proof that it cannot be done: see `Cut`. @param onProgress told the part done, from 0 to 1 */
  settle(onProgress?: (part: number) => void): Cut | undefined;
  /** Demands that the arc of at most one unit is used, or that it is not; `settle` afterwards. */
  force(arc: number): void;
  forbid(arc: number): void;
  /** Back to a snapshot. */
  restore(snapshot: Snapshot): void;
}

/** Nodes that lack flow and that nothing can reach: what they need exceeds all that may come in. */
export interface Cut {
  readonly inside: Uint8Array;
}

export function settler(net: Network): Settler {
  const shelves = shelvesOf(net);
  const search = searcher(net, shelves);
  const fillPlateau = plateauFiller(net);
  const { arcs } = net;
  const settle = (onProgress?: (part: number) => void) => {
    let filled = 0;
    const lacking = onProgress === undefined ? 0 : net.balance.reduce((sum, units) => sum + Math.max(0, -units), 0);
    // Searches that read all arcs once over pay for one walk over the plateau, whatever comes of it.
    let next = search.spent();
    for (let node = 0; node < net.nodes; node++)
      while ((net.balance[node] as number) < 0) {
        if (search.spent() > next) {
          fillPlateau();
          next = search.spent() + arcs.count;
          continue;
        }
        const cut = search.from(node);
        if (cut !== undefined) return cut;
        filled += 1;
        if (onProgress !== undefined && filled % TOLD_EVERY === 0) onProgress(Math.min(1, filled / lacking));
      }
    return undefined;
  };
  return {
    settle,
    force(arc) {
      setBounds(net, arc, 1, 1);
      if (net.flow[arc] === 0) push(net, arc, 1);
    },
    forbid(arc) {
      setBounds(net, arc, 0, 0);
      if (net.flow[arc] === 1) push(net, arc, -1);
    },
    restore(snapshot) {
      restore(net, snapshot);
      forgetShelves(net);
    },
  };
}

interface Labels {
  /** By node, Infinity when not reached; at nodes + n, how far the shelves of n lead at least that are not read yet. */
  readonly distance: Float64Array;
  /** Arc towards the target; ~arc when it is walked back. */
  readonly via: Int32Array;
  readonly heap: NodeHeap;
  readonly reached: Int32Array;
  readonly passed: Int32Array;
  readonly shelves: Shelves;
}

/** One search: from the target backwards, then one path is filled. */
function searcher(net: Network, shelves: Shelves): { from(target: number): Cut | undefined; spent(): number } {
  const distance = new Float64Array(2 * net.nodes).fill(Number.POSITIVE_INFINITY);
  const labels: Labels = {
    distance,
    via: new Int32Array(net.nodes),
    heap: nodeHeap(distance),
    reached: new Int32Array(net.nodes),
    passed: new Int32Array(net.nodes),
    shelves,
  };
  let round = 0;
  let spent = 0;
  const from = (target: number) => {
    round += 1;
    const { found, reached, passed, work } = nearest(net, labels, target, round);
    spent += work;
    const far = distance[found] ?? 0;
    for (let at = 0; at < passed; at++) {
      const node = labels.passed[at] as number;
      if (found >= 0) net.price[node] = (net.price[node] as number) + far - (distance[node] as number);
    }
    for (let at = 0; at < reached; at++) distance[labels.reached[at] as number] = Number.POSITIVE_INFINITY;
    if (found < 0) return { inside: insideOf(net.nodes, labels.passed.subarray(0, passed)) };
    fill(net, labels.via, found, target);
    return undefined;
  };
  return { from, spent: () => spent };
}

function insideOf(nodes: number, passed: Int32Array): Uint8Array {
  const inside = new Uint8Array(nodes);
  for (const node of passed) inside[node] = 1;
  return inside;
}

/** Dijkstra on reduced costs, which are whole numbers and never below 0. One long loop, because nearly all time goes here. */
function nearest(net: Network, labels: Labels, target: number, now: number) {
  const { nodes, balance, price, inStart, inArcs, inTail, inCost, outStart, outArcs, outHead, outCost, holding } = net;
  const { firstShelf, shelfBound } = net;
  const { distance, via, heap } = labels;
  const { round, read, tidy } = labels.shelves;
  let reached = 0;
  let passed = 0;
  let work = 0;
  let limit = Number.POSITIVE_INFINITY;
  let found = -1;
  heap.clear();
  distance[target] = 0;
  labels.reached[reached++] = target;
  heap.lift(target);
  for (let top = heap.pop(); top >= 0; top = heap.pop()) {
    const reach = distance[top] as number;
    if (reach >= limit) break;
    const node = top < nodes ? top : top - nodes;
    const offset = (distance[node] as number) - (price[node] as number);
    if (top === node) {
      labels.passed[passed++] = node;
      tidy(node);
    }
    const first = firstShelf[node] as number;
    const last = firstShelf[node + 1] as number;
    let rest = Number.POSITIVE_INFINITY;
    for (let shelf = first; shelf < last; shelf++) {
      if (round[shelf] === now) continue;
      const lead = shelfBound[shelf] as number;
      if (offset + lead > reach) {
        if (lead < rest) rest = lead;
        continue;
      }
      round[shelf] = now;
      let at = (inStart[node] as number) + (shelf - first) * SHELF;
      const end = Math.min(at + SHELF, inStart[node + 1] as number);
      read[node] = (read[node] as number) + SHELF;
      work += SHELF;
      let least = Number.POSITIVE_INFINITY;
      for (; at < end; at++) {
        const from = inTail[at] as number;
        const value = (inCost[at] as number) + (price[from] as number);
        if (value < least) least = value;
        const length = offset + value;
        const known = distance[from] as number;
        if (length >= known || length >= limit) continue;
        if (known === Number.POSITIVE_INFINITY) labels.reached[reached++] = from;
        distance[from] = length;
        via[from] = inArcs[at] as number;
        if ((balance[from] as number) > 0) {
          limit = length;
          found = from;
        } else heap.lift(from);
      }
      shelfBound[shelf] = least;
    }
    if (offset + rest < limit) {
      distance[nodes + node] = offset + rest;
      heap.lift(nodes + node);
    }
    if (top !== node) continue;
    const outEnd = (outStart[node] as number) + (holding[node] as number);
    for (let at = outStart[node] as number; at < outEnd; at++) {
      const from = outHead[at] as number;
      const length = offset - (outCost[at] as number) + (price[from] as number);
      const known = distance[from] as number;
      if (length >= known || length >= limit) continue;
      if (known === Number.POSITIVE_INFINITY) labels.reached[reached++] = from;
      distance[from] = length;
      via[from] = ~(outArcs[at] as number);
      if ((balance[from] as number) > 0) {
        limit = length;
        found = from;
      } else heap.lift(from);
    }
  }
  return { found, reached, passed, work };
}
