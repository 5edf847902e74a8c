/** Builds the flow of an assignment: source → reviewers → sets of a case, the smallest first → case. */

import { type ArcList, arcList } from "./arc-list.ts";
import { firstPrices } from "./first-prices.ts";
import { type Forest, nest, type SetBound, setBounds } from "./laminar.ts";
import { fitToPrices, type Network, network } from "./network.ts";
import { drawnOrder } from "./order.ts";
import type { AssignmentProblem, AssignmentReviewer, PairOf } from "./problem.ts";
import { type Units, unitsFor } from "./units.ts";

/** A set of a case that no flow can hold; branch and bound does. */
export interface CrossingBound extends SetBound {
  readonly case: number;
}

export interface Model {
  readonly problem: AssignmentProblem;
  readonly units: Units;
  readonly net: Network;
  /** Node of a case. Node 0 is the source, node 1 + r reviewer r. */
  readonly rootOf: Int32Array;
  /** Case of a node; −1 for the source and reviewers. */
  readonly caseOf: Int32Array;
  /** Arc of pair (r, c) at r · cases + c; −1 where it is forbidden. */
  readonly pairArc: Int32Array;
  readonly forests: readonly Forest[];
  /** First node of the sets of a case; set i of it is node `setNode[c] + i`, and its arc upwards `setArc[c] + i`. */
  readonly setNode: Int32Array;
  readonly setArc: Int32Array;
  readonly crossing: readonly CrossingBound[];
  /** Started pairs that a HARD conflict ends. */
  readonly ended: readonly PairOf[];
  readonly relief: readonly Relief[];
}

/** An arc that stands for one way to ask for less, priced by the unit. */
export interface Relief {
  readonly arc: number;
  readonly kind: "raise-most" | "lower-least" | "waive" | "release-started" | "want-fewer";
  readonly reviewer?: number;
  readonly case?: number;
  readonly key?: string;
}

/** Fewest units first; among equals, what disturbs least: a place more before a rule less before a review less. */
export const reliefPrice: Record<Relief["kind"], number> = {
  "raise-most": 2 ** 24,
  waive: 2 ** 24 + 1,
  "lower-least": 2 ** 24 + 2,
  "release-started": 2 ** 24 + 3,
  "want-fewer": 2 ** 24 + 4,
};

