/** Asks an open plan what it would cost if pairs were taken or left out, or a limit did not count. */
import { branchAndBound } from "./branch.ts";
import type { CrossingBound, Model } from "./model.ts";
import { fitToPrices, setBounds } from "./network.ts";
import type { PairOf } from "./problem.ts";
import type { OpenPlan } from "./solve.ts";
import { pairsHeld } from "./solve.ts";

/** A pair by its positions in the problem. */
export interface PairAt {
  readonly reviewer: number;
  readonly case: number;
}

export interface Move extends PairOf {
  readonly change: "added" | "removed";
}

export interface WhatIf {
  /** What it adds to the cost of the plan, in the costs' own measure; absent when there is no plan then. */
  readonly change?: number;
  /** What else the plan would look like, sorted by case. */
  readonly moves: readonly Move[];
}

/** An upper limit that does not count: a set of a case, a crossing rule, or the load of a reviewer (one place more). */
export type Loosened =
  | { readonly kind: "set"; readonly case: number; readonly set: number }
  | { readonly kind: "crossing"; readonly rule: CrossingBound }
  | { readonly kind: "load"; readonly reviewer: number };

export interface Question {
  readonly take?: readonly PairAt[];
  readonly leave?: readonly PairAt[];
  readonly loosen?: Loosened;
}

/** Leaves the open plan as it was. A HARD conflict cannot be taken: there is no plan then. */
export function whatIf(open: OpenPlan, question: Question): WhatIf {
  const { model, settler, root } = open;
  const { net, pairArc, problem } = model;
  const across = problem.cases.length;
  const changed = new Map<number, readonly [number, number]>();
  const bound = (arc: number, change: () => void) => {
    if (!changed.has(arc)) changed.set(arc, [net.arcs.low[arc] as number, net.arcs.high[arc] as number]);
    change();
  };
  let possible = true;
  for (const [pairs, take] of [
    [question.take ?? [], true],
    [question.leave ?? [], false],
  ] as const)
    for (const pair of pairs) {
      const arc = pairArc[pair.reviewer * across + pair.case] as number;
      if (arc < 0) possible &&= !take;
      else if (take ? net.arcs.high[arc] === 0 : net.arcs.low[arc] === 1) possible = false;
      else bound(arc, () => (take ? settler.force(arc) : settler.forbid(arc)));
    }
  const arc = question.loosen === undefined ? undefined : limitArc(model, question.loosen);
  if (arc !== undefined) {
    const more = question.loosen?.kind === "load" ? (net.arcs.high[arc] as number) + 1 : problem.reviewers.length;
    const low = question.loosen?.kind === "load" ? (net.arcs.low[arc] as number) : 0;
    bound(arc, () => setBounds(net, arc, low, more));
    fitToPrices(net, [arc]);
  }
  const rule = question.loosen?.kind === "crossing" ? question.loosen.rule : undefined;
  const found = possible ? branchAndBound(model, settler, Number.POSITIVE_INFINITY, rule) : undefined;
  const moves = found?.plan === undefined ? [] : movesTo(open, pairsHeld(model, net));
  for (const [one, [low, high]] of changed) setBounds(net, one, low, high);
  settler.restore(root);
  if (found?.plan === undefined) return { moves: [] };
  return { change: (found.cost - open.cost) / model.units.scale, moves };
}

/** The arc that holds a limit; undefined for rules that no arc holds, and for reviewers without places. */
function limitArc({ net, setArc }: Model, loosened: Loosened): number | undefined {
  if (loosened.kind === "set") return (setArc[loosened.case] as number) + loosened.set;
  if (loosened.kind === "crossing") return undefined;
  const node = 1 + loosened.reviewer;
  const into = [...net.inArcs.subarray(net.inStart[node], net.inStart[node + 1])];
  return into.sort((a, b) => (net.arcs.cost[b] as number) - (net.arcs.cost[a] as number) || b - a)[0];
}

function movesTo({ plan, model }: OpenPlan, pairs: readonly PairAt[]): Move[] {
  const { reviewers, cases } = model.problem;
  const name = ({ reviewer, case: id }: PairOf) => `${id}\n${reviewer}`;
  const before = new Map(plan.pairs.map((pair) => [name(pair), pair]));
  const moves: Move[] = [];
  for (const pair of pairs) {
    const named = { reviewer: reviewers[pair.reviewer]?.id ?? "", case: cases[pair.case]?.id ?? "" };
    if (!before.delete(name(named))) moves.push({ ...named, change: "added" });
  }
  for (const { reviewer, case: id } of before.values()) moves.push({ reviewer, case: id, change: "removed" });
  return moves.sort((a, b) => (`${a.case}\n${a.change}` < `${b.case}\n${b.change}` ? -1 : 1));
}
