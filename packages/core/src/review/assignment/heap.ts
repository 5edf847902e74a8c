/** The only heap of the solver: node numbers by their distance, smallest on top, with decrease-key. */

export interface NodeHeap {
  clear(): void;
  /** Adds the node, or lifts it after its distance fell. */
  lift(node: number): void;
  /** Takes the nearest node; −1 when there is none. */
  pop(): number;
}

const ARITY = 4;

/** Equal distances leave in an order that depends on nothing but the calls, so that runs repeat. */
export function nodeHeap(distance: Float64Array): NodeHeap {
  const slots = new Int32Array(distance.length);
  const places = new Int32Array(distance.length).fill(-1);
  let size = 0;

  const up = (from: number, node: number) => {
    const key = distance[node] as number;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 2;
      const other = slots[above] as number;
      if ((distance[other] as number) <= key) break;
      slots[at] = other;
      places[other] = at;
      at = above;
    }
    slots[at] = node;
    places[node] = at;
  };

  const down = (node: number) => {
    const key = distance[node] as number;
    let at = 0;
    for (;;) {
      const first = at * ARITY + 1;
      if (first >= size) break;
      let best = first;
      let bestKey = distance[slots[first] as number] as number;
      const last = Math.min(first + ARITY, size);
      for (let child = first + 1; child < last; child++) {
        const childKey = distance[slots[child] as number] as number;
        if (childKey < bestKey) {
          best = child;
          bestKey = childKey;
        }
      }
      if (bestKey >= key) break;
      const moved = slots[best] as number;
      slots[at] = moved;
      places[moved] = at;
      at = best;
    }
    slots[at] = node;
    places[node] = at;
  };

  return {
    clear() {
      for (let at = 0; at < size; at++) places[slots[at] as number] = -1;
      size = 0;
    },
    lift(node) {
      const place = places[node] as number;
      up(place < 0 ? size++ : place, node);
    },
    pop() {
      if (size === 0) return -1;
      const top = slots[0] as number;
      places[top] = -1;
      size -= 1;
      if (size > 0) down(slots[size] as number);
      return top;
    },
  };
}
