/** Builds the flow of an assignment: source → reviewers → sets of a case, the smallest first → case. */
import { type ArcList, arcList } from "./arc-list.ts";
import { firstPrices } from "./first-prices.ts";
import type { SetBound } from "./laminar.ts";
import { type Layout, layOut } from "./layout.ts";
import { fitToPrices, forgetShelves, type Network, network } from "./network.ts";
import type { AssignmentProblem, AssignmentReviewer } from "./problem.ts";
import { type Relief, reliefPrice, secondPlacePrice } from "./relief.ts";
import { type Units, unitsFor } from "./units.ts";

/** A set of a case that no flow can hold; branch and bound does. */
export interface CrossingBound extends SetBound {
  readonly case: number;
}

export interface Model extends Layout {
  readonly problem: AssignmentProblem;
  readonly units: Units;
  readonly net: Network;
  /** Node of a case. Node 0 is the source, node 1 + r reviewer r. */
  readonly rootOf: Int32Array;
  /** Case of a node; −1 for the source and reviewers. */
  readonly caseOf: Int32Array;
  /** Arc of pair (r, c) at r · cases + c; −1 where it is forbidden. */
  readonly pairArc: Int32Array;
  /** First node of the sets of a case; set i of it is node `setNode[c] + i`, and its arc upwards `setArc[c] + i`. */
  readonly setNode: Int32Array;
  readonly setArc: Int32Array;
  readonly crossing: readonly CrossingBound[];
  readonly relief: readonly Relief[];
}

/** @param elastic Costs are nothing and each demand may be eased at its relief price. */
export function buildModel(problem: AssignmentProblem, elastic = false): Model {
  const { reviewers, cases, costs } = problem;
  const across = cases.length;
  const layout = layOut(problem);
  const { forests, eligible, started } = layout;
  const rootOf = new Int32Array(across);
  let nodes = 1 + reviewers.length;
  for (const [at, { sets }] of forests.entries()) {
    rootOf[at] = nodes;
    nodes += 1 + sets.length;
  }
  const setNode = rootOf.map((root) => root + 1);
  const caseOf = new Int32Array(nodes).fill(-1);
  for (const [at, root] of rootOf.entries()) caseOf.fill(at, root, rootOf[at + 1] ?? nodes);

  const wantedInAll = cases.reduce((sum, { wanted }) => sum + wanted, 0);
  const loadCosts = reviewers.flatMap(({ loadCost = [] }) => loadCost);
  const units = elastic ? unitsFor([], 1) : unitsFor([costs, loadCosts], 4 * (nodes + wantedInAll));
  const pairs = eligible.reduce((sum, { length }) => sum + length, 0);
  const arcs = arcList(pairs + loadCosts.length + 4 * reviewers.length + 3 * nodes);
  const relief: Relief[] = [];
  const ease = (
    tail: number,
    head: number,
    high: number,
    what: Omit<Relief, "arc">,
    price = reliefPrice(what.kind),
  ) => {
    if (elastic && high > 0) relief.push({ arc: arcs.add(tail, head, price, 0, high), ...what });
  };

  for (const [at, reviewer] of reviewers.entries()) {
    addLoad(arcs, 1 + at, reviewer, (cost) => (elastic ? 0 : units.of(cost)));
    ease(0, 1 + at, 1, { kind: "raise-most", reviewer: at });
    ease(0, 1 + at, across, { kind: "raise-most", reviewer: at }, secondPlacePrice);
    ease(1 + at, 0, reviewer.least, { kind: "lower-least", reviewer: at });
  }
  const supply = new Int32Array(nodes);
  supply[0] = wantedInAll;
  const pairArc = new Int32Array(reviewers.length * across).fill(-1);
  const setArc = new Int32Array(across);
  for (const [at, { sets, parents, innermost }] of forests.entries()) {
    const root = rootOf[at] as number;
    const first = root + 1;
    const wanted = cases[at]?.wanted ?? 0;
    supply[root] = -wanted;
    for (const reviewer of eligible[at] ?? []) {
      const pair = reviewer * across + at;
      const set = innermost[reviewer] as number;
      const node = set < 0 ? root : first + set;
      const begun = started.has(pair);
      const cost = elastic ? (begun ? -reliefPrice("release-started") : 0) : units.of(costs[pair] as number);
      const arc = arcs.add(1 + reviewer, node, cost, begun && !elastic ? 1 : 0, 1);
      pairArc[pair] = arc;
      if (begun && elastic) relief.push({ arc, kind: "release-started", reviewer, case: at });
    }
    setArc[at] = arcs.count;
    const above = (set: number) => ((parents[set] as number) < 0 ? root : first + (parents[set] as number));
    for (const [set, { least, most }] of sets.entries())
      arcs.add(first + set, above(set), 0, least, Math.max(least, most));
    for (const [set, { key, least }] of sets.entries()) {
      ease(first + set, above(set), wanted, { kind: "waive", case: at, key });
      ease(above(set), first + set, least, { kind: "waive", case: at, key });
    }
    ease(0, root, wanted, { kind: "want-fewer", case: at });
  }
  const net = network(nodes, arcs, supply);
  if (!elastic) guessPrices(net, problem, caseOf, units);
  fitToPrices(net);
  const crossing = forests.flatMap((forest, at) => forest.crossing.map((bound) => ({ ...bound, case: at })));
  return { ...layout, problem, units, net, rootOf, caseOf, pairArc, setNode, setArc, crossing, relief };
}

function guessPrices(net: Network, problem: AssignmentProblem, caseOf: Int32Array, units: Units): void {
  const guess = firstPrices(problem);
  net.price[0] = units.of(guess.source);
  net.price.set(guess.reviewers.map(units.of), 1);
  for (const [node, at] of caseOf.entries()) if (at >= 0) net.price[node] = units.of(guess.cases[at] as number);
  forgetShelves(net);
}

/** One arc for each step of the load's cost; the cheapest units are the ones that `least` demands. */
function addLoad(arcs: ArcList, node: number, reviewer: AssignmentReviewer, unit: (cost: number) => number): void {
  const { loadCost = [], least, most } = reviewer;
  const costOf = (nth: number) => unit(loadCost[Math.min(nth, loadCost.length) - 1] ?? 0);
  for (let from = 0; from < most; ) {
    const cost = costOf(from + 1);
    // The last step goes on for ever, so nothing beyond it needs to be looked at.
    let to = from + 1;
    while (to < most && to < loadCost.length && costOf(to + 1) === cost) to += 1;
    if (to >= loadCost.length) to = most;
    arcs.add(0, node, cost, Math.max(0, Math.min(to, least) - from), to - from);
    from = to;
  }
}
