import { checkCertificate } from "@multihelix/core/review/assignment/check-certificate.ts";
import { voucherParkRules } from "@multihelix/core/review/assignment/park-rule.ts";
import type { AssignmentProblem } from "@multihelix/core/review/assignment/problem.ts";
import {
  type AssignmentImpossible,
  type AssignmentPlan,
  solveAssignment,
} from "@multihelix/core/review/assignment/solve.ts";
import { describe, expect, test } from "vitest";
import { assignmentInstance } from "../../../model/assignment-instance.ts";
import { anAssignment, anOpenPlan, pairsOf } from "./world.ts";

const solved = (problem: AssignmentProblem): AssignmentPlan => anOpenPlan(problem).plan;
function refused(problem: AssignmentProblem): AssignmentImpossible {
  const outcome = solveAssignment(problem);
  if (outcome.status === "optimal") throw new Error("a plan was found");
  expect(checkCertificate(problem, outcome.certificate).faults).toEqual([]);
  return outcome;
}

test("a convex load cost spreads work that would else pile up with the best reviewer", () => {
  const cases = ["c1", "c2", "c3", "c4"].map((id) => ({ id }));
  const loadCost = [0, 0.2, 0.4, 0.6];
  const plan = solved(
    anAssignment(cases, [
      [{ id: "ann", loadCost }, 0.1, 0.1, 0.1, 0.1],
      [{ id: "bob", loadCost }, 0.2, 0.2, 0.2, 0.2],
    ]),
  );
  expect(plan.loads).toEqual([
    { reviewer: "ann", load: 2 },
    { reviewer: "bob", load: 2 },
  ]);
  expect(plan.cost).toBe(1);
});

test("a reviewer gets at least the load that is asked for, even if others fit better", () => {
  const cases = ["c1", "c2"].map((id) => ({ id }));
  const plan = solved(
    anAssignment(cases, [
      [{ id: "ann" }, 0.1, 0.1],
      [{ id: "bob", least: 1 }, 0.8, 0.7],
    ]),
  );
  expect(pairsOf(plan)).toEqual(["ann>c1", "bob>c2"]);
});

test("a HARD conflict is never assigned, whatever it costs to avoid", () => {
  const plan = solved(
    anAssignment(
      [{ id: "c1" }],
      [
        [{ id: "ann" }, "hard"],
        [{ id: "bob" }, 1000],
      ],
    ),
  );
  expect(pairsOf(plan)).toEqual(["bob>c1"]);
});

test("a SOFT conflict is priced: it is taken where the alternative is worse", () => {
  const soft = 0.4;
  const rows = (other: number) =>
    [
      [{ id: "soft" }, 0.1 + soft],
      [{ id: "free" }, other],
    ] as const;
  expect(pairsOf(solved(anAssignment([{ id: "c1" }], rows(0.45))))).toEqual(["free>c1"]);
  expect(pairsOf(solved(anAssignment([{ id: "c1" }], rows(0.55))))).toEqual(["soft>c1"]);
});

test("started work is kept, unless a HARD conflict ends it, which is said", () => {
  const rows = [
    [{ id: "ann" }, 0.9, "hard"],
    [{ id: "bob" }, 0.1, 0.1],
  ] as const;
  const started = [
    { reviewer: "ann", case: "c1" },
    { reviewer: "ann", case: "c2" },
  ];
  const plan = solved(anAssignment([{ id: "c1" }, { id: "c2" }], rows, { started }));
  expect(pairsOf(plan)).toEqual(["ann>c1", "bob>c2"]);
  expect(plan.ended).toEqual([{ reviewer: "ann", case: "c2" }]);
});

test("two who avoid each other never sit on one case, across parks too", () => {
  const bounds = [{ rule: "one-per-park", kind: "each-park", most: 1 }] as const;
  const problem = anAssignment(
    [{ id: "c1", wanted: 2, bounds }],
    [
      [{ id: "ann", park: "wales" }, 0.1],
      [{ id: "bob", park: "lund" }, 0.1],
      [{ id: "cat", park: "lund" }, 0.5],
      [{ id: "dan", park: "wales" }, 0.6],
    ],
    { avoid: [["ann", "bob"]] },
  );
  expect(pairsOf(solved(problem))).toEqual(["ann>c1", "cat>c1"]);
  expect(solved(problem).branching.rules).toEqual([{ case: "c1", key: "avoid/ann/bob" }]);
});

