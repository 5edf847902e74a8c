/** What flows in a network, to be read, added up or come back to. */
import { type Network, push } from "./network.ts";

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
