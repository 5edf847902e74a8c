/** The only place that decides what becomes of one piece of writing when two people, or two windows, changed it at once. */
export type Answers = Readonly<Record<string, unknown>>;

export interface Clash {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  /** All of mine, with theirs wherever only they changed; at a clash still mine. */
  readonly answers: Answers;
  /** Fields that came from them. */
  readonly taken: readonly string[];
  /** Fields that both changed, and not to the same. */
  readonly clashes: readonly Clash[];
}

/** @param base what both started from */
export function mergeAnswers(base: Answers, mine: Answers, theirs: Answers): Merged {
  const answers: Record<string, unknown> = {};
  const taken: string[] = [];
  const clashes: Clash[] = [];
  for (const field of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const iChanged = !same(base[field], mine[field]);
    const theyChanged = !same(base[field], theirs[field]);
    const agree = same(mine[field], theirs[field]);
    const value = theyChanged && !iChanged ? theirs[field] : mine[field];
    if (value !== undefined) answers[field] = value;
    if (theyChanged && !iChanged) taken.push(field);
    if (theyChanged && iChanged && !agree) clashes.push({ field, mine: mine[field], theirs: theirs[field] });
  }
  return { answers, taken, clashes };
}

/** Equal as JSON, whatever the order of the keys. */
export function same(a: unknown, b: unknown): boolean {
  return plain(a) === plain(b);
}

function plain(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ""
  );
}
