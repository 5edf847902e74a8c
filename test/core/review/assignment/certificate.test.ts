import { checkCertificate } from "@multihelix/core/review/assignment/check-certificate.ts";
import type { AssignmentProblem } from "@multihelix/core/review/assignment/problem.ts";
import { type AssignmentPlan, solveAssignment } from "@multihelix/core/review/assignment/solve.ts";
import { describe, expect, test } from "vitest";
import { assignmentInstance } from "../../../model/assignment-instance.ts";
import { anAssignment, anOpenPlan, pairsOf } from "./world.ts";

const solved = (problem: AssignmentProblem): AssignmentPlan => anOpenPlan(problem).plan;
describe("the certificate is checked without the solver, and a false one is noticed:", () => {
  const problem = assignmentInstance(1001);
  const open = anOpenPlan(problem);
  const { pairs, certificate } = open.plan;
  const faults = (...args: Parameters<typeof checkCertificate>) => checkCertificate(...args).faults.join(" ");

  test("it holds as it is", () => expect(faults(problem, certificate, pairs)).toBe(""));
  test("a plan that costs more", () => {
    const worse = { ...certificate, cost: (certificate.cost ?? 0) + 1 };
    expect(faults(problem, worse, pairs)).toContain("units, the certificate says");
  });
  test("a pair too few", () => expect(faults(problem, certificate, pairs.slice(1))).toContain("reviewers, not"));
  test("prices that leave room for a cheaper plan", () => {
    const { proof } = certificate;
    if (proof.kind !== "bound") throw new Error("a plain instance was wanted");
    const prices = {
      ...proof.prices,
      cases: Object.fromEntries(problem.cases.map(({ id }) => [id, (proof.prices.cases[id] ?? 0) - 1])),
    };
    expect(faults(problem, { ...certificate, proof: { kind: "bound", prices } }, pairs)).toContain("cheaper plan");
  });
  test("an impossibility that is none", () => {
    const { prices } = open.plan;
    const false_ = { scale: 1, exact: true, proof: { kind: "impossible", prices } } as const;
    expect(faults(problem, false_)).toContain("do not show a conflict");
  });
});

test("a waived rule does not count, and a waiver without a reason is refused", () => {
  const bounds = [{ rule: "one-per-park", kind: "each-park", most: 1 }] as const;
  const problem = anAssignment(
    [{ id: "c1", wanted: 2, bounds }],
    [
      [{ id: "ann", park: "lund" }, 0.1],
      [{ id: "bob", park: "lund" }, 0.1],
      [{ id: "cat", park: "wales" }, 0.9],
    ],
  );
  expect(pairsOf(solved(problem))).toEqual(["ann>c1", "cat>c1"]);
  const waiver = { case: "c1", rule: "one-per-park", reason: "only Lund knows this field" };
  expect(pairsOf(solved({ ...problem, waivers: [waiver] }))).toEqual(["ann>c1", "bob>c1"]);
  expect(() => solveAssignment({ ...problem, waivers: [{ ...waiver, reason: " " }] })).toThrow(
    expect.objectContaining({ code: "assignment.waiver-without-reason" }),
  );
});

test.each([
  ["costs-size", { costs: new Float64Array(1) }],
  ["cost-infinite", { costs: new Float64Array([Infinity, 0]) }],
  ["reviewer-doubled", { reviewers: [1, 2].map(() => ({ id: "ann", least: 0, most: 1 })) }],
  ["least-above-most", { reviewers: ["a", "b"].map((id) => ({ id, least: 2, most: 1 })) }],
  ["load-cost-falls", { reviewers: ["a", "b"].map((id) => ({ id, least: 0, most: 2, loadCost: [1, 0] })) }],
  ["reviewer-unknown", { avoid: [["ann", "zoe"]] }],
  ["case-unknown", { started: [{ reviewer: "ann", case: "c9" }] }],
] as const)("a problem that makes no sense is refused: %s", (reason, part) => {
  const problem = anAssignment(
    [{ id: "c1" }],
    [
      [{ id: "ann" }, 0],
      [{ id: "bob" }, 0],
    ],
  );
  expect(() => solveAssignment({ ...problem, ...part } as AssignmentProblem)).toThrow(
    expect.objectContaining({ code: `assignment.${reason}` }),
  );
});
