/** The only door to an assignment: the cheapest plan with its certificate, or what makes a plan impossible. */

import { type BindingReason, bindingReason } from "./binding.ts";
import { branchAndBound } from "./branch.ts";
import { type Certificate, certify, type Prices, pricesOf } from "./certificate.ts";
import { type Mend, mend } from "./mend.ts";
import { buildModel, type Model } from "./model.ts";
import type { Network } from "./network.ts";
import { inDrawnOrder } from "./order.ts";
import { type AssignmentProblem, checkProblem, type PairOf } from "./problem.ts";
import { type Cut, type Settler, settler } from "./settle.ts";
import { heldArcs, type Snapshot, takeSnapshot } from "./snapshot.ts";

export interface PlannedPair extends PairOf {
  /** The pair's own cost, without the load's. */
  readonly cost: number;
}

export interface AssignmentPlan {
  readonly status: "optimal";
  /** Cost of pairs and loads, in the costs' own measure. */
  readonly cost: number;
  /** Sorted by case and reviewer. */
  readonly pairs: readonly PlannedPair[];
  readonly loads: readonly { readonly reviewer: string; readonly load: number }[];
  /** Started work that a HARD conflict ended. */
  readonly ended: readonly PairOf[];
  readonly certificate: Certificate;
  /** What is scarce, from the branch in which the plan was found; in units of the certificate. */
  readonly prices: Prices;
  /** Rules that no flow holds, and how many branches were needed for them (1: none, the certificate is one set of prices). */
  readonly branching: { readonly rules: readonly { case: string; key: string }[]; readonly branches: number };
}

export interface AssignmentImpossible {
  readonly status: "infeasible";
  readonly reason: BindingReason;
  readonly mend: Mend;
  readonly certificate: Certificate;
}

export type AssignmentOutcome = AssignmentPlan | AssignmentImpossible;

/** Solver at rest in its best plan, for questions about it. */
export interface OpenPlan {
  readonly model: Model;
  readonly settler: Settler;
  /** The flow without the rules that no flow holds: where every question starts. */
  readonly root: Snapshot;
  /** Cost in units. */
  readonly cost: number;
  readonly plan: AssignmentPlan;
}

/**
 * Domain §8. The same problem and seed give the same plan, in whatever order reviewers and cases are listed.
 * @param onProgress told the part done, from 0 to 1, now and then
 * @throws DomainError invalid `assignment.…`, see `checkProblem`
 */
export function solveAssignment(problem: AssignmentProblem, onProgress?: (part: number) => void): AssignmentOutcome {
  const opened = openAssignment(problem, onProgress);
  return "plan" in opened ? opened.plan : opened;
}

/** As `solveAssignment`, with a plan kept open for `explainPair`. */
export function openAssignment(
  problem: AssignmentProblem,
  onProgress?: (part: number) => void,
): OpenPlan | AssignmentImpossible {
  checkProblem(problem);
  const model = buildModel(inDrawnOrder(problem));
  const work = settler(model.net);
  const cut = work.settle(onProgress);
  const root = takeSnapshot(model.net);
  const found = branchAndBound(model, work);
  const { plan: best, proof, branches } = found;
  if (best === undefined) {
    const change = mend(model.problem);
    return {
      status: "infeasible",
      reason:
        cut === undefined ? { kind: "rules-together", text: rulesTogether(change) } : whatBinds(problem, model, cut),
      mend: change,
      certificate: certify(model, proof),
    };
  }
  const pairs = plannedPairs(model);
  const loads = problem.reviewers.map(({ id }) => ({ reviewer: id, load: 0 }));
  const loadOf = new Map(loads.map((one) => [one.reviewer, one]));
  for (const { reviewer } of pairs) {
    const one = loadOf.get(reviewer);
    if (one) one.load += 1;
  }
  const plan: AssignmentPlan = {
    status: "optimal",
    cost: model.units.exact ? found.cost / model.units.scale : planCost(problem, pairs, loads),
    pairs,
    loads,
    ended: model.ended,
    certificate: certify(model, proof, found.cost),
    prices: pricesOf(model, best.flow.price, best.rulePrices),
    branching: {
      rules: model.crossing.map((rule) => ({ case: model.problem.cases[rule.case]?.id ?? "", key: rule.key })),
      branches,
    },
  };
  work.restore(root);
  return { model, settler: work, root, cost: found.cost, plan };
}

/** The pairs that flow now. */
export function pairsHeld({ caseOf, problem }: Model, net: Network): { reviewer: number; case: number }[] {
  const last = problem.reviewers.length;
  return heldArcs(net).flatMap((arc) => {
    const tail = net.arcs.tail[arc] as number;
    const head = net.arcs.head[arc] as number;
    return tail >= 1 && tail <= last && head > last ? [{ reviewer: tail - 1, case: caseOf[head] as number }] : [];
  });
}

function plannedPairs(model: Model): PlannedPair[] {
  const { reviewers, cases, costs } = model.problem;
  const pairs = pairsHeld(model, model.net).map(({ reviewer, case: at }) => ({
    reviewer: reviewers[reviewer]?.id ?? "",
    case: cases[at]?.id ?? "",
    cost: costs[reviewer * cases.length + at] as number,
  }));
  return pairs.sort((a, b) => byText(a.case, b.case) || byText(a.reviewer, b.reviewer));
}

function planCost(
  { reviewers }: AssignmentProblem,
  pairs: readonly PlannedPair[],
  loads: readonly { load: number }[],
): number {
  let sum = 0;
  for (const { cost } of pairs) sum += cost;
  for (const [at, { loadCost = [] }] of reviewers.entries())
    for (let nth = 1; nth <= (loads[at]?.load ?? 0); nth++) sum += loadCost[Math.min(nth, loadCost.length) - 1] ?? 0;
  return sum;
}

/** A rule is to blame only where there would be a plan without rules: with nobody to send, it is not what binds. */
function whatBinds(problem: AssignmentProblem, model: Model, cut: Cut): BindingReason {
  const reason = bindingReason(model, cut);
  if (reason.kind !== "rule") return reason;
  const bare = { ...problem, cases: problem.cases.map((one) => ({ ...one, bounds: [] })), avoid: [] };
  const without = openAssignment(bare);
  return "reason" in without ? without.reason : reason;
}

function rulesTogether({ changes }: Mend): string {
  const rules = changes.filter(({ kind }) => kind === "waive").map(({ text }) => text);
  const named = rules.length > 0 ? ` (${rules.join("; ")})` : "";
  return `Each rule could be kept, but not all of them together${named}.`;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