/** @param elastic Costs are nothing and each demand may be eased at its relief price. */
export function buildModel(problem: AssignmentProblem, elastic = false): Model {
  const { reviewers, cases, costs } = problem;
  const across = cases.length;
  const caseIndex = new Map(cases.map(({ id }, at) => [id, at]));
  const reviewerIndex = new Map(reviewers.map(({ id }, at) => [id, at]));
  const indexOf = ({ reviewer, case: id }: PairOf) =>
    (reviewerIndex.get(reviewer) as number) * across + (caseIndex.get(id) as number);
  const allowed = (pair: PairOf) => !Number.isNaN(costs[indexOf(pair)] as number);
  const started = new Set(problem.started.filter(allowed).map(indexOf));
  const avoid = problem.avoid.map(
    ([one, other]) => [reviewerIndex.get(one) as number, reviewerIndex.get(other) as number] as const,
  );
  const reviewerOrder = drawnOrder(
    reviewers.map(({ id }) => id),
    problem.seed,
  );
  const caseOrder = drawnOrder(
    cases.map(({ id }) => id),
    problem.seed,
  );

  const forests: Forest[] = [];
  const eligibleOf: number[][] = [];
  const setNode = new Int32Array(across);
  const rootOf = new Int32Array(across);
  let nodes = 1 + reviewers.length;
  let pairs = 0;
  for (const [at, one] of cases.entries()) {
    const eligible: number[] = [];
    for (const reviewer of reviewerOrder)
      if (!Number.isNaN(costs[reviewer * across + at] as number)) eligible.push(reviewer);
    const waivers = problem.waivers.filter((waiver) => waiver.case === one.id);
    const forest = nest(reviewers.length, setBounds(reviewers, one, eligible, avoid, waivers));
    forests.push(forest);
    eligibleOf.push(eligible);
    pairs += eligible.length;
    rootOf[at] = nodes;
    setNode[at] = nodes + 1;
    nodes += 1 + forest.sets.length;
  }

  const wantedInAll = cases.reduce((sum, { wanted }) => sum + wanted, 0);
  const loadCosts = reviewers.flatMap(({ loadCost = [] }) => loadCost);
  const units = elastic ? unitsFor([], 1) : unitsFor([costs, loadCosts], 4 * (nodes + wantedInAll));
  const loadArcs = reviewers.reduce((sum, { loadCost = [] }) => sum + loadCost.length + 2, 0);
  const arcs = arcList(2 * pairs + 2 * loadArcs + 3 * nodes);
  const relief: Relief[] = [];
  const ease = (tail: number, head: number, high: number, what: Omit<Relief, "arc">) => {
    if (elastic && high > 0) relief.push({ arc: arcs.add(tail, head, reliefPrice[what.kind], 0, high), ...what });
  };

  for (const [at, reviewer] of reviewers.entries()) {
    addLoad(arcs, 1 + at, reviewer, (cost) => (elastic ? 0 : units.of(cost)));
    ease(0, 1 + at, across, { kind: "raise-most", reviewer: at });
    ease(1 + at, 0, reviewer.least, { kind: "lower-least", reviewer: at });
  }
  const supply = new Int32Array(nodes);
  const pairArc = new Int32Array(reviewers.length * across).fill(-1);
  const setArc = new Int32Array(across);
  supply[0] = wantedInAll;
  for (const at of caseOrder) {
    const { sets, parents, innermost } = forests[at] as Forest;
    const root = rootOf[at] as number;
    const first = setNode[at] as number;
    const wanted = cases[at]?.wanted ?? 0;
    supply[root] = -wanted;
    for (const reviewer of eligibleOf[at] ?? []) {
      const pair = reviewer * across + at;
      const set = innermost[reviewer] as number;
      const node = set < 0 ? root : first + set;
      const begun = started.has(pair);
      pairArc[pair] = arcs.add(1 + reviewer, node, elastic ? 0 : units.of(costs[pair] as number), begun ? 1 : 0, 1);
      if (begun) ease(node, 1 + reviewer, 1, { kind: "release-started", reviewer, case: at });
    }
    setArc[at] = arcs.count;
    const parentNode = (set: number) => ((parents[set] as number) < 0 ? root : first + (parents[set] as number));
    for (const [set, { least, most }] of sets.entries())
      arcs.add(first + set, parentNode(set), 0, least, Math.max(least, most));
    for (const [set, { key, least }] of sets.entries()) {
      ease(first + set, parentNode(set), wanted, { kind: "waive", case: at, key });
      ease(parentNode(set), first + set, least, { kind: "waive", case: at, key });
    }
    ease(0, root, wanted, { kind: "want-fewer", case: at });
  }
  const caseOf = new Int32Array(nodes).fill(-1);
  for (const [at, root] of rootOf.entries()) caseOf.fill(at, root, rootOf[at + 1] ?? nodes);
  const net = network(nodes, arcs, supply);
  // Relief costs more than nothing and the rest costs nothing: prices of nothing are right.
  if (!elastic) {
    const first = firstPrices(problem);
    net.price[0] = units.of(first.source);
    net.price.set(first.reviewers.map(units.of), 1);
    for (const [node, at] of caseOf.entries()) if (at >= 0) net.price[node] = units.of(first.cases[at] as number);
    fitToPrices(net);
  }
  const crossing = forests.flatMap((forest, at) => forest.crossing.map((bound) => ({ ...bound, case: at })));
  const ended = problem.started.filter((pair) => !allowed(pair));
  return { problem, units, net, rootOf, caseOf, pairArc, forests, setNode, setArc, crossing, ended, relief };
}

/** One arc for each step of the load's cost; the cheapest units are the ones that `least` demands. */
function addLoad(arcs: ArcList, node: number, reviewer: AssignmentReviewer, unit: (cost: number) => number): void {
  const { loadCost = [], least, most } = reviewer;
  let from = 0;
  while (from < most) {
    const cost = unit(loadCost[Math.min(from, loadCost.length - 1)] ?? 0);
    let to = from + 1;
    while (to < most && unit(loadCost[Math.min(to, loadCost.length - 1)] ?? 0) === cost) to += 1;
    arcs.add(0, node, cost, Math.max(0, Math.min(to, least) - from), to - from);
    from = to;
  }
}
