/** One thing that is wrong with a network file: where, and in words for the person who wrote it. */
export interface Problem {
  /** `parks[1].debtor.iban` */
  readonly path: string;
  readonly text: string;
}

/** Every value that occurs more than once, at its second and later places. */
export function repeated<T>(list: readonly T[], path: string, what: string, key: (item: T) => string): Problem[] {
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const value = key(item);
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ path: `${path}[${index}]`, text: `${what} "${value}" is there twice.` }];
  });
}
