/** The only place where chance enters an assignment: the order in which equals are tried. */

/**
 * Positions of the ids in an order that depends on the ids and the seed alone, not on the order they were given in.
 * Fisher–Yates over the sorted ids, drawn from splitmix32.
 */
export function drawnOrder(ids: readonly string[], seed: number): Int32Array {
  const order = Int32Array.from(ids.keys()).sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
  let state = seed | 0;
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let bits = state ^ (state >>> 16);
    bits = Math.imul(bits, 0x21f0aaad);
    bits ^= bits >>> 15;
    bits = Math.imul(bits, 0x735a2d97);
    return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
  };
  for (let at = order.length - 1; at > 0; at--) {
    const with_ = Math.floor(next() * (at + 1));
    const here = order[at] as number;
    order[at] = order[with_] as number;
    order[with_] = here;
  }
  return order;
}
