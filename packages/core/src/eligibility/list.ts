/** The registry of requirements, in the order in which people read them. A new one is a file and a line here. */
import * as z from "zod";
import { aidDeclared } from "./aid-declared.ts";
import { aidHeadroom } from "./aid-headroom.ts";
import { callOpen } from "./call-open.ts";
import { country } from "./country.ts";
import { crossPark } from "./cross-park.ts";
import { noDoubleFunding } from "./no-double-funding.ts";
import { noRecoveryOrder } from "./no-recovery-order.ts";
import { notBegun } from "./not-begun.ts";
import { notExport } from "./not-export.ts";
import { notInDifficulty } from "./not-in-difficulty.ts";
import { notSanctioned } from "./not-sanctioned.ts";
import { offerConfirmed } from "./offer-confirmed.ts";
import { ownContribution } from "./own-contribution.ts";
import { payeeReachable } from "./payee-reachable.ts";
import { priceCompared } from "./price-compared.ts";
import { priceWithinLimits } from "./price-within-limits.ts";
import { providerCriteria } from "./provider-criteria.ts";
import { providerIndependent } from "./provider-independent.ts";
import { registerId } from "./register-id.ts";
import type { EligibilityFacts, Requirement } from "./requirement.ts";
import { sector } from "./sector.ts";
import { size } from "./size.ts";
import { truthful } from "./truthful.ts";
import { verified } from "./verified.ts";
import { vouchersMost } from "./vouchers-most.ts";

export const requirements: readonly Requirement[] = [
  callOpen,
  country,
  sector,
  size,
  registerId,
  verified,
  notSanctioned,
  notInDifficulty,
  noRecoveryOrder,
  notExport,
  notBegun,
  noDoubleFunding,
  vouchersMost,
  truthful,
  offerConfirmed,
  providerIndependent,
  providerCriteria,
  payeeReachable,
  crossPark,
  priceWithinLimits,
  priceCompared,
  ownContribution,
  aidDeclared,
  aidHeadroom,
];

export const requirementResultSchema = z.object({
  requirement: z.string(),
  ok: z.boolean(),
  /** Why it fails: `noun.reason`. */
  code: z.string().optional(),
  /** What was looked at. */
  facts: z.record(z.string(), z.unknown()),
});
export type RequirementResult = z.infer<typeof requirementResultSchema>;

/** Every requirement with its answer: all that fail, never only the first. @param asked in another order, or fewer of them */
export function checkEligibility(
  facts: EligibilityFacts,
  asked: readonly Requirement[] = requirements,
): RequirementResult[] {
  return asked.map(({ id, check }) => {
    const finding = check(facts);
    return { requirement: id, ok: finding.ok, ...(finding.ok ? {} : { code: finding.code }), facts: finding.facts };
  });
}

/** Those that do not hold. */
export function failingOf(results: readonly RequirementResult[]): RequirementResult[] {
  return results.filter((result) => !result.ok);
}
