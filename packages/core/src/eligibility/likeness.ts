/** The only place that says whether two descriptions are of the same service. */

/** Jaccard index of the words of three letters or more, 0 to 1; nothing is like nothing. */
export function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Two texts that have so much in common are taken for one service told twice. */
export const sameServiceFrom = 0.6;

function wordsOf(text: string): Set<string> {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3));
}
