/** Enough of a hash to tell two apart: `9f3c…e1a7`. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-4)}`;
}
