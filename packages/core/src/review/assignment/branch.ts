/**
 * Branch and bound for the rules that no flow can hold: sets that overlap without nesting break the total unimodularity of
 * the flow's matrix. The flow with prices on those rules is the bound; only pairs under such a rule are branched on.
 */
import { type CrossingPrices, crossingPrices, type PricedRule } from "./crossing-prices.ts";
import type { CrossingBound, Model } from "./model.ts";
import { reducedCost, setBounds } from "./network.ts";
import type { Cut, Settler } from "./settle.ts";
import { type Snapshot, takeSnapshot } from "./snapshot.ts";

/**
 * Why nothing cheaper exists. `prices` by node and by crossing rule bound the cost from below (`cut`: they show that no flow
 * exists). A branch leaves a pair out or takes it. `contradiction`: a rule is broken by the pairs fixed so far.
 */
export type Proof =
  | { readonly kind: "bound"; readonly prices: Float64Array; readonly rulePrices: Float64Array }
  | { readonly kind: "cut"; readonly prices: Float64Array }
  | { readonly kind: "contradiction"; readonly rule: CrossingBound }
  | { readonly kind: "branch"; readonly arc: number; readonly left: Proof; readonly taken: Proof };

export interface Found {
  /** In units; Infinity when there is no plan. */
  readonly cost: number;
  readonly plan?: { readonly flow: Snapshot; readonly rulePrices: Float64Array };
  readonly proof: Proof;
  /** Branches that were looked at; 1: none was needed. */
  readonly branches: number;
  /** Crossing rules that the plan breaks, and by how much; only with easing. */
  readonly eased: readonly { readonly rule: CrossingBound; readonly by: number }[];
}

/**
 * The best plan from the network's present bounds on; leaves bounds and costs as they were.
 * @param easing what one unit outside a crossing rule costs; Infinity: none may be
 * @param without a crossing rule that does not count
 */
export function branchAndBound(
  model: Model,
  settler: Settler,
  easing = Number.POSITIVE_INFINITY,
  without?: CrossingBound,
): Found {
  const { net } = model;
  const crossing = model.crossing.filter((rule) => rule !== without);
  const rulePrices = crossingPrices({ ...model, crossing }, settler, easing);
  let best = Number.POSITIVE_INFINITY;
  let plan: Found["plan"];
  let eased: Found["eased"] = [];
  let branches = 0;

  const remember = () => {
    const cost = rulePrices.cost();
    if (!(cost < best)) return;
    best = cost;
    plan = { flow: takeSnapshot(net), rulePrices: rulePrices.prices.slice() };
    eased = rulePrices.rules.flatMap(({ rule }, at) => {
      const by = Math.abs(rulePrices.excess(at));
      return by > 0 ? [{ rule, by }] : [];
    });
  };

  const explore = (): Proof => {
    branches += 1;
    const cut = settler.settle();
    if (cut !== undefined) return { kind: "cut", prices: cutPrices(cut) };
    remember();
    if (rulePrices.bound() < best) {
      rulePrices.improve();
      remember();
    }
    let choice = choose(model, rulePrices, easing);
    while (choice !== undefined && "idle" in choice && rulePrices.bound() < best) {
      rulePrices.drop(choice.idle);
      remember();
      choice = choose(model, rulePrices, easing);
    }
    if (choice === undefined || "idle" in choice || rulePrices.bound() >= best)
      return { kind: "bound", prices: net.price.slice(), rulePrices: rulePrices.prices.slice() };
    if ("broken" in choice) return { kind: "contradiction", rule: choice.broken };
    const { arc, takeFirst } = choice;
    const here = rulePrices.save();
    const child = (take: boolean): Proof => {
      if (take) settler.force(arc);
      else settler.forbid(arc);
      const proof = explore();
      setBounds(net, arc, 0, 1);
      rulePrices.load(here);
      return proof;
    };
    const first = child(takeFirst);
    const second = child(!takeFirst);
    return { kind: "branch", arc, left: takeFirst ? second : first, taken: takeFirst ? first : second };
  };

  const proof = explore();
  rulePrices.load({ prices: new Float64Array(rulePrices.prices.length), flow: plan?.flow ?? takeSnapshot(net) });
  return { cost: best, ...(plan === undefined ? {} : { plan }), proof, branches, eased };
}

function cutPrices({ inside }: Cut): Float64Array {
  return Float64Array.from(inside);
}

/** A pair to branch on, a rule that the pairs fixed so far break, or a price that is paid for nothing. */
type Choice =
  | { readonly arc: number; readonly takeFirst: boolean }
  | { readonly broken: CrossingBound }
  | { readonly idle: number };

/** The pair that decides most about a rule that is broken, or whose price does not come in. */
function choose({ net }: Model, { rules, prices, count, excess }: CrossingPrices, easing: number): Choice | undefined {
  const open = ({ arcs }: PricedRule, flowing: boolean) =>
    arcs
      .filter((arc) => net.arcs.low[arc] !== net.arcs.high[arc] && (net.flow[arc] as number) > 0 === flowing)
      .sort((a, b) =>
        flowing ? reducedCost(net, b) - reducedCost(net, a) : reducedCost(net, a) - reducedCost(net, b),
      );
  for (const [at, one] of rules.entries()) {
    const outside = excess(at);
    if (outside === 0) continue;
    const [arc] = open(one, outside > 0);
    if (arc !== undefined) return { arc, takeFirst: outside < 0 };
    if (easing === Number.POSITIVE_INFINITY) return { broken: one.rule };
  }
  for (const [at, one] of rules.entries()) {
    const price = prices[at] as number;
    if (price === 0 || excess(at) !== 0 || count(at) === (price > 0 ? one.rule.least : one.rule.most)) continue;
    const [arc] = open(one, price > 0);
    return arc === undefined ? { idle: at } : { arc, takeFirst: price < 0 };
  }
  return undefined;
}
