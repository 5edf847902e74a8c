/** The pot of a park with and without this case: what stays available before and after it. */
import type { Pot } from "./staff-query.ts";

export interface PotEffect {
  /** Whole appropriation of the key. */
  readonly budget: number;
  /** Bound by other cases in any account. */
  readonly others: number;
  /** Free if this case took nothing. */
  readonly before: number;
  /** What this case takes: what it holds, else its share of the amount. */
  readonly taken: number;
  /** Free with it; below zero if the pot does not carry it. */
  readonly after: number;
  /** The case holds its money already. */
  readonly held: boolean;
}

type PotFigures = Pick<Pot, "given" | "available" | "held" | "share">;

export function potEffect({ given: budget, available, held, share }: PotFigures): PotEffect {
  const before = available + held;
  const taken = held > 0 ? held : (share?.amount ?? 0);
  return { budget, others: Math.max(0, budget - before), before, taken, after: before - taken, held: held > 0 };
}

/** The effect of an amount that is only thought of: whatever the case holds now is counted as free. */
export function thoughtEffect(pot: PotFigures): PotEffect {
  const { budget, others, before } = potEffect(pot);
  const taken = pot.share?.amount ?? 0;
  return { budget, others, before, taken, after: before - taken, held: false };
}
