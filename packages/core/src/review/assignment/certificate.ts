/** The proof that comes with every result, in words of the problem: prices of reviewers, cases and rules. */
import type { Proof } from "./branch.ts";
import type { Model } from "./model.ts";

/** Prices are in units of 1/scale of the costs, by position in the problem. */
export interface Prices {
  /** What one more place with the reviewer is worth. */
  readonly reviewers: readonly number[];
  /** What one more review of the case would cost. */
  readonly cases: readonly number[];
  /** What a rule of a case costs: above 0 where its least binds, below 0 where its most does; 0 is left out. */
  readonly rules: readonly { readonly case: number; readonly key: string; readonly price: number }[];
}

/**
 * `bound`: no plan under this branch costs less than the prices say. `impossible`: the prices, with costs of nothing, show
 * that there is no plan. `branch`: of `reviewers`, all in the rule's set, child i leaves out (`most`) or takes (`least`)
 * number i and takes or leaves out those before it. `contradiction`: the branch takes and leaves out the same pair.
 */
export type CertifiedProof =
  | { readonly kind: "bound" | "impossible"; readonly prices: Prices }
  | { readonly kind: "contradiction" }
  | {
      readonly kind: "branch";
      readonly case: number;
      readonly key: string;
      readonly side: "least" | "most";
      readonly reviewers: readonly number[];
      readonly children: readonly CertifiedProof[];
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
      return proof;
    case "branch": {
      const { rule, side, reviewers, children } = proof;
      return {
        kind: "branch",
        case: rule.case,
        key: rule.key,
        side,
        reviewers,
        children: children.map((child) => inWords(model, child)),
      };
    }
    default:
      return { kind: proof.kind === "cut" ? "impossible" : "bound", prices: pricesOf(model, proof.prices) };
  }
}

/** The node prices of the flow, as differences to the source and between nested sets. */
export function pricesOf({ problem, forests, rootOf, setNode }: Model, byNode: Float64Array): Prices {
  const source = byNode[0] as number;
  const rules = forests.flatMap(({ sets, parents }, at) =>
    sets.flatMap(({ key }, set) => {
      const first = setNode[at] as number;
      const parent = parents[set] as number;
      const above = byNode[parent < 0 ? (rootOf[at] as number) : first + parent] as number;
      const price = (byNode[first + set] as number) - above;
      return price === 0 ? [] : [{ case: at, key, price }];
    }),
  );
  return {
    reviewers: problem.reviewers.map((_, at) => (byNode[1 + at] as number) - source),
    cases: problem.cases.map((_, at) => (byNode[rootOf[at] as number] as number) - source),
    rules,
  };
}
