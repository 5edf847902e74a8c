/**
 * Branch and bound for the rules that no flow can hold: sets that overlap without nesting break the total unimodularity of
 * the flow's matrix. The flow without them is the bound; only cases where it breaks such a rule are branched on.
 */
import type { CrossingBound, Model } from "./model.ts";
import { setBounds } from "./network.ts";
import type { Cut, Settler } from "./settle.ts";
import { flowCost, type Snapshot, takeSnapshot } from "./snapshot.ts";

/**
 * Why nothing cheaper exists. `prices` by node bound the cost from below (`cut`: they show that no flow exists); a branch
 * splits all plans by one rule: of `reviewers`, in turn, one is left out (`most`) or taken (least) and those before it are
 * taken or left out.
 */
export type Proof =
  | { readonly kind: "bound" | "cut"; readonly prices: Float64Array }
  | { readonly kind: "contradiction" }
  | {
      readonly kind: "branch";
      readonly rule: CrossingBound;
      readonly side: "least" | "most";
      readonly reviewers: readonly number[];
      readonly children: readonly Proof[];
    };

export interface Found {
  /** In units; Infinity when there is no plan. */
  readonly cost: number;
  readonly plan?: Snapshot;
  readonly proof: Proof;
  /** Flows that were computed. */
  readonly nodes: number;
  /** Crossing rules set aside, only with `waivePrice`. */
  readonly waived: readonly CrossingBound[];
}

interface Broken {
  readonly rule: CrossingBound;
  readonly side: "least" | "most";
  readonly reviewers: readonly number[];
}

interface Child {
  readonly apply: () => boolean;
  readonly undo: () => void;
}

/**
 * The best plan from the network's present bounds on; leaves bounds as they were.
 * @param waivePrice what setting a crossing rule aside costs; absent: none may be
 */
export function branchAndBound(model: Model, settler: Settler, waivePrice?: number): Found {
  const { net, crossing } = model;
  let best = Number.POSITIVE_INFINITY;
  let plan: Snapshot | undefined;
  let waivedThen: CrossingBound[] = [];
  let nodes = 0;
  const waived = new Set<CrossingBound>();

  const settled = (): { cut?: Cut; cost: number } => {
    nodes += 1;
    const cut = settler.settle();
    return cut === undefined
      ? { cost: flowCost(net) + waived.size * (waivePrice ?? 0) }
      : { cut, cost: Number.POSITIVE_INFINITY };
  };

  const explore = (cost: number): Proof => {
    const rules = crossing.filter((rule) => !waived.has(rule));
    const broken = cost < best ? firstBroken(model, rules) : undefined;
    if (broken === undefined) {
      if (cost < best) {
        best = cost;
        plan = takeSnapshot(net);
        waivedThen = [...waived];
      }
      return { kind: "bound", prices: net.price.slice() };
    }
    const here = takeSnapshot(net);
    const tried = childrenOf(model, settler, broken, waivePrice === undefined ? undefined : waived).map((child) => {
      const sound = child.apply();
      const result = sound ? settled() : undefined;
      const there = result && result.cut === undefined ? takeSnapshot(net) : undefined;
      child.undo();
      settler.restore(here);
      return { child, result, there };
    });
    const proofs: Proof[] = tried.map(({ result }) =>
      result?.cut === undefined ? { kind: "contradiction" } : { kind: "cut", prices: cutPrices(result.cut) },
    );
    const open = [...tried.entries()].filter(([, { there }]) => there !== undefined);
    open.sort(([, a], [, b]) => (a.result?.cost ?? 0) - (b.result?.cost ?? 0));
    for (const [at, { child, result, there }] of open) {
      child.apply();
      settler.restore(there as Snapshot);
      proofs[at] = explore(result?.cost ?? 0);
      child.undo();
    }
    settler.restore(here);
    return { kind: "branch", ...broken, children: proofs };
  };

  const root = settled();
  const proof: Proof = root.cut === undefined ? explore(root.cost) : { kind: "cut", prices: cutPrices(root.cut) };
  return { cost: best, ...(plan === undefined ? {} : { plan }), proof, nodes, waived: waivedThen };
}

function cutPrices({ inside }: Cut): Float64Array {
  return Float64Array.from(inside);
}

function firstBroken({ net, pairArc, problem }: Model, rules: readonly CrossingBound[]): Broken | undefined {
  const across = problem.cases.length;
  for (const rule of rules) {
    const arcOf = (reviewer: number) => pairArc[reviewer * across + rule.case] as number;
    const taken = rule.members.filter((reviewer) => (net.flow[arcOf(reviewer)] as number) > 0);
    if (taken.length > rule.most) return { rule, side: "most", reviewers: taken.slice(0, rule.most + 1) };
    if (taken.length < rule.least) {
      const reduced = (reviewer: number) => {
        const arc = arcOf(reviewer);
        return (net.arcs.cost[arc] as number) + (net.price[1 + reviewer] as number);
      };
      const others = rule.members.filter((reviewer) => !taken.includes(reviewer));
      return { rule, side: "least", reviewers: others.sort((a, b) => reduced(a) - reduced(b)) };
    }
  }
  return undefined;
}

/** The ways to keep a broken rule, which together leave no plan out; with `waived`, also to set it aside. */
function childrenOf(model: Model, settler: Settler, broken: Broken, waived?: Set<CrossingBound>): Child[] {
  const { low, high } = model.net.arcs;
  const across = model.problem.cases.length;
  const arcs = broken.reviewers.map((reviewer) => model.pairArc[reviewer * across + broken.rule.case] as number);
  const children: Child[] = arcs.map((last, at) => {
    const mine = arcs.slice(0, at + 1);
    const before = mine.map((arc) => [low[arc] as number, high[arc] as number] as const);
    return {
      apply() {
        return mine.every((arc) => {
          const use = (arc === last) === (broken.side === "least");
          if (use ? high[arc] === 0 : low[arc] === 1) return false;
          if (use) settler.force(arc);
          else settler.forbid(arc);
          return true;
        });
      },
      undo() {
        for (const [index, arc] of mine.entries()) {
          const [least = 0, most = 1] = before[index] ?? [];
          setBounds(model.net, arc, least, most);
        }
      },
    };
  });
  if (waived !== undefined)
    children.push({
      apply: () => waived.add(broken.rule).has(broken.rule),
      undo: () => waived.delete(broken.rule),
    });
  return children;
}
