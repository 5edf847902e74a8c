/** The only place that says how many reviews an amount gets: none, one, two or three (domain §4, review plan). */
import type { Call } from "./call.ts";
import type { CallProblem } from "./call-problems.ts";

type Bands = Pick<Call, "noReviewUpTo" | "oneReviewUpTo" | "twoReviewsUpTo">;

/** @param amount minor units of the call's currency. */
export function reviewsFor({ noReviewUpTo, oneReviewUpTo, twoReviewsUpTo }: Bands, amount: number): 0 | 1 | 2 | 3 {
  if (noReviewUpTo !== undefined && amount <= noReviewUpTo) return 0;
  if (amount <= oneReviewUpTo) return 1;
  return twoReviewsUpTo === undefined || amount <= twoReviewsUpTo ? 2 : 3;
}

/** Bands follow each other, and what is ranked by its reviews has one. */
export function bandProblems({ mode, noReviewUpTo, oneReviewUpTo, twoReviewsUpTo }: Call): CallProblem[] {
  const problems: CallProblem[] = [];
  if (noReviewUpTo !== undefined && mode === "deadline")
    problems.push({
      path: "noReviewUpTo",
      message: "A call with a deadline ranks applications by their reviews: each has one.",
    });
  if (noReviewUpTo !== undefined && noReviewUpTo > oneReviewUpTo)
    problems.push({
      path: "noReviewUpTo",
      message: "The award up to which there is no review is not above the one with one review.",
    });
  if (twoReviewsUpTo !== undefined && twoReviewsUpTo < oneReviewUpTo)
    problems.push({
      path: "twoReviewsUpTo",
      message: "The award above which there are three reviews is not below the one with one review.",
    });
  return problems;
}
