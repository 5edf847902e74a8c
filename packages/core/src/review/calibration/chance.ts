/** Chance that repeats: the only source of random numbers of the calibration. */

export interface Chance {
  /** Uniform in (0, 1), 52 bits. */
  uniform(): number;
  /** Normal, mean 0 and deviation 1. */
  normal(): number;
}

/** xoshiro128** (Blackman and Vigna, 2018), its state filled by splitmix32 from the seed. */
export function seededChance(seed: number): Chance {
  let filling = seed | 0;
  const fill = () => {
    filling = (filling + 0x9e3779b9) | 0;
    let bits = Math.imul(filling ^ (filling >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return bits ^ (bits >>> 15);
  };
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const bits32 = () => {
    const scrambled = Math.imul(rotated(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return scrambled >>> 0;
  };
  const uniform = () => ((bits32() >>> 6) * 2 ** 26 + (bits32() >>> 6) + 0.5) / 2 ** 52;
  let spare: number | undefined;
  const normal = () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    // Marsaglia's polar method.
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const stretch = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * stretch;
      return x * stretch;
    }
  };
  return { uniform, normal };
}

function rotated(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}
