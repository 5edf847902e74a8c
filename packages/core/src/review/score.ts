/** The only place where marks become percents: weighted over what was assessed, mean over reviews, two decimals half up (domain §9). */
import { compareFractions, dividedBy, type Fraction, fractionOf, minus, plus, rounded, times } from "./fraction.ts";
import type { Mark, Review } from "./review.ts";
import type { Criterion, Rubric } from "./rubric.ts";

/** So many points between the highest and the lowest review ask for one more. */
export const spreadMost = 40;

export interface Score {
  /** Percent, two decimals; absent where no review assessed anything. */
  readonly mean?: number;
  readonly median?: number;
  readonly lowest?: number;
  readonly highest?: number;
  /** Highest less lowest, in points; exact before it was rounded. */
  readonly spread: number;
  readonly wide: boolean;
  /** Reviews with at least one assessed criterion. */
  readonly counted: number;
}

const nothing: Fraction = { over: 0n, under: 1n };

/** Σ w·s/m ÷ Σ w over the assessed criteria × 100; undefined if none was. *Not assessable* and *out of scope* never count as zero. */
function exactPercent(rubric: Rubric, marks: readonly Mark[]): Fraction | undefined {
  const assessed = rubric.criteria.flatMap((criterion) => {
    const score = marks.find((mark) => mark.criterion === criterion.id)?.score;
    return typeof score === "number" ? [{ criterion, score }] : [];
  });
  const weights = assessed.reduce((sum, { criterion }) => sum + criterion.weight, 0);
  if (weights === 0) return undefined;
  const total = assessed.reduce((sum, { criterion, score }) => plus(sum, weighted(criterion, score)), nothing);
  return dividedBy(times(total, 100), weights);
}

function weighted({ weight, max }: Criterion, score: number): Fraction {
  return dividedBy(times(fractionOf(score), weight), max);
}

/** One review in percent, two decimals; undefined where nothing was assessed. */
export function percentOf(rubric: Rubric, marks: readonly Mark[]): number | undefined {
  const exact = exactPercent(rubric, marks);
  return exact === undefined ? undefined : rounded(exact);
}

/** Over the filed reviews; drafts and those set aside do not count. */
export function scoreOf(rubric: Rubric, reviews: readonly Pick<Review, "status" | "marks">[]): Score {
  const percents = reviews
    .filter(({ status }) => status === "filed")
    .flatMap(({ marks }) => exactPercent(rubric, marks) ?? [])
    .sort(compareFractions);
  const [lowest] = percents;
  const highest = percents.at(-1);
  if (lowest === undefined || highest === undefined) return { spread: 0, wide: false, counted: 0 };
  const range = minus(highest, lowest);
  return {
    mean: rounded(dividedBy(percents.reduce(plus, nothing), percents.length)),
    median: rounded(middleOf(percents)),
    lowest: rounded(lowest),
    highest: rounded(highest),
    spread: rounded(range),
    wide: compareFractions(range, fractionOf(spreadMost)) > 0,
    counted: percents.length,
  };
}

function middleOf(sorted: readonly Fraction[]): Fraction {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? nothing;
  return sorted.length % 2 === 1 ? upper : dividedBy(plus(upper, sorted[half - 1] ?? nothing), 2);
}

/** Mean mark of one criterion over the filed reviews that assessed it, two decimals. */
export function meanMark(
  criterionId: string,
  reviews: readonly Pick<Review, "status" | "marks">[],
): number | undefined {
  const given = reviews
    .filter(({ status }) => status === "filed")
    .flatMap(({ marks }) => marks.filter(({ criterion }) => criterion === criterionId))
    .flatMap(({ score }) => (typeof score === "number" ? [fractionOf(score)] : []));
  return given.length === 0 ? undefined : rounded(dividedBy(given.reduce(plus, nothing), given.length));
}
