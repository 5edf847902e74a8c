import type { Mark, Review } from "@multihelix/core/review/review.ts";
import { defaultVoucherRubric as rubric } from "@multihelix/core/review/rubric.ts";
import { meanMark, percentOf, scoreOf } from "@multihelix/core/review/score.ts";
import Big from "big.js";
import { describe, expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";

type Answer = Mark["score"];
const ids = rubric.criteria.map(({ id }) => id);

/** Marks in the order relevance, quality, effect, value. */
function marks(...scores: Answer[]): Mark[] {
  return scores.map((score, index) => ({ criterion: ids[index] ?? "", score, toApplicant: "words", toPark: "" }));
}

function filed(...scores: Answer[]): Pick<Review, "status" | "marks"> {
  return { status: "filed", marks: marks(...scores) };
}

describe("the percent of one review (domain 9)", () => {
  test("is the weighted mean of score over scale", () => {
    expect(percentOf(rubric, marks(4, 4, 4, 4))).toBe(80);
    expect(percentOf(rubric, marks(5, 0, 0, 0))).toBe(30);
    expect(percentOf(rubric, marks(3, 4, 5, 2))).toBe(73);
  });

  test("leaves out what is not assessable or out of scope: it never counts as zero", () => {
    expect(percentOf(rubric, marks(4, "not-assessable", 4, 4))).toBe(80);
    expect(percentOf(rubric, marks(4, "out-of-scope", "not-assessable", 4))).toBe(80);
    expect(percentOf(rubric, marks(5, "not-assessable", 0, 0))).toBe(42.86);
  });

  test("does not exist where nothing was assessed", () => {
    expect(
      percentOf(rubric, marks("not-assessable", "out-of-scope", "not-assessable", "out-of-scope")),
    ).toBeUndefined();
    expect(percentOf(rubric, [])).toBeUndefined();
  });

  test("rounds half up at the second decimal, from the exact value", () => {
    const two = {
      threshold: 60,
      criteria: [
        { ...criterion("a", 1), max: 8 },
        { ...criterion("b", 99), max: 8 },
      ],
    };
    const of = (a: number, b: number) => percentOf(two, [markOf("a", a), markOf("b", b)]);
    expect(of(5, 0)).toBe(0.63);
    expect(of(1, 0)).toBe(0.13);
    expect(of(3, 0)).toBe(0.38);
  });

  test("lies between 0 and 100, and grows with any mark", () => {
    const answer = fc.oneof(
      fc.integer({ min: 0, max: 5 }),
      fc.constant("not-assessable" as const),
      fc.constant("out-of-scope" as const),
    );
    fc.assert(
      fc.property(fc.array(answer, { minLength: 4, maxLength: 4 }), fc.nat(3), (scores, index) => {
        const before = percentOf(rubric, marks(...scores));
        if (before === undefined) return;
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(100);
        const score = scores[index];
        if (typeof score !== "number" || score === 5) return;
        expect(percentOf(rubric, marks(...scores.with(index, score + 1)))).toBeGreaterThan(before);
      }),
    );
  });

  test("agrees with decimal arithmetic of forty places", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (scores, kept) => {
          const Exact = Big();
          Exact.DP = 40;
          const given = scores.slice(0, kept);
          const weights = rubric.criteria.slice(0, kept).reduce((sum, { weight }) => sum + weight, 0);
          const total = given.reduce(
            (sum, score, index) => sum.plus(new Exact(score).times(rubric.criteria[index]?.weight ?? 0).div(5)),
            new Exact(0),
          );
          const expected = Number(total.times(100).div(weights).round(2, Big.roundHalfUp));
          expect(percentOf(rubric, marks(...given))).toBe(expected);
        },
      ),
    );
  });
});

describe("the score of an application", () => {
  test("is the mean over reviews, with median and range beside it", () => {
    expect(scoreOf(rubric, [filed(5, 5, 5, 5), filed(4, 4, 4, 4), filed(0, 0, 0, 0)])).toEqual({
      mean: 60,
      median: 80,
      lowest: 0,
      highest: 100,
      spread: 100,
      wide: true,
      counted: 3,
    });
  });

  test("rounds once, after the mean", () => {
    const reviews = [filed(5, "not-assessable", 0, 0), filed(5, "not-assessable", 0, 0), filed(0, 0, 0, 0)];
    expect(scoreOf(rubric, reviews).mean).toBe(28.57);
  });

  test("counts filed reviews only: neither drafts nor those set aside", () => {
    const others = (["draft", "set-aside"] as const).map((status) => ({ status, marks: marks(0, 0, 0, 0) }));
    expect(scoreOf(rubric, [filed(4, 4, 4, 4), ...others])).toMatchObject({ mean: 80, counted: 1, spread: 0 });
  });

  test("a review that assessed nothing is no review of zero", () => {
    const empty = filed("not-assessable", "not-assessable", "not-assessable", "not-assessable");
    expect(scoreOf(rubric, [filed(4, 4, 4, 4), empty])).toMatchObject({ mean: 80, counted: 1 });
    expect(scoreOf(rubric, [empty])).toEqual({ spread: 0, wide: false, counted: 0 });
  });

  test("a spread of exactly 40 points is not over 40; the least above is", () => {
    expect(scoreOf(rubric, [filed(5, 5, 5, 5), filed(3, 3, 3, 3)])).toMatchObject({ spread: 40, wide: false });
    expect(scoreOf(rubric, [filed(5, 5, 5, 5), filed(3, 3, 3, 2)])).toMatchObject({ spread: 43, wide: true });
  });

  test("does not depend on the order of the reviews", () => {
    const review = fc
      .array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 })
      .map((scores) => filed(...scores));
    fc.assert(
      fc.property(fc.array(review, { minLength: 1, maxLength: 5 }), (reviews) => {
        const score = scoreOf(rubric, reviews);
        expect(scoreOf(rubric, reviews.toReversed())).toEqual(score);
        expect(score.mean).toBeGreaterThanOrEqual(score.lowest ?? 0);
        expect(score.mean).toBeLessThanOrEqual(score.highest ?? 100);
      }),
    );
  });

  test("the mean mark of a criterion is over those who assessed it", () => {
    const reviews = [filed(4, 4, 4, 4), filed("not-assessable", 1, 1, 1), filed(5, 1, 1, 1)];
    expect(meanMark("relevance", reviews)).toBe(4.5);
    expect(meanMark("relevance", [filed("out-of-scope", 1, 1, 1)])).toBeUndefined();
  });
});

function criterion(id: string, weight: number) {
  return { id, label: id, max: 5, weight, halfMarks: false, anchors: [] };
}

function markOf(id: string, score: Answer): Mark {
  return { criterion: id, score, toApplicant: "words", toPark: "" };
}
