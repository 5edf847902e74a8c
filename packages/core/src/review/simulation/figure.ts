/** The middle of some numbers, and their mean as it is told. */

/** The middle one; of an even number the lower of the two, so that it is one of them. 0 of none. */
export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length / 2) - 1)] ?? 0;
}

/** With one decimal. @param among how many */
export function meanOf(sum: number, among: number): number {
  return among === 0 ? 0 : Math.round((sum / among) * 10) / 10;
}
