/** Wherever a decision that was told may stand while redress against it is examined (domain §9), or what was paid is settled. */
import type { CaseStatus } from "../application/case.ts";

export const decisionStands: readonly CaseStatus[] = [
  "rejected",
  "ineligible",
  "claim-refused",
  "in-use",
  "suspended",
  "reported",
  "disputed",
  "claim-check",
  "queried",
  "paying",
  "redeemed",
  "expired",
  "cancelled",
  "closed",
];
