/**
 * Prices for the rules that no flow can hold (Lagrangian relaxation; Geoffrion, 1974): each such rule makes its members
 * dearer or cheaper until the flow keeps it by itself, one rule at a time. What is left open is for branching.
 */
import type { CrossingBound, Model } from "./model.ts";
import { fitToPrices, reducedCost, setBounds, setCost } from "./network.ts";
import type { Settler } from "./settle.ts";
import { flowCost, type Snapshot, takeSnapshot } from "./snapshot.ts";

/** A crossing rule with the arcs of its members. */
export interface PricedRule {
  readonly rule: CrossingBound;
  readonly arcs: readonly number[];
}

export interface CrossingPrices {
  readonly rules: readonly PricedRule[];
  /** By rule, as in a certificate: below 0 where `most` is too many wanted, above 0 where `least` is too few. */
  readonly prices: Float64Array;
  /** Members of the rule that flow now. */
  count(at: number): number;
  /** How far a count is outside the rule: above 0 too many, below 0 too few. */
  excess(at: number): number;
  /** What every flow costs at least that keeps the rules. Needs a settled flow. */
  bound(): number;
  /** What the present flow costs without prices, with what it breaks at the price of easing. */
  cost(): number;
  /** Improves the prices, a few times round at most. */
  improve(): void;
  /** Takes a price back that is paid for nothing. */
  drop(at: number): void;
  save(): State;
  load(state: State): void;
}

export interface State {
  readonly prices: Float64Array;
  readonly flow: Snapshot;
}

const ROUNDS = 8;
/** Of many members outside, only those nearest to coming in are asked. */
const ASKED = 4;

/** @param easing what one unit outside a rule costs; Infinity: none may be */
export function crossingPrices(model: Model, settler: Settler, easing: number): CrossingPrices {
  const { net } = model;
  const across = model.problem.cases.length;
  const rules: PricedRule[] = model.crossing.map((rule) => ({
    rule,
    arcs: rule.members.map((reviewer) => model.pairArc[reviewer * across + rule.case] as number),
  }));
  const prices = new Float64Array(rules.length);
  const count = (at: number) =>
    (rules[at] as PricedRule).arcs.reduce((sum, arc) => sum + ((net.flow[arc] as number) > 0 ? 1 : 0), 0);
  const excess = (at: number) => {
    const { least, most } = (rules[at] as PricedRule).rule;
    const now = count(at);
    return now > most ? now - most : now < least ? now - least : 0;
  };

  const setPrice = (at: number, price: number, refit: boolean) => {
    const change = price - (prices[at] as number);
    if (change === 0) return;
    prices[at] = price;
    const { arcs } = rules[at] as PricedRule;
    for (const arc of arcs) setCost(net, arc, (net.arcs.cost[arc] as number) - change);
    if (refit) {
      fitToPrices(net, arcs);
      settler.settle();
    }
  };

  /** What it costs to leave out (or take) a member at the present prices. */
  const probe = (arc: number, take: boolean): number => {
    const low = net.arcs.low[arc] as number;
    const high = net.arcs.high[arc] as number;
    if (low === high) return Number.POSITIVE_INFINITY;
    const before = takeSnapshot(net);
    const cost = flowCost(net);
    if (take) settler.force(arc);
    else settler.forbid(arc);
    const change = settler.settle() === undefined ? flowCost(net) - cost : Number.POSITIVE_INFINITY;
    setBounds(net, arc, low, high);
    settler.restore(before);
    return change;
  };
  /** The two smallest costs of one member changing sides. */
  const cheapest = (arcs: readonly number[], taken: boolean): [number, number] => {
    const asked = arcs
      .filter((arc) => (net.flow[arc] as number) > 0 === taken)
      .sort((a, b) => (taken ? reducedCost(net, b) - reducedCost(net, a) : reducedCost(net, a) - reducedCost(net, b)))
      .slice(0, taken ? undefined : ASKED);
    const [first = Number.POSITIVE_INFINITY, second = Number.POSITIVE_INFINITY] = asked
      .map((arc) => probe(arc, !taken))
      .sort((a, b) => a - b);
    return [first, second];
  };
  /** Between the first member that moves and the second every price is as good: the middle makes the first one move. */
  const between = ([first, second]: [number, number]) =>
    second === Number.POSITIVE_INFINITY ? first + 1 : Math.ceil((first + second) / 2);

  const improveOne = (at: number): boolean => {
    const { rule, arcs } = rules[at] as PricedRule;
    const now = count(at);
    const price = prices[at] as number;
    const over = now > rule.most || (price > 0 && now > rule.least);
    const under = now < rule.least || (price < 0 && now < rule.most);
    if (!over && !under) return false;
    const steps = cheapest(arcs, over);
    if (steps[0] === Number.POSITIVE_INFINITY) {
      // Nobody can move: a price that cannot help is taken back, a rule that cannot be kept is left to branching.
      if (price === 0 || price > 0 !== over) return false;
      setPrice(at, 0, true);
      return true;
    }
    let next = over ? price - between(steps) : price + between(steps);
    if (price > 0 && over) next = now > rule.most ? next : Math.max(next, 0);
    if (price < 0 && under) next = now < rule.least ? next : Math.min(next, 0);
    next = Math.max(-easing, Math.min(easing, next));
    if (next === price) return false;
    setPrice(at, next, true);
    return true;
  };

  const bound = () => {
    let sum = flowCost(net);
    for (const [at, price] of prices.entries()) {
      const { least, most } = (rules[at] as PricedRule).rule;
      if (price !== 0) sum += price * (price > 0 ? least : most);
    }
    return sum;
  };

  const save = () => ({ prices: prices.slice(), flow: takeSnapshot(net) });
  const load = (state: State) => {
    for (const [at, price] of state.prices.entries()) setPrice(at, price, false);
    settler.restore(state.flow);
  };
  const cost = () => {
    let sum = flowCost(net);
    for (const [at, price] of prices.entries()) {
      if (price !== 0) sum += price * count(at);
      const outside = Math.abs(excess(at));
      if (outside > 0) sum += outside * easing;
    }
    return sum;
  };
  const improve = () => {
    let best = bound();
    let kept = save();
    for (let round = 0; round < ROUNDS; round++) {
      let changed = false;
      for (const at of rules.keys()) if (improveOne(at)) changed = true;
      if (!changed) break;
      const now = bound();
      if (now > best) {
        best = now;
        kept = save();
      } else if (round > 1) break;
    }
    if (bound() < best) load(kept);
  };
  return { rules, prices, count, excess, bound, cost, improve, drop: (at) => setPrice(at, 0, true), save, load };
}
