/**
 * Makes the flow hold at least cost: successive shortest paths from each node that lacks flow back to the nearest one
 * that has too much (Ahuja, Magnanti, Orlin, Network Flows, 1993, ch. 9). Prices stay right after every step, so bounds
 * may change between two calls and the next call only mends what they broke.
 */
import { type NodeHeap, nodeHeap } from "./heap.ts";
import { type Network, push } from "./network.ts";

export interface Settler {
  /** Settles all nodes. A result is a proof that it cannot be done: see `Cut`. */
  settle(): Cut | undefined;
  /** Demands that the arc of at most one unit is used, or that it is not; `settle` afterwards. */
  force(arc: number): void;
  forbid(arc: number): void;
  /** Bounds as they were before `force` and `forbid`; flow is the caller's. */
  release(arc: number): void;
}

/** Nodes that lack flow and that nothing can reach: what they need exceeds all that may come in. */
export interface Cut {
  readonly inside: Uint8Array;
}

export function settler(net: Network): Settler {
  const search = searcher(net);
  const { arcs } = net;
  const settle = () => {
    for (let node = 0; node < net.nodes; node++)
      while ((net.balance[node] as number) < 0) {
        const cut = search(node);
        if (cut !== undefined) return cut;
      }
    return undefined;
  };
  return {
    settle,
    force(arc) {
      arcs.low[arc] = 1;
      arcs.high[arc] = 1;
      if (net.flow[arc] === 0) push(net, arc, 1);
    },
    forbid(arc) {
      arcs.low[arc] = 0;
      arcs.high[arc] = 0;
      if (net.flow[arc] === 1) push(net, arc, -1);
    },
    release(arc) {
      arcs.low[arc] = 0;
      arcs.high[arc] = 1;
    },
  };
}

interface Labels {
  readonly distance: Float64Array;
  /** Arc towards the target; ~arc when it is walked back. */
  readonly via: Int32Array;
  /** Round in which the node was labelled. */
  readonly round: Int32Array;
  readonly heap: NodeHeap;
  readonly passed: Int32Array;
}

/** One search: from the target backwards, then one path is filled. */
function searcher(net: Network): (target: number) => Cut | undefined {
  const distance = new Float64Array(net.nodes);
  const labels: Labels = {
    distance,
    via: new Int32Array(net.nodes),
    round: new Int32Array(net.nodes),
    heap: nodeHeap(distance),
    passed: new Int32Array(net.nodes),
  };
  let now = 0;
  return (target) => {
    now += 1;
    const { found, count } = nearest(net, labels, target, now);
    if (found < 0) {
      const inside = new Uint8Array(net.nodes);
      for (let at = 0; at < count; at++) inside[labels.passed[at] as number] = 1;
      return { inside };
    }
    const far = distance[found] as number;
    for (let at = 0; at < count; at++) {
      const node = labels.passed[at] as number;
      net.price[node] = (net.price[node] as number) + far - (distance[node] as number);
    }
    fill(net, labels.via, found, target);
    return undefined;
  };
}

/** Dijkstra on reduced costs, which are whole numbers and never below 0. */
function nearest(net: Network, labels: Labels, target: number, now: number): { found: number; count: number } {
  const { balance, price, flow, inStart, inArcs, outStart, outArcs, holding } = net;
  const { tail, head, cost, low, high } = net.arcs;
  const { distance, via, round, heap, passed } = labels;
  let count = 0;
  let limit = Number.POSITIVE_INFINITY;
  let found = -1;
  heap.clear();
  distance[target] = 0;
  round[target] = now;
  heap.lift(target);
  for (let node = heap.pop(); node >= 0; node = heap.pop()) {
    const base = distance[node] as number;
    if (base >= limit) break;
    passed[count++] = node;
    const offset = base - (price[node] as number);
    const inEnd = inStart[node + 1] as number;
    for (let at = inStart[node] as number; at < inEnd; at++) {
      const arc = inArcs[at] as number;
      const from = tail[arc] as number;
      const length = offset + (cost[arc] as number) + (price[from] as number);
      if (length >= limit || (round[from] === now && length >= (distance[from] as number))) continue;
      if ((flow[arc] as number) >= (high[arc] as number)) continue;
      distance[from] = length;
      round[from] = now;
      via[from] = arc;
      if ((balance[from] as number) > 0) {
        limit = length;
        found = from;
      } else heap.lift(from);
    }
    const outEnd = (outStart[node] as number) + (holding[node] as number);
    for (let at = outStart[node] as number; at < outEnd; at++) {
      const arc = outArcs[at] as number;
      const from = head[arc] as number;
      const length = offset - (cost[arc] as number) + (price[from] as number);
      if (length >= limit || (round[from] === now && length >= (distance[from] as number))) continue;
      if ((flow[arc] as number) <= (low[arc] as number)) continue;
      distance[from] = length;
      round[from] = now;
      via[from] = ~arc;
      if ((balance[from] as number) > 0) {
        limit = length;
        found = from;
      } else heap.lift(from);
    }
    if (base === limit) break;
  }
  return { found, count };
}

function fill(net: Network, via: Int32Array, from: number, target: number): void {
  const { flow, arcs, balance } = net;
  let units = Math.min(balance[from] as number, -(balance[target] as number));
  for (let node = from; node !== target; ) {
    const step = via[node] as number;
    const arc = step < 0 ? ~step : step;
    const room =
      step < 0 ? (flow[arc] as number) - (arcs.low[arc] as number) : (arcs.high[arc] as number) - (flow[arc] as number);
    units = Math.min(units, room);
    node = (step < 0 ? arcs.tail[arc] : arcs.head[arc]) as number;
  }
  for (let node = from; node !== target; ) {
    const step = via[node] as number;
    const arc = step < 0 ? ~step : step;
    push(net, arc, step < 0 ? -units : units);
    node = (step < 0 ? arcs.tail[arc] : arcs.head[arc]) as number;
  }
}
