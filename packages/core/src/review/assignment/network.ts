/** The flow network as typed arrays: arcs with lower and upper bounds, what flows, and a price at each node. */
import type { ArcList } from "./arc-list.ts";

/** Incoming arcs are looked at by so many at a time. */
export const SHELF = 32;

export interface Network {
  readonly nodes: number;
  readonly arcs: ArcList;
  readonly flow: Int32Array;
  /** Reduced cost of an arc is cost + price[tail] − price[head]: never below 0 with room, never above 0 with flow to give back. */
  readonly price: Float64Array;
  /** What came in and was supplied, less what went out and was demanded: all 0 when the flow holds. */
  readonly balance: Int32Array;
  /**
   * Arcs into node n: inArcs[inStart[n] … inStart[n + 1]), each at inPlace, with its tail and its cost (Infinity without
   * room) beside it, because a search reads little else.
   */
  readonly inStart: Int32Array;
  readonly inArcs: Int32Array;
  readonly inPlace: Int32Array;
  readonly inTail: Int32Array;
  readonly inCost: Float64Array;
  /**
   * Shelves of incoming arcs of node n: firstShelf[n] … firstShelf[n + 1]. No arc with room on a shelf has cost + price of
   * its tail below the shelf's bound; that stays true because prices only rise.
   */
  readonly firstShelf: Int32Array;
  readonly shelfBound: Float64Array;
  /** Arcs out of node n that hold flow: outArcs[outStart[n] … outStart[n] + holding[n]), each at outPlace, with its head and its cost (−Infinity with nothing to give back) beside it. */
  readonly outStart: Int32Array;
  readonly outArcs: Int32Array;
  readonly outPlace: Int32Array;
  readonly outHead: Int32Array;
  readonly outCost: Float64Array;
  readonly holding: Int32Array;
}

/** A network at its lower bounds. @param supply by node, demand below 0; adds up to 0 */
export function network(nodes: number, arcs: ArcList, supply: Int32Array): Network {
  const { count, tail, head, cost, low, high } = arcs;
  const incoming = byNode(nodes, count, head);
  const outgoing = byNode(nodes, count, tail);
  const firstShelf = new Int32Array(nodes + 1);
  for (let node = 0; node < nodes; node++) {
    const into = (incoming.start[node + 1] as number) - (incoming.start[node] as number);
    firstShelf[node + 1] = (firstShelf[node] as number) + Math.ceil(into / SHELF);
  }
  const net: Network = {
    nodes,
    arcs,
    flow: new Int32Array(count),
    price: new Float64Array(nodes),
    balance: supply.slice(),
    inStart: incoming.start,
    inArcs: incoming.list,
    inPlace: placesIn(incoming.list),
    inTail: incoming.list.map((arc) => tail[arc] as number),
    inCost: Float64Array.from(incoming.list, (arc) =>
      (high[arc] as number) > 0 ? (cost[arc] as number) : Number.POSITIVE_INFINITY,
    ),
    firstShelf,
    shelfBound: new Float64Array(firstShelf[nodes] as number).fill(Number.NEGATIVE_INFINITY),
    outStart: outgoing.start,
    outArcs: outgoing.list,
    outPlace: placesIn(outgoing.list),
    outHead: outgoing.list.map((arc) => head[arc] as number),
    outCost: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    holding: new Int32Array(nodes),
  };
  for (let arc = 0; arc < count; arc++) {
    const units = low[arc] as number;
    if (units > 0) push(net, arc, units);
  }
  return net;
}

/** Sends units along an arc (back when below 0) and keeps balances and lists. Bounds are the caller's. */
export function push(net: Network, arc: number, units: number): void {
  const { flow, balance } = net;
  const tail = net.arcs.tail[arc] as number;
  const head = net.arcs.head[arc] as number;
  const before = flow[arc] as number;
  const after = before + units;
  flow[arc] = after;
  balance[tail] = (balance[tail] as number) - units;
  balance[head] = (balance[head] as number) + units;
  if (before > 0 !== after > 0) hold(net, arc, tail, after > 0);
  const high = net.arcs.high[arc] as number;
  if (before < high !== after < high) showRoom(net, arc);
  showGift(net, arc);
}

