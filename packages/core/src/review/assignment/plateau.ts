/**
 * Fills many paths at once where prices leave nothing to choose: a blocking flow (Dinic, 1970) over the arcs whose reduced
 * cost is 0. A single search would walk the same plateau again for every path.
 */
import { fill, type Network, SHELF } from "./network.ts";

/** Balances what can be balanced so, by shortest paths. @returns whether there was any */
export function plateauFiller(net: Network): () => boolean {
  const { nodes, balance, price, inStart, inArcs, inTail, inCost, outStart, outArcs, outHead, outCost, holding } = net;
  const { firstShelf: first, shelfBound: bound } = net;
  const { tail, head } = net.arcs;
  /** Steps to the nearest node that lacks flow; 0: not reached, or given up. */
  const level = new Int32Array(nodes);
  const queue = new Int32Array(nodes);
  const nextIn = new Int32Array(nodes);
  const nextOut = new Int32Array(nodes);
  const via = new Int32Array(nodes);

  /** The next arc towards `node` that nobody has tried from a node of the wanted level, as in `via`. */
  const step = (node: number, wanted: number): number | undefined => {
    const here = price[node] as number;
    const start = inStart[node] as number;
    const end = inStart[node + 1] as number;
    let at = nextIn[node] as number;
    while (at < end) {
      const behind = at - start;
      if (behind % SHELF === 0 && (bound[(first[node] as number) + behind / SHELF] as number) > here) {
        at += SHELF;
        continue;
      }
      const from = inTail[at] as number;
      if (level[from] === wanted && (inCost[at] as number) + (price[from] as number) === here) {
        nextIn[node] = at + 1;
        return inArcs[at] as number;
      }
      at += 1;
    }
    nextIn[node] = end;
    const outEnd = (outStart[node] as number) + (holding[node] as number);
    for (at = nextOut[node] as number; at < outEnd; at++) {
      const from = outHead[at] as number;
      if (level[from] !== wanted || (price[from] as number) !== here + (outCost[at] as number)) continue;
      nextOut[node] = at + 1;
      return ~(outArcs[at] as number);
    }
    nextOut[node] = at;
    return undefined;
  };

  const rewind = () => {
    nextIn.set(inStart.subarray(0, nodes));
    nextOut.set(outStart.subarray(0, nodes));
  };

  /** Numbers the nodes by their steps, as far as the first that have too much. */
  const measure = (): boolean => {
    level.fill(0);
    rewind();
    let count = 0;
    for (let node = 0; node < nodes; node++)
      if ((balance[node] as number) < 0) {
        level[node] = 1;
        queue[count++] = node;
      }
    let last = Number.POSITIVE_INFINITY;
    for (let at = 0; at < count; at++) {
      const node = queue[at] as number;
      const next = (level[node] as number) + 1;
      if (next > last) break;
      for (let found = step(node, 0); found !== undefined; found = step(node, 0)) {
        const from = (found < 0 ? head[~found] : tail[found]) as number;
        level[from] = next;
        queue[count++] = from;
        if ((balance[from] as number) > 0) last = next;
      }
    }
    return last < Number.POSITIVE_INFINITY;
  };

  return () => {
    if (!measure()) return false;
    rewind();
    for (let target = 0; target < nodes; target++) {
      let node = target;
      while ((balance[target] as number) < 0 && level[target] === 1) {
        const found = step(node, (level[node] as number) + 1);
        if (found !== undefined) {
          node = (found < 0 ? head[~found] : tail[found]) as number;
          via[node] = found;
          if ((balance[node] as number) <= 0) continue;
          fill(net, via, node, target);
          node = target;
        } else {
          level[node] = 0;
          const back = via[node] as number;
          if (node !== target) node = (back < 0 ? tail[~back] : head[back]) as number;
        }
      }
    }
    return true;
  };
}
