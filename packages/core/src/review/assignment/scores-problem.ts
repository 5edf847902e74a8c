/** The assignment that outsiders ask for: the most score in all, the same count for every application, no other rule. */
import type { Certificate } from "./certificate.ts";
import type { Mend } from "./mend.ts";
import type { AssignmentProblem } from "./problem.ts";
import type { ScoreMatrix } from "./scores-csv.ts";

export interface ScoreDemand {
  readonly perApplication: number;
  readonly mostLoad: number;
  readonly leastLoad: number;
  readonly seed: number;
}

export function scoresProblem(matrix: ScoreMatrix, demand: ScoreDemand): AssignmentProblem {
  return {
    reviewers: matrix.reviewers.map((id) => ({ id, least: demand.leastLoad, most: demand.mostLoad })),
    cases: matrix.applications.map((id) => ({ id, wanted: demand.perApplication, bounds: [] })),
    costs: matrix.scores.map((score) => (score === 0 ? 0 : -score)),
    avoid: [],
    started: [],
    waivers: [],
    seed: demand.seed,
  };
}

/** One option that alone is enough, where the smallest change touches only one kind of demand. */
export function optionFor({ changes }: Mend, demand: ScoreDemand): string | undefined {
  const [{ kind } = { kind: undefined }] = changes;
  if (changes.some((change) => change.kind !== kind)) return undefined;
  const by = Math.max(...changes.map((change) => change.by));
  if (kind === "raise-most") return `--max-load ${demand.mostLoad + by}`;
  if (kind === "lower-least") return `--min-load ${demand.leastLoad - by}`;
  if (kind === "want-fewer" && demand.perApplication > by) return `--per-application ${demand.perApplication - by}`;
  return undefined;
}

/**
 * The certificate in words of scores. For any prices p of reviewers and q of applications, the sum of scores is at most
 * K · Σ q + Σ over reviewers of the most of k · p for loads k from least to most + Σ over pairs of max(0, score − p − q).
 */
export interface ScoreCertificate {
  readonly exact: boolean;
  readonly reviewerPrices: Record<string, number>;
  readonly applicationPrices: Record<string, number>;
}

/** Undefined for a proof that needs branches: a matrix of scores never does. */
export function scoreCertificate(matrix: ScoreMatrix, certificate: Certificate): ScoreCertificate | undefined {
  const { proof, scale, exact } = certificate;
  if (proof.kind !== "bound" && proof.kind !== "impossible") return undefined;
  // A proof of impossibility has prices without a measure.
  const unit = proof.kind === "bound" ? scale : 1;
  const named = (ids: readonly string[], prices: Readonly<Record<string, number>>, sign: 1 | -1) =>
    Object.fromEntries(ids.map((id) => [id, ((prices[id] ?? 0) * sign) / unit || 0]));
  return {
    exact,
    reviewerPrices: named(matrix.reviewers, proof.prices.reviewers, 1),
    applicationPrices: named(matrix.applications, proof.prices.cases, -1),
  };
}
