/** The ways to ask for less when there is no plan, and what each is worth: the only place that says what gives way first. */

export interface Relief {
  /** Its flow says how often it was used; a started pair is given up when its own arc is empty. */
  readonly arc: number;
  readonly kind: "raise-most" | "lower-least" | "waive" | "release-started" | "want-fewer";
  readonly reviewer?: number;
  readonly case?: number;
  readonly key?: string;
}

/** Fewest units first. */
const UNIT = 2 ** 24;
/** Among equals, what disturbs least: a place more before a rule less before a review less. */
const order: readonly Relief["kind"][] = ["raise-most", "waive", "lower-least", "release-started", "want-fewer"];
const STEP = 4;

export function reliefPrice(kind: Relief["kind"]): number {
  return UNIT + STEP * order.indexOf(kind);
}

/** The second place more for the same reviewer comes after the first for another. */
export const secondPlacePrice = reliefPrice("raise-most") + 1;
