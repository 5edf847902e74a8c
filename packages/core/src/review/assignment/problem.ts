/** What an assignment is asked for: reviewers, cases, costs, rules, started work. The only place that says what a sound question is. */
import { DomainError } from "../../kernel/error.ts";
import type { ParkBound } from "./park-rule.ts";

/** Stands in `costs` for a pair that a HARD conflict forbids. */
export const HARD = Number.NaN;

export interface AssignmentReviewer {
  readonly id: string;
  /** Absent for a reviewer of no park: outside all of them, and limited by no rule per park. */
  readonly park?: string;
  /** Fewest and most cases of this run, started ones included. */
  readonly least: number;
  readonly most: number;
  /**
   * What the first, second, … case costs on top of the pair's own cost; must not fall (convex), the last value goes on.
   * Absent: load costs nothing.
   */
  readonly loadCost?: readonly number[];
}

export interface AssignmentCase {
  readonly id: string;
  /** How many reviewers it gets, started ones included. */
  readonly wanted: number;
  readonly bounds: readonly ParkBound[];
}

export interface PairOf {
  readonly reviewer: string;
  readonly case: string;
}

/** A rule of a case that somebody set aside, and why. `rule` is the rule's name or one key of it. */
export interface Waiver {
  readonly case: string;
  readonly rule: string;
  readonly reason: string;
}

export interface AssignmentProblem {
  readonly reviewers: readonly AssignmentReviewer[];
  readonly cases: readonly AssignmentCase[];
  /** Row by row, one row per reviewer: cost of the pair, lower is better; `HARD` where it is forbidden. */
  readonly costs: Float64Array;
  /** Two who may not sit on the same case. */
  readonly avoid: readonly (readonly [string, string])[];
  /** Work that has begun and is kept, unless a HARD conflict ends it. */
  readonly started: readonly PairOf[];
  readonly waivers: readonly Waiver[];
  /** Chooses among plans that cost the same; any integer. */
  readonly seed: number;
}

/** @throws DomainError invalid `assignment.…` naming the first thing that makes no sense. */
export function checkProblem(problem: AssignmentProblem): void {
  const { reviewers, cases, costs } = problem;
  const reviewerIds = distinct(reviewers, "reviewer");
  const caseIds = distinct(cases, "case");
  if (costs.length !== reviewers.length * cases.length)
    refuse("costs-size", { wanted: reviewers.length * cases.length, found: costs.length });
  for (let at = 0; at < costs.length; at++) {
    const cost = costs[at] as number;
    if (cost === Infinity || cost === -Infinity)
      refuse("cost-infinite", {
        reviewer: reviewers[Math.floor(at / cases.length)]?.id,
        case: cases[at % cases.length]?.id,
      });
  }
  for (const reviewer of reviewers) checkReviewer(reviewer);
  for (const { id, wanted, bounds } of cases) {
    if (!isCount(wanted)) refuse("wanted-not-a-count", { case: id, wanted });
    for (const { rule, least = 0, most = 0 } of bounds)
      if (!isCount(least) || !isCount(most)) refuse("bound-not-a-count", { case: id, rule });
  }
  for (const [one, other] of problem.avoid) {
    for (const id of [one, other]) if (!reviewerIds.has(id)) refuse("reviewer-unknown", { reviewer: id });
    if (one === other) refuse("avoids-oneself", { reviewer: one });
  }
  for (const pair of problem.started) {
    if (!reviewerIds.has(pair.reviewer)) refuse("reviewer-unknown", { reviewer: pair.reviewer });
    if (!caseIds.has(pair.case)) refuse("case-unknown", { case: pair.case });
  }
  for (const { case: id, rule, reason } of problem.waivers) {
    if (!caseIds.has(id)) refuse("case-unknown", { case: id });
    if (reason.trim() === "") refuse("waiver-without-reason", { case: id, rule });
  }
}

function checkReviewer({ id, least, most, loadCost = [] }: AssignmentReviewer): void {
  if (!isCount(least) || !isCount(most)) refuse("load-not-a-count", { reviewer: id, least, most });
  if (least > most) refuse("least-above-most", { reviewer: id, least, most });
  for (const [at, cost] of loadCost.entries()) {
    if (!Number.isFinite(cost)) refuse("load-cost-not-a-number", { reviewer: id });
    if (at > 0 && cost < (loadCost[at - 1] as number)) refuse("load-cost-falls", { reviewer: id, case: at + 1 });
  }
}

function distinct(named: readonly { id: string }[], noun: string): Set<string> {
  const ids = new Set<string>();
  for (const { id } of named) {
    if (id.trim() === "") refuse(`${noun}-without-id`, {});
    if (ids.has(id)) refuse(`${noun}-doubled`, { [noun]: id });
    ids.add(id);
  }
  return ids;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value < 1_000_000;
}

function refuse(reason: string, facts: Record<string, unknown>): never {
  throw new DomainError("invalid", `assignment.${reason}`, facts);
}
