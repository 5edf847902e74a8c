import { checkCertificate } from "@multihelix/core/review/assignment/check-certificate.ts";
import type { Change } from "@multihelix/core/review/assignment/mend.ts";
import type { AssignmentProblem } from "@multihelix/core/review/assignment/problem.ts";
import { solveAssignment } from "@multihelix/core/review/assignment/solve.ts";
import { expect, test } from "vitest";
import { assignmentInstance } from "./assignment-instance.ts";
import { fewestEased, oracle } from "./assignment-oracle.ts";

const INSTANCES = 500;
const seeds = Array.from({ length: INSTANCES }, (_, at) => 1000 + at);

test("the plan costs what HiGHS finds, on 500 generated instances, or both find none", { timeout: 60_000 }, () => {
  const kinds = { solved: 0, impossible: 0, priced: 0, branched: 0 };
  for (const seed of seeds) {
    const problem = assignmentInstance(seed);
    const known = oracle(problem);
    const outcome = solveAssignment(problem);
    expect(outcome.status, `seed ${seed}`).toBe(known.feasible ? "optimal" : "infeasible");
    const plan = outcome.status === "optimal" ? outcome : undefined;
    if (plan)
      expect(Math.abs(plan.cost - known.cost), `seed ${seed}: ${plan.cost} against ${known.cost}`).toBeLessThan(1e-6);
    const report = checkCertificate(problem, outcome.certificate, plan?.pairs);
    expect(report.faults, `seed ${seed}`).toEqual([]);
    kinds.solved += plan ? 1 : 0;
    kinds.impossible += plan ? 0 : 1;
    const crossing = new Set(plan?.branching.rules.map(({ case: id, key }) => `${id} ${key}`));
    const priced = plan?.prices.rules.some((rule) => crossing.has(`${rule.case} ${rule.key}`));
    kinds.priced += priced ? 1 : 0;
    kinds.branched += plan && plan.branching.branches > 1 ? 1 : 0;
  }
  // The instances are worth something only if all kinds are among them.
  expect(kinds.impossible).toBeGreaterThan(100);
  expect(kinds.solved).toBeGreaterThan(100);
  expect(kinds.priced).toBeGreaterThan(20);
  expect(kinds.branched).toBeGreaterThan(5);
});

test("the proposed change mends what cannot be solved, and none is smaller", { timeout: 60_000 }, () => {
  let seen = 0;
  for (const seed of seeds.slice(0, 250)) {
    const problem = assignmentInstance(seed);
    const outcome = solveAssignment(problem);
    if (outcome.status === "optimal") continue;
    seen += 1;
    const eased = outcome.mend.changes.reduce((sum, { by }) => sum + by, 0);
    expect(eased, `seed ${seed}`).toBeLessThanOrEqual(Math.round(fewestEased(problem)));
    expect(solveAssignment(mended(problem, outcome.mend.changes)).status, `seed ${seed}: ${outcome.mend.text}`).toBe(
      "optimal",
    );
  }
  expect(seen).toBeGreaterThan(50);
});

function mended(problem: AssignmentProblem, changes: readonly Change[]): AssignmentProblem {
  const by = (kind: Change["kind"], id: { reviewer?: string; case?: string }) =>
    changes.reduce(
      (sum, one) => sum + (one.kind === kind && one.reviewer === id.reviewer && one.case === id.case ? one.by : 0),
      0,
    );
  return {
    ...problem,
    reviewers: problem.reviewers.map((one) => ({
      ...one,
      most: one.most + by("raise-most", { reviewer: one.id }),
      least: one.least - by("lower-least", { reviewer: one.id }),
    })),
    cases: problem.cases.map((one) => ({ ...one, wanted: one.wanted - by("want-fewer", { case: one.id }) })),
    started: problem.started.filter((pair) => by("release-started", pair) === 0),
    waivers: changes.flatMap(({ kind, case: id, rule }) =>
      kind === "waive" && id && rule ? [{ case: id, rule, reason: "proposed change" }] : [],
    ),
  };
}
