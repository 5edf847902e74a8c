import { loadCosts, pairCost } from "@multihelix/core/review/assignment/pair-cost.ts";
import { describe, expect, test } from "vitest";

const facts = { match: 0.7, reading: "original", hard: [], soft: [], planned: false } as const;

describe("a pair costs", () => {
  test("what its match lacks", () => expect(pairCost(facts).cost).toBe(0.3));
  test("more for each SOFT conflict and for a translation, and says so", () => {
    const found = pairCost({ ...facts, soft: ["same-park", "tenancy"], reading: "translation" });
    expect(found.cost).toBe(1.15);
    expect(found.parts.map(({ part }) => part)).toEqual(["match", "translation", "soft: same-park", "soft: tenancy"]);
  });
  test("less if it was planned before", () => expect(pairCost({ ...facts, planned: true }).cost).toBe(0.2));
  test("nothing that can be paid with a HARD conflict, or in a language that cannot be read", () => {
    expect(pairCost({ ...facts, hard: ["employer"] })).toMatchObject({
      cost: Number.NaN,
      parts: [{ part: "hard: employer" }],
    });
    expect(pairCost({ ...facts, reading: "none" }).cost).toBeNaN();
  });
});

test("each further case costs a reviewer more, and more still if the period's load is high", () => {
  expect(loadCosts(4)).toEqual([0.025, 0.075, 0.125, 0.175]);
  expect(loadCosts(2, 6)[0]).toBeGreaterThan(loadCosts(2)[0] ?? 0);
  expect(loadCosts(0)).toEqual([]);
});
