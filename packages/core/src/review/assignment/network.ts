/** The flow network as typed arrays: arcs with lower and upper bounds, what flows, and a price at each node. */

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

export interface Network {
  readonly nodes: number;
  readonly arcs: ArcList;
  readonly flow: Int32Array;
  /** Reduced cost of an arc is cost + price[tail] − price[head]: never below 0 with room, never above 0 with flow to give back. */
  readonly price: Float64Array;
  /** What came in and was supplied, less what went out and was demanded: all 0 when the flow holds. */
  readonly balance: Int32Array;
  /** Arcs into node n: inArcs[inStart[n] … inStart[n + 1]). */
  readonly inStart: Int32Array;
  readonly inArcs: Int32Array;
  /** Arcs out of node n that hold flow: outArcs[outStart[n] … outStart[n] + holding[n]). */
  readonly outStart: Int32Array;
  readonly outArcs: Int32Array;
  readonly holding: Int32Array;
  readonly place: Int32Array;
}

/** A network at its lower bounds. @param supply by node, demand below 0; adds up to 0 */
export function network(nodes: number, arcs: ArcList, supply: Int32Array): Network {
  const incoming = byNode(nodes, arcs.count, arcs.head);
  const outgoing = byNode(nodes, arcs.count, arcs.tail);
  const place = new Int32Array(arcs.count);
  for (let at = 0; at < arcs.count; at++) place[outgoing.list[at] as number] = at;
  const net: Network = {
    nodes,
    arcs,
    flow: new Int32Array(arcs.count),
    price: new Float64Array(nodes),
    balance: supply.slice(),
    inStart: incoming.start,
    inArcs: incoming.list,
    outStart: outgoing.start,
    outArcs: outgoing.list,
    holding: new Int32Array(nodes),
    place,
  };
  for (let arc = 0; arc < arcs.count; arc++) {
    const low = arcs.low[arc] as number;
    if (low > 0) push(net, arc, low);
  }
  return net;
}

/** Sends units along an arc (back when below 0) and keeps balances and the list of holding arcs. Bounds are the caller's. */
export function push(net: Network, arc: number, units: number): void {
  const { flow, balance, outStart, outArcs, holding, place } = net;
  const tail = net.arcs.tail[arc] as number;
  const head = net.arcs.head[arc] as number;
  const before = flow[arc] as number;
  const after = before + units;
  flow[arc] = after;
  balance[tail] = (balance[tail] as number) - units;
  balance[head] = (balance[head] as number) + units;
  if (before > 0 === after > 0) return;
  // The first `holding` of the tail's arcs are those with flow: the arc changes places with the one at the border.
  const held = (holding[tail] as number) + (after > 0 ? 1 : -1);
  holding[tail] = held;
  const border = (outStart[tail] as number) + (after > 0 ? held - 1 : held);
  const other = outArcs[border] as number;
  const from = place[arc] as number;
  outArcs[border] = arc;
  outArcs[from] = other;
  place[arc] = border;
  place[other] = from;
}

/** Cost of all that flows, in units. */
export function flowCost(net: Network): number {
  let sum = 0;
  for (const arc of heldArcs(net)) sum += (net.flow[arc] as number) * (net.arcs.cost[arc] as number);
  return sum;
}

/** All arcs with flow, by node and then by number, whatever order they came to hold it in. */
export function heldArcs(net: Network): number[] {
  const held: number[] = [];
  for (let node = 0; node < net.nodes; node++) {
    const start = net.outStart[node] as number;
    const mine = net.outArcs.slice(start, start + (net.holding[node] as number));
    for (const arc of mine.sort()) held.push(arc);
  }
  return held;
}

/** What flows and what it is worth, to come back to. */
export interface Snapshot {
  readonly arcs: Int32Array;
  readonly flow: Int32Array;
  readonly price: Float64Array;
}

export function takeSnapshot(net: Network): Snapshot {
  const arcs = Int32Array.from(heldArcs(net));
  return { arcs, flow: arcs.map((arc) => net.flow[arc] as number), price: net.price.slice() };
}

/** Back to a snapshot. Bounds that changed since are the caller's. */
export function restore(net: Network, { arcs, flow, price }: Snapshot): void {
  for (const arc of heldArcs(net)) push(net, arc, -(net.flow[arc] as number));
  for (let at = 0; at < arcs.length; at++) push(net, arcs[at] as number, flow[at] as number);
  net.price.set(price);
}

function byNode(nodes: number, count: number, ends: Int32Array): { start: Int32Array; list: Int32Array } {
  const start = new Int32Array(nodes + 1);
  for (let arc = 0; arc < count; arc++) {
    const next = (ends[arc] as number) + 1;
    start[next] = (start[next] as number) + 1;
  }
  for (let node = 0; node < nodes; node++) start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  const list = new Int32Array(count);
  const next = start.slice();
  for (let arc = 0; arc < count; arc++) {
    const node = ends[arc] as number;
    const at = next[node] as number;
    list[at] = arc;
    next[node] = at + 1;
  }
  return { start, list };
}