/** New bounds of an arc; its flow is the caller's. */
export function setBounds(net: Network, arc: number, low: number, high: number): void {
  net.arcs.low[arc] = low;
  net.arcs.high[arc] = high;
  showRoom(net, arc);
  showGift(net, arc);
}

/** A new cost of an arc; whether its flow still fits is the caller's. */
export function setCost(net: Network, arc: number, cost: number): void {
  net.arcs.cost[arc] = cost;
  showRoom(net, arc);
  showGift(net, arc);
}

/** Reduced cost of an arc. */
export function reducedCost({ arcs, price }: Network, arc: number): number {
  const from = price[arcs.tail[arc] as number] as number;
  return (arcs.cost[arc] as number) + from - (price[arcs.head[arc] as number] as number);
}

/** The first `holding` of a tail's arcs are those with flow: the arc changes places with the one at the border. */
function hold(net: Network, arc: number, tail: number, holds: boolean): void {
  const { outStart, outArcs, outPlace, outHead, outCost, holding } = net;
  const held = (holding[tail] as number) + (holds ? 1 : -1);
  holding[tail] = held;
  const border = (outStart[tail] as number) + (holds ? held - 1 : held);
  const place = outPlace[arc] as number;
  const other = outArcs[border] as number;
  outArcs[border] = arc;
  outPlace[arc] = border;
  outHead[border] = net.arcs.head[arc] as number;
  outArcs[place] = other;
  outPlace[other] = place;
  outHead[place] = net.arcs.head[other] as number;
  outCost[place] = outCost[border] as number;
}

function showGift(net: Network, arc: number): void {
  const gives = (net.flow[arc] as number) > (net.arcs.low[arc] as number);
  net.outCost[net.outPlace[arc] as number] = gives ? (net.arcs.cost[arc] as number) : Number.NEGATIVE_INFINITY;
}

function showRoom(net: Network, arc: number): void {
  const place = net.inPlace[arc] as number;
  if ((net.flow[arc] as number) >= (net.arcs.high[arc] as number)) {
    net.inCost[place] = Number.POSITIVE_INFINITY;
    return;
  }
  const cost = net.arcs.cost[arc] as number;
  net.inCost[place] = cost;
  const head = net.arcs.head[arc] as number;
  const shelf = (net.firstShelf[head] as number) + Math.floor((place - (net.inStart[head] as number)) / SHELF);
  const value = cost + (net.price[net.arcs.tail[arc] as number] as number);
  if (value < (net.shelfBound[shelf] as number)) net.shelfBound[shelf] = value;
}

/** To be called when prices fell. */
export function forgetShelves(net: Network): void {
  net.shelfBound.fill(Number.NEGATIVE_INFINITY);
}

/** Makes any prices right: what they make a loss is filled, what they make a gain is emptied; balances show what is left to do. */
export function fitToPrices(net: Network, arcs?: readonly number[]): void {
  const count = arcs === undefined ? net.arcs.count : arcs.length;
  for (let at = 0; at < count; at++) {
    const arc = arcs === undefined ? at : (arcs[at] as number);
    const reduced = reducedCost(net, arc);
    const low = net.arcs.low[arc] as number;
    const high = net.arcs.high[arc] as number;
    const flow = net.flow[arc] as number;
    if (reduced < 0 && flow < high) push(net, arc, high - flow);
    if (reduced > 0 && flow > low) push(net, arc, low - flow);
  }
}

/** Sends what fits along a path, from a node with too much to one that lacks. @param via by node, the arc towards the target; ~arc when it is walked back */
export function fill(net: Network, via: Int32Array, from: number, target: number): void {
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

function placesIn(list: Int32Array): Int32Array {
  const places = new Int32Array(list.length);
  for (let at = 0; at < list.length; at++) places[list[at] as number] = at;
  return places;
}

/** Numbers of the arcs, sorted by the node at one of their ends. */
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
