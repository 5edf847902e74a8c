/** What of a published call may still be changed, and which fields a change touches. */
import type { CaseStatus } from "../application/case.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { Instant } from "../kernel/instant.ts";
import type { FieldChange } from "./amendment.ts";
import type { Call } from "./call.ts";

/** From its publication until everything is decided. */
export const amendableStates: readonly Call["state"][] = ["scheduled", "open", "closed", "deciding"];

/** Money and footing of every award: changed under those who apply, awards of one call would stand on different ground. */
const neverChanged = [
  "payers",
  "currency",
  "mode",
  "opens",
  "pays",
  "irrecoverableVat",
  "tieRule",
  "crossParkRequired",
];
/** One yardstick for all: fixed as soon as somebody may have measured with it. */
const fixedByReviews = ["rubric", "reviewLanguages", "noReviewUpTo", "oneReviewUpTo", "twoReviewsUpTo"];
const beforeReview: readonly CaseStatus[] = [
  "draft",
  "screening",
  "more-information",
  "ineligible-proposed",
  "ineligible",
  "withdrawn",
];

/** Why a field may not change. `worse`: somebody has applied under better terms. */
export interface Hindrance {
  readonly field: string;
  readonly why: "fixed" | "reviewed" | "closed" | "past" | "worse";
}

/** Every field that differs, in a fixed order; what is not set is `undefined`. */
export function fieldChanges(before: Call, after: Call): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort() as (keyof Call)[];
  return fields
    .filter((field) => canonicalJson([before[field]]) !== canonicalJson([after[field]]))
    .map((field) => ({ field, from: before[field], to: after[field] }));
}

/** Everything that stands against these changes of a call with cases in these statuses. */
export function hindrancesOf(
  call: Call,
  changes: readonly FieldChange[],
  statuses: readonly CaseStatus[],
  now: Instant,
): Hindrance[] {
  const reviewed = statuses.some((status) => !beforeReview.includes(status));
  const applied = statuses.length > 0;
  return changes.flatMap(({ field, from, to }): Hindrance[] => {
    if (neverChanged.includes(field)) return [{ field, why: "fixed" }];
    if (fixedByReviews.includes(field)) return reviewed ? [{ field, why: "reviewed" }] : [];
    if (field === "closes") {
      if (call.state !== "scheduled" && call.state !== "open") return [{ field, why: "closed" }];
      if (call.closes <= now || String(to) <= now) return [{ field, why: "past" }];
      // Whoever is writing counts on the day that was published.
      return call.state === "open" && String(to) < String(from) ? [{ field, why: "worse" }] : [];
    }
    if (field === "languages" && !covers(to, from)) return [{ field, why: "fixed" }];
    return applied && isWorse(field, from, to) ? [{ field, why: "worse" }] : [];
  });
}

/** Whether who applied under `from` would be shut out, or get less, under `to`. */
function isWorse(field: string, from: unknown, to: unknown): boolean {
  switch (field) {
    case "minimumAward":
    case "ownShareLeast":
      return Number(to ?? 0) > Number(from ?? 0);
    case "maximumAward":
    case "intensity":
    case "validityMonths":
      return Number(to) < Number(from);
    // A promised day that comes later, or is promised no more.
    case "decisionDays":
      return from !== undefined && (to === undefined || Number(to) > Number(from));
    case "eligibleCountries":
      return !covers(to, from);
    // None named is every one of them.
    case "sectors":
    case "providerKinds":
      return isNamed(to) && (!isNamed(from) || !covers(to, from));
    case "excludedSectors":
      return !covers(from, to);
    case "comparisonAbove":
      return to !== undefined && (from === undefined || Number(to) < Number(from));
    case "vouchersMost":
      return isTighter(from as Call["vouchersMost"], to as Call["vouchersMost"]);
    // Who applied may have begun since.
    case "notBegunBefore":
      return to === "award";
    case "evidence":
      return !covers(from, to);
    case "sizeMost":
      return sizes.indexOf(String(to ?? "medium")) < sizes.indexOf(String(from ?? "medium"));
    default:
      return false;
  }
}

function isTighter(from: Call["vouchersMost"], to: Call["vouchersMost"]): boolean {
  if (to === undefined) return false;
  return from === undefined || to.count < from.count || to.months > from.months;
}

const sizes = ["micro", "small", "medium", "any"];

function isNamed(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

function covers(outer: unknown, inner: unknown): boolean {
  const there = Array.isArray(outer) ? outer : [];
  return (Array.isArray(inner) ? inner : []).every((one) => there.includes(one));
}
