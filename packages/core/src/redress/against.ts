/** Which decisions of a case redress can be asked against now, by which party, and which letters told them (domain §9). */
import type { Case } from "../application/case.ts";
import type { Call } from "../call/call.ts";
import { type Claim, isCut } from "../claim/claim.ts";
import type { OrganisationId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Recovery } from "../recovery/recovery.ts";
import { tellsCancellation, tellsClaim } from "../voucher/letters.ts";
import { payeeOf } from "../voucher/use-facts.ts";
import { loweringOf, tellsValue } from "../voucher/value-letters.ts";
import type { Voucher } from "../voucher/voucher.ts";
import type { Redress } from "./redress.ts";

export interface Askable {
  readonly against: Redress["against"];
  readonly claim?: number;
  readonly recovery?: number;
  /** Of a lowering: when it was. */
  readonly since?: Instant;
  readonly party: "applicant" | "provider";
  /** Whose owners and editors may ask. */
  readonly organisationId: OrganisationId;
  /** Whether the letter with this key told the decision. */
  readonly told: (key: string) => boolean;
}

export interface DecidedFacts {
  readonly one: Case;
  readonly call: Pick<Call, "pays" | "intensity"> | undefined;
  readonly voucher: Voucher | undefined;
  readonly claims: readonly Claim[];
  readonly recoveries: readonly Recovery[];
}

/** Wherever a voucher can stand that something was paid of: going on, or ended. */
const cutAskedIn: readonly Case["status"][] = [
  "in-use",
  "suspended",
  "reported",
  "disputed",
  "claim-check",
  "queried",
  "claim-refused",
  "paying",
  "redeemed",
  "expired",
  "cancelled",
  "closed",
];

/** As long as the voucher can still be worth more. */
const loweringAskedIn: readonly Case["status"][] = [
  "issued",
  "in-use",
  "suspended",
  "reported",
  "disputed",
  "queried",
  "claim-check",
];

/** The latest decision first. What money was asked back, and what was cut of a claim, is for whoever is asked or paid. */
export function askablesOf(facts: DecidedFacts): Askable[] {
  const { one, claims } = facts;
  return [...recoveriesOf(facts), ...ended(one), ...refusedClaim(one, claims), ...cutOf(facts), ...lowered(facts)];
}

function ended(one: Case): Askable[] {
  const common = { party: "applicant", organisationId: one.applicantId } as const;
  const starts = (start: string) => (key: string) => key.startsWith(start);
  if (one.status === "rejected")
    return [{ ...common, against: "rejection", told: starts(`decision-rejection:${one.attempt}:`) }];
  if (one.status === "ineligible")
    return [{ ...common, against: "ineligibility", told: starts(`ineligible:${one.attempt}:`) }];
  if (one.status === "cancelled")
    return [{ ...common, against: "cancellation", told: (key) => tellsCancellation(key, one) }];
  return [];
}

function refusedClaim(one: Case, claims: readonly Claim[]): Askable[] {
  const claim = claims.map((each) => each.claim).at(-1) ?? 0;
  const supplement = claims.at(-1)?.supplementTo !== undefined;
  if (one.status !== "claim-refused" || supplement) return [];
  const told = (key: string) => key.startsWith(`claim-refused:${claim}:refused:`);
  return [{ against: "claim-refusal", claim, party: "applicant", organisationId: one.applicantId, told }];
}

function lowered({ one, voucher }: DecidedFacts): Askable[] {
  const lowering = voucher === undefined ? undefined : loweringOf(voucher);
  if (voucher === undefined || lowering === undefined || !loweringAskedIn.includes(one.status)) return [];
  const told = (key: string) => tellsValue(key, voucher);
  const { applicantId: organisationId } = one;
  return [{ against: "lowering", since: lowering.at, party: "applicant", organisationId, told }];
}

/** Of every accepted claim, whatever was filed after it. What redress has claimed anew is not asked about again. */
function cutOf({ one, call, voucher, claims }: DecidedFacts): Askable[] {
  if (call === undefined || voucher === undefined || !cutAskedIn.includes(one.status)) return [];
  const organisationId = payeeOf(call, voucher);
  const party = organisationId === one.applicantId ? "applicant" : "provider";
  return claims
    .filter(({ status }) => status === "accepted" || status === "paid")
    .filter((claim) => claim.supplementTo === undefined && isCut(claim))
    .toSorted((a, b) => b.claim - a.claim)
    .map((claim) => ({
      against: "claim-cut",
      claim: claim.claim,
      party,
      organisationId,
      told: (key) => tellsClaim(key, claim),
    }));
}

function recoveriesOf({ one, recoveries }: DecidedFacts): Askable[] {
  return recoveries
    .filter(({ status }) => status === "asked")
    .toSorted((a, b) => b.recovery - a.recovery)
    .map(({ recovery, debtorId }) => ({
      against: "recovery",
      recovery,
      party: debtorId === one.applicantId ? "applicant" : "provider",
      organisationId: debtorId,
      told: (key) => key.startsWith(`recovery-asked:${recovery}:`),
    }));
}

/** Every request on the case, the latest last. */
export function requestsOf({ redress, redressBefore = [] }: Pick<Case, "redress" | "redressBefore">): Redress[] {
  return [...redressBefore, ...(redress === undefined ? [] : [redress])];
}

/** The request that was made about this very decision before; a voucher that is cancelled again is another decision. */
export function askedBefore(one: Case, { against, claim, recovery, since }: Askable): Redress | undefined {
  return requestsOf(one).findLast((earlier) => {
    if (against === "claim-refusal" || against === "claim-cut")
      return earlier.against === against && earlier.claim === claim;
    if (against === "recovery") return earlier.against === against && earlier.recovery === recovery;
    if (against === "lowering") return earlier.against === against && since !== undefined && earlier.at >= since;
    if (against === "cancellation") return earlier.against === against && earlier.status !== "upheld";
    return (earlier.against === "rejection" || earlier.against === "ineligibility") && earlier.attempt === one.attempt;
  });
}
