/** The proof that comes with every result, in words of the problem: prices of reviewers, cases and rules. */
import type { Proof } from "./branch.ts";
import type { Model } from "./model.ts";

/** Prices in units of 1/scale of the costs, by id; 0 is left out. */
export interface Prices {
  /** What one more place with the reviewer is worth. */
  readonly reviewers: Readonly<Record<string, number>>;
  /** What one more review of the case would cost. */
  readonly cases: Readonly<Record<string, number>>;
  /** What a rule of a case costs: above 0 where its least binds, below 0 where its most does. */
  readonly rules: readonly { readonly case: string; readonly key: string; readonly price: number }[];
}

/**
 * `bound`: no plan under this branch costs less than the prices say. `impossible`: the prices, with costs of nothing, show
 * that there is no plan. `contradiction`: the pairs taken or left out so far break the rule. `branch`: a pair is left out,
 * or taken.
 */
export type CertifiedProof =
  | { readonly kind: "bound" | "impossible"; readonly prices: Prices }
  | { readonly kind: "contradiction"; readonly case: string; readonly key: string }
  | {
      readonly kind: "branch";
      readonly reviewer: string;
      readonly case: string;
      readonly left: CertifiedProof;
      readonly taken: CertifiedProof;
    };

export interface Certificate {
  /** Units per 1.0 of cost. */
  readonly scale: number;
  /** False: costs had more digits than sums can hold, and each was rounded to a unit. */
  readonly exact: boolean;
  /** Cost of the plan in units; absent when there is no plan. */
  readonly cost?: number;
  readonly proof: CertifiedProof;
}

export function certify(model: Model, proof: Proof, cost?: number): Certificate {
  const { scale, exact } = model.units;
  return { scale, exact, ...(cost === undefined ? {} : { cost }), proof: inWords(model, proof) };
}

function inWords(model: Model, proof: Proof): CertifiedProof {
  switch (proof.kind) {
    case "contradiction":
      return { kind: "contradiction", case: caseId(model, proof.rule.case), key: proof.rule.key };
    case "branch": {
      const { tail, head } = model.net.arcs;
      return {
        kind: "branch",
        reviewer: model.problem.reviewers[(tail[proof.arc] as number) - 1]?.id ?? "",
        case: caseId(model, model.caseOf[head[proof.arc] as number] as number),
        left: inWords(model, proof.left),
        taken: inWords(model, proof.taken),
      };
    }
    case "cut":
      return { kind: "impossible", prices: pricesOf(model, proof.prices) };
    case "bound":
      return { kind: "bound", prices: pricesOf(model, proof.prices, proof.rulePrices) };
  }
}

/** The node prices of the flow, as differences to the source and between nested sets, and prices of crossing rules. */
export function pricesOf(model: Model, byNode: Float64Array, byCrossing?: Float64Array): Prices {
  const { problem, forests, rootOf, setNode, crossing } = model;
  const source = byNode[0] as number;
  const rules = forests.flatMap(({ sets, parents }, at) =>
    sets.flatMap(({ key }, set) => {
      const first = setNode[at] as number;
      const parent = parents[set] as number;
      const above = byNode[parent < 0 ? (rootOf[at] as number) : first + parent] as number;
      const price = (byNode[first + set] as number) - above;
      return price === 0 ? [] : [{ case: caseId(model, at), key, price }];
    }),
  );
  for (const [at, { case: one, key }] of crossing.entries()) {
    const price = byCrossing?.[at] ?? 0;
    if (price !== 0) rules.push({ case: caseId(model, one), key, price });
  }
  const priced = (named: readonly { id: string }[], nodeOf: (at: number) => number) =>
    Object.fromEntries(
      named.flatMap(({ id }, at) => {
        const price = (byNode[nodeOf(at)] as number) - source;
        return price === 0 ? [] : [[id, price]];
      }),
    );
  return {
    reviewers: priced(problem.reviewers, (at) => 1 + at),
    cases: priced(problem.cases, (at) => rootOf[at] as number),
    rules,
  };
}

function caseId({ problem }: Model, at: number): string {
  return problem.cases[at]?.id ?? "";
}
