/** Answers why a reviewer has a case, why not, and what a change would cost, in words that staff can pass on. */
import { DomainError } from "../../kernel/error.ts";
import { ruleText } from "./park-rule.ts";
import type { PairOf } from "./problem.ts";
import type { OpenPlan } from "./solve.ts";
import { type Loosened, type Move, type PairAt, type Question, type WhatIf, whatIf } from "./what-if.ts";

export interface Obstacle {
  readonly kind: "load" | "rule";
  /** Key of the rule. */
  readonly rule?: string;
  /** What the pair would change if this did not count; below 0 it would even save. */
  readonly changeWithout: number;
  readonly text: string;
}

export interface PairExplanation extends PairOf, WhatIf {
  /** `change` and `moves`: for `assigned`, of leaving the pair out; for `not-assigned`, of taking it. */
  readonly verdict: "assigned" | "started" | "hard-conflict" | "not-assigned";
  /** The pair's own cost. */
  readonly cost?: number;
  /** What stands in the way of a pair that is not assigned, the weightiest first. */
  readonly obstacles: readonly Obstacle[];
  readonly text: string;
}

/** @throws DomainError not_found `assignment.pair-unknown` */
export function explainPair(open: OpenPlan, pair: PairOf): PairExplanation {
  const at = placeOf(open, pair);
  const { problem, started } = open.model;
  const place = at.reviewer * problem.cases.length + at.case;
  const cost = problem.costs[place] as number;
  const base = { reviewer: pair.reviewer, case: pair.case, obstacles: [] };
  if (Number.isNaN(cost)) {
    const text = `${pair.reviewer} has a conflict with ${pair.case} and may not have it at any price.`;
    return { ...base, verdict: "hard-conflict", moves: [], text };
  }
  if (started.has(place)) {
    const text = `${pair.reviewer} has begun on ${pair.case}; started work is kept.`;
    return { ...base, verdict: "started", cost, moves: [], text };
  }
  if (open.plan.pairs.some((one) => one.reviewer === pair.reviewer && one.case === pair.case)) {
    const without = whatIf(open, { leave: [at] });
    return { ...base, verdict: "assigned", cost, ...without, text: whyText(pair, without) };
  }
  const forced = whatIf(open, { take: [at] });
  const obstacles = obstaclesOf(open, at, forced);
  return { ...base, verdict: "not-assigned", cost, ...forced, obstacles, text: whyNotText(pair, forced, obstacles) };
}

/** What it would cost to take some pairs and leave out others: the price of a move by hand. @throws as `explainPair` */
export function priceOfMoves(
  open: OpenPlan,
  moves: { readonly take?: readonly PairOf[]; readonly leave?: readonly PairOf[] },
): WhatIf & { readonly text: string } {
  const question: Question = {
    take: (moves.take ?? []).map((pair) => placeOf(open, pair)),
    leave: (moves.leave ?? []).map((pair) => placeOf(open, pair)),
  };
  const result = whatIf(open, question);
  const text =
    result.change === undefined
      ? "No plan has this: a conflict, a load or a rule forbids it."
      : `This costs ${priceText(result.change)}.${followText(result.moves, [...(moves.take ?? []), ...(moves.leave ?? [])])}`;
  return { ...result, text };
}

/** What a case's rule costs the whole plan: below 0, the plan would cost less without it. @throws as `explainPair`, also for a rule that the case has not (waived, or nothing can break it) */
export function priceOfRule(open: OpenPlan, id: string, key: string): WhatIf & { readonly text: string } {
  const at = open.model.problem.cases.findIndex((one) => one.id === id);
  const loosen = limitsAt(open, at).find((limit) => limit.key === key)?.loosen;
  if (loosen === undefined) throw new DomainError("not_found", "assignment.rule-unknown", { case: id, rule: key });
  const result = whatIf(open, { loosen });
  const saved = -(result.change ?? 0);
  const text =
    saved > 0
      ? `The rule for ${id} (${ruleText(key)}) changes the plan: it costs ${number(saved)}.${followText(result.moves, [], "Without it ")}`
      : `The rule for ${id} (${ruleText(key)}) costs nothing: the plan keeps it anyway.`;
  return { ...result, text };
}