describe("the same problem gives the same plan", () => {
  const shuffled = (problem: AssignmentProblem): AssignmentProblem => {
    const down = problem.reviewers.length;
    const across = problem.cases.length;
    return {
      ...problem,
      reviewers: problem.reviewers.toReversed(),
      cases: problem.cases.toReversed(),
      costs: problem.costs.map((_, at) => {
        const [reviewer, one] = [down - 1 - Math.floor(at / across), across - 1 - (at % across)];
        return problem.costs[reviewer * across + one] as number;
      }),
    };
  };
  const ties = anAssignment(
    Array.from({ length: 6 }, (_, at) => ({ id: `c${at}`, wanted: 2 })),
    Array.from({ length: 8 }, (_, at) => [{ id: `r${at}`, most: 2 }, 1, 1, 1, 1, 1, 1] as const),
  );

  test("in whatever order reviewers and cases are listed", () => {
    for (const problem of [ties, ...[3, 7, 11].map((seed) => assignmentInstance(seed))]) {
      const [one, other] = [solveAssignment(problem), solveAssignment(shuffled(problem))];
      expect(one.status).toBe(other.status);
      if (one.status === "optimal" && other.status === "optimal") expect(pairsOf(one)).toEqual(pairsOf(other));
    }
  });

  test("with the same seed; another seed chooses differently among equals", () => {
    expect(solveAssignment(ties)).toEqual(solveAssignment(ties));
    const others = [2, 3, 4].map((seed) => pairsOf(solved({ ...ties, seed })).join());
    expect(new Set([pairsOf(solved(ties)).join(), ...others]).size).toBeGreaterThan(1);
  });
});

describe("what cannot be solved is named, with the smallest change that mends it:", () => {
  test("an application that everyone has a conflict with", () => {
    const { reason, mend } = refused(
      anAssignment(
        [{ id: "c1" }, { id: "c2" }],
        [
          [{ id: "ann" }, "hard", 0.1],
          [{ id: "bob" }, "hard", 0.2],
        ],
      ),
    );
    expect(reason.kind).toBe("too-few-eligible");
    expect(reason.text).toBe(
      "Application c1 wants 1 review, but every reviewer has a conflict with it or may take nothing.",
    );
    expect(mend.text).toBe("Ask for 0 reviews of c1 instead of 1, or find 1 more reviewer without a conflict.");
  });

  test("a capacity of zero", () => {
    const { reason, mend } = refused(anAssignment([{ id: "c1" }], [[{ id: "ann", most: 0 }, 0.1]]));
    expect(reason.text).toBe(
      "Application c1 wants 1 review, but every reviewer has a conflict with it or may take nothing.",
    );
    expect(mend.changes).toMatchObject([{ kind: "raise-most", reviewer: "ann", by: 1 }]);
  });

  test("too little capacity in all; the places more are spread", () => {
    const cases = ["c1", "c2", "c3"].map((id) => ({ id, wanted: 2 }));
    const rows = ["ann", "bob", "cat"].map((id) => [{ id, most: 1 }, 0, 0, 0] as const);
    const { reason, mend } = refused(anAssignment(cases, rows));
    expect(reason).toMatchObject({
      kind: "load",
      available: 3,
      reviewers: expect.arrayContaining(["ann", "bob", "cat"]),
    });
    expect(mend.changes.map(({ reviewer, by }) => [reviewer, by]).sort()).toEqual([
      ["ann", 1],
      ["bob", 1],
      ["cat", 1],
    ]);
  });

  test("a minimum load that conflicts make impossible", () => {
    const { reason, mend } = refused(
      anAssignment(
        [{ id: "c1" }, { id: "c2" }],
        [
          [{ id: "ann", least: 2 }, 0.1, "hard"],
          [{ id: "bob" }, 0.1, 0.1],
        ],
      ),
    );
    expect(reason.text).toBe("ann must take at least 2 reviews, but only 1 can go to that reviewer.");
    expect(mend.text).toBe("Ask ann for at least 1 instead of 2.");
  });

  test("a park rule that nobody left can keep", () => {
    const bounds = voucherParkRules({ paying: ["wales"], provider: "lund" });
    const problem = anAssignment(
      [{ id: "c1", wanted: 2, bounds }],
      [
        [{ id: "ann", park: "wales" }, 0.1],
        [{ id: "bob", park: "lund" }, 0.1],
        [{ id: "cat", park: "uppsala" }, "hard"],
      ],
    );
    const { reason, mend } = refused(problem);
    expect(reason.rules).toEqual([{ case: "c1", key: "outside-park" }]);
    expect(reason.text).toContain("c1: at least one reviewer from neither a paying park nor the provider's");
    expect(mend.text).toBe(
      "Waive for c1, with a reason: at least one reviewer from neither a paying park nor the provider's.",
    );
  });

  test("rules that could each be kept, but not all together", () => {
    const bounds = [{ rule: "one-per-park", kind: "each-park", most: 1 }] as const;
    const { reason, mend } = refused(
      anAssignment(
        [{ id: "c1", wanted: 2, bounds }],
        [
          [{ id: "ann", park: "wales" }, 0.1],
          [{ id: "bob", park: "lund" }, 0.1],
          [{ id: "cat", park: "lund" }, 0.1],
        ],
        {
          avoid: [
            ["ann", "bob"],
            ["ann", "cat"],
          ],
        },
      ),
    );
    expect(reason.kind).toBe("rules-together");
    expect(mend.changes).toHaveLength(1);
    expect(mend.changes[0]?.kind).toBe("waive");
  });
});
