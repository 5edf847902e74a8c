/** What of an earlier award ought to be looked at before it is confirmed; it is history, so nothing of it bars the line. */
import type { ImportWarning } from "../../import/import-run.ts";
import type { AidGrant } from "../group.ts";
import { isWithin, periodOf } from "../window.ts";
import { type AidPlan, sameDay } from "./aid-plan.ts";

/** The part of a grant that a ceiling counts. */
type Counting = Pick<AidGrant, "basis" | "jurisdiction" | "date" | "amount">;

/**
 * @param others what counts of the undertaking, the other lines of the file included
 * @param today in the park's zone
 */
export function warningsOf(plan: AidPlan, others: readonly Counting[], today: string): ImportWarning[] {
  const { row, grantedOn, counted, inForce } = plan;
  const { amount } = counted.money;
  const period = periodOf(row.window, grantedOn);
  const had = others
    .filter(({ basis, jurisdiction }) => basis === plan.basis && jurisdiction === plan.jurisdiction)
    .filter(({ date }) => isWithin(period, date))
    .reduce((sum, one) => sum + one.amount, 0);
  const found: [ImportWarning, boolean][] = [
    ["over-ceiling", row.limit.kind === "ceiling" && had + amount > row.limit.amount],
    ["no-longer-counts", !isWithin(periodOf(row.window, today), grantedOn)],
    ["rule-not-in-force", !inForce],
    ["looks-like", others.some((one) => sameDay(one, plan) && one.amount === amount)],
  ];
  return found.flatMap(([warning, holds]) => (holds ? [warning] : []));
}