function placeOf({ model }: OpenPlan, pair: PairOf): PairAt {
  const reviewer = model.problem.reviewers.findIndex(({ id }) => id === pair.reviewer);
  const at = model.problem.cases.findIndex(({ id }) => id === pair.case);
  if (reviewer < 0 || at < 0) throw new DomainError("not_found", "assignment.pair-unknown", { ...pair });
  return { reviewer, case: at };
}

interface Limit {
  readonly key: string;
  readonly members: readonly number[];
  readonly least: number;
  readonly loosen: Loosened;
}

function limitsAt({ model }: OpenPlan, at: number): Limit[] {
  const sets = model.forests[at]?.sets ?? [];
  return [
    ...sets.map((one, set) => ({ ...one, loosen: { kind: "set" as const, case: at, set } })),
    ...model.crossing
      .filter((rule) => rule.case === at)
      .map((rule) => ({ ...rule, loosen: { kind: "crossing" as const, rule } })),
  ];
}

/** Limits without which the pair would cost less than it does. */
function obstaclesOf(open: OpenPlan, at: PairAt, forced: WhatIf): Obstacle[] {
  const { reviewers } = open.model.problem;
  const { id = "", most = 0 } = reviewers[at.reviewer] ?? {};
  const found: Obstacle[] = [];
  const ask = (loosen: Loosened, what: (change: number) => Omit<Obstacle, "changeWithout">) => {
    const { change } = whatIf(open, { take: [at], loosen });
    if (change !== undefined && (forced.change === undefined || change < forced.change))
      found.push({ ...what(change), changeWithout: change });
  };
  ask({ kind: "load", reviewer: at.reviewer }, (change) => ({
    kind: "load",
    text: `the load of ${id} (${most} at most; with one place more: ${priceText(change)})`,
  }));
  for (const { key, members, least, loosen } of limitsAt(open, at.case)) {
    // A rule stands in the way of its members by its most, and of all others by its least.
    if (!members.includes(at.reviewer) && least === 0) continue;
    ask(loosen, (change) => ({
      kind: "rule",
      rule: key,
      text: `the rule "${ruleText(key)}" (without it: ${priceText(change)})`,
    }));
  }
  return found.sort((a, b) => a.changeWithout - b.changeWithout);
}

function whyText(pair: PairOf, without: WhatIf): string {
  if (without.change === undefined) return `${pair.reviewer} has ${pair.case}: no plan is possible without it.`;
  if (without.change === 0)
    return `${pair.reviewer} has ${pair.case}, but another plan is as good.${followText(without.moves, [pair], "There ")}`;
  return `${pair.reviewer} has ${pair.case}: without it the plan would cost ${number(without.change)} more.${followText(without.moves, [pair], "Then ")}`;
}

function whyNotText(pair: PairOf, forced: WhatIf, obstacles: readonly Obstacle[]): string {
  const because = obstacles.length > 0 ? `, because of ${obstacles.map(({ text }) => text).join(", and of ")}` : "";
  if (forced.change === undefined) return `${pair.reviewer} cannot have ${pair.case}: no plan allows it${because}.`;
  const price = forced.change === 0 ? "would cost nothing more" : `would cost ${number(forced.change)} more`;
  return `${pair.reviewer} does not have ${pair.case}: it ${price}${because}.${followText(forced.moves, [pair])}`;
}

/** What else moves, apart from the pairs that were asked for. */
function followText(moves: readonly Move[], asked: readonly PairOf[], opening = "Then "): string {
  const others = moves.filter(
    (move) => !asked.some((pair) => pair.reviewer === move.reviewer && pair.case === move.case),
  );
  if (others.length === 0) return "";
  const shown = others
    .slice(0, 6)
    .map(({ reviewer, case: id, change }) => `${reviewer} ${change === "added" ? "takes" : "leaves"} ${id}`);
  if (others.length > shown.length) shown.push(`and ${others.length - shown.length} more change`);
  return ` ${opening}${shown.join(", ")}.`;
}

function priceText(change: number): string {
  if (change === 0) return "nothing more";
  return change > 0 ? `${number(change)} more` : `${number(-change)} less`;
}

/** Three decimals at most, and never a price of 0 for something that costs. */
function number(value: number): string {
  const rounded = Number(value.toFixed(3));
  return String(rounded === 0 ? Number(value.toPrecision(1)) : rounded);
}
