import { explainPair, priceOfMoves, priceOfRule } from "@multihelix/core/review/assignment/explain.ts";
import { jointParkRules, voucherParkRules } from "@multihelix/core/review/assignment/park-rule.ts";
import { openAssignment, solveAssignment } from "@multihelix/core/review/assignment/solve.ts";
import { expect, test } from "vitest";
import { assignmentInstance } from "../../../model/assignment-instance.ts";
import { anAssignment, anOpenPlan, pairsOf } from "./world.ts";

/** Two good reviewers share the paying park, so one of them must make room. */
const voucher = anAssignment(
  [{ id: "v1", wanted: 2, bounds: voucherParkRules({ paying: ["wales"], provider: "lund", applicant: "wales" }) }],
  [
    [{ id: "ann", park: "wales" }, 0.1],
    [{ id: "bob", park: "wales" }, 0.15],
    [{ id: "cat", park: "uppsala" }, 0.56],
  ],
);

test("a park rule that changes the optimum is named, with what it costs", () => {
  const open = anOpenPlan(voucher);
  expect(pairsOf(open.plan)).toEqual(["ann>v1", "cat>v1"]);
  expect(pairsOf(anOpenPlan({ ...voucher, cases: [{ id: "v1", wanted: 2, bounds: [] }] }).plan)).toEqual([
    "ann>v1",
    "bob>v1",
  ]);
  const joint = anOpenPlan({ ...voucher, cases: [{ id: "v1", wanted: 2, bounds: jointParkRules(["wales"]) }] });
  expect(priceOfRule(joint, "v1", "partnerless-park")).toMatchObject({
    change: -0.41,
    text: "The rule for v1 (at least one reviewer from a park without a partner) changes the plan: it costs 0.41. Without it bob takes v1, cat leaves v1.",
  });
});

test("a pair that is not assigned is answered with its price and with the rule behind it", () => {
  const why = explainPair(anOpenPlan(voucher), { reviewer: "bob", case: "v1" });
  expect(why.verdict).toBe("not-assigned");
  expect(why.change).toBeCloseTo(0.05);
  expect(why.text).toBe("bob does not have v1: it would cost 0.05 more. Then ann leaves v1.");
  const joint = anOpenPlan({
    ...voucher,
    cases: [{ id: "v1", wanted: 2, bounds: jointParkRules(["wales"]) }],
    started: [{ reviewer: "ann", case: "v1" }],
  });
  const blocked = explainPair(joint, { reviewer: "bob", case: "v1" });
  expect(blocked.change).toBeUndefined();
  expect(blocked.obstacles).toMatchObject([{ kind: "rule", rule: "partnerless-park", changeWithout: -0.41 }]);
  expect(blocked.text).toBe(
    'bob cannot have v1: no plan allows it, because of the rule "at least one reviewer from a park without a partner" (without it: 0.41 less).',
  );
});

test("a full load is named, with what one place more would make of the price", () => {
  const open = anOpenPlan(
    anAssignment(
      [{ id: "c1" }, { id: "c2" }],
      [
        [{ id: "ann", most: 1 }, 0.1, 0.3],
        [{ id: "bob" }, 0.8, 0.5],
      ],
    ),
  );
  const why = explainPair(open, { reviewer: "ann", case: "c2" });
  expect(why.text).toBe(
    "ann does not have c2: it would cost 0.5 more, because of the load of ann (1 at most; with one place more: 0.2 less). Then bob takes c1, ann leaves c1, bob leaves c2.",
  );
});

test("an assigned pair is answered with what the next best plan would cost", () => {
  const open = anOpenPlan(voucher);
  expect(explainPair(open, { reviewer: "ann", case: "v1" }).text).toBe(
    "ann has v1: without it the plan would cost 0.05 more. Then bob takes v1.",
  );
  expect(explainPair(open, { reviewer: "cat", case: "v1" }).text).toBe("cat has v1: no plan is possible without it.");
});

test("a HARD conflict and started work need no price", () => {
  const open = anOpenPlan(
    anAssignment(
      [{ id: "c1" }],
      [
        [{ id: "ann" }, "hard"],
        [{ id: "bob" }, 1],
      ],
      {
        started: [{ reviewer: "bob", case: "c1" }],
      },
    ),
  );
  expect(explainPair(open, { reviewer: "ann", case: "c1" }).verdict).toBe("hard-conflict");
  expect(explainPair(open, { reviewer: "bob", case: "c1" }).verdict).toBe("started");
  expect(() => explainPair(open, { reviewer: "zoe", case: "c1" })).toThrow(
    expect.objectContaining({ code: "assignment.pair-unknown" }),
  );
});

test("the price of a pair is what a new plan with it costs more, on generated instances", () => {
  let asked = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const problem = assignmentInstance(seed);
    const open = openAssignment(problem);
    if (!("plan" in open)) continue;
    for (const [at, reviewer] of problem.reviewers.entries()) {
      const one = problem.cases[(seed + at) % problem.cases.length];
      if (one === undefined || Number.isNaN(problem.costs[at * problem.cases.length + problem.cases.indexOf(one)]))
        continue;
      if (open.plan.pairs.some((pair) => pair.reviewer === reviewer.id && pair.case === one.id)) continue;
      const pair = { reviewer: reviewer.id, case: one.id };
      const forced = solveAssignment({ ...problem, started: [...problem.started, pair] });
      const { change, text } = explainPair(open, pair);
      if (forced.status === "optimal")
        expect(change, `seed ${seed} ${text}`).toBeCloseTo(forced.cost - open.plan.cost, 9);
      else expect(change, `seed ${seed} ${text}`).toBeUndefined();
      asked += 1;
    }
    expect(explainPair(open, { reviewer: "r0", case: "c0" })).toEqual(
      explainPair(open, { reviewer: "r0", case: "c0" }),
    );
  }
  expect(asked).toBeGreaterThan(100);
});

test("moves by hand have their price, and the plan stays as it was", () => {
  const open = anOpenPlan(voucher);
  const before = explainPair(open, { reviewer: "bob", case: "v1" });
  const move = { take: [{ reviewer: "bob", case: "v1" }], leave: [{ reviewer: "ann", case: "v1" }] };
  expect(priceOfMoves(open, move)).toMatchObject({ text: "This costs 0.05 more." });
  expect(priceOfMoves(open, { leave: [{ reviewer: "cat", case: "v1" }] }).text).toBe(
    "No plan has this: a conflict, a load or a rule forbids it.",
  );
  expect(explainPair(open, { reviewer: "bob", case: "v1" })).toEqual(before);
});
