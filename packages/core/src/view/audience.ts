/** Who somebody is to a case: decides which of its facts they may see, before anything is filtered, sorted or counted. */
import { type Case, type CaseStatus, terminalStatuses } from "../application/case.ts";
import type { Offer } from "../application/offer.ts";
import { type Actor, holdsRole, isMember } from "../kernel/actor.ts";
import type { Instant } from "../kernel/instant.ts";
import { isBarred } from "../person/tie.ts";
import type { Slot } from "../review/slot.ts";

export type StaffRole = "manager" | "approver" | "finance" | "redress";

export type Audience =
  | { kind: "staff"; parks: readonly string[]; roles: readonly StaffRole[] }
  | { kind: "auditor" }
  | { kind: "applicant" }
  | { kind: "provider" }
  | { kind: "reviewer"; slot: Slot; opened: boolean };

const anyLevel = ["owner", "editor", "finance", "viewer"] as const;

/** The first that fits: party, reviewer, staff, auditor (both only without a HARD interest); undefined means that for this person the case does not exist. */
export function audienceOf(
  actor: Actor,
  one: Case,
  offer: Offer | undefined,
  slots: readonly Slot[],
  now: Instant,
): Audience | undefined {
  if (actor.kind !== "person") return undefined;
  if (isMember(actor, one.applicantId, anyLevel)) return { kind: "applicant" };
  if (offer !== undefined && isMember(actor, offer.providerId, anyLevel)) return { kind: "provider" };
  // A draft that was withdrawn was never the parks' to read.
  if (one.submittedAt === undefined) return undefined;
  const tried = slots.filter(
    (slot) =>
      slot.attempt === one.attempt &&
      (slot.reviewerId === actor.personId || slot.tried.some(({ personId }) => personId === actor.personId)),
  );
  if (tried.length > 0) {
    const mine = tried.find(
      (slot) => slot.reviewerId === actor.personId && ["invited", "accepted", "filed"].includes(slot.status),
    );
    return mine === undefined ? undefined : { kind: "reviewer", slot: mine, opened: mine.status !== "invited" };
  }
  if (isBarred(actor, one, now)) return undefined;
  // An officer of redress sees what is asked about, and nothing before.
  const able = ["manager", "approver", "finance", ...(one.redress === undefined ? [] : ["redress"])] as StaffRole[];
  const roles = able.filter((role) => one.payingParks.some((parkId) => holdsRole(actor, role, parkId, now)));
  const parks = one.payingParks.filter((parkId) => roles.some((role) => holdsRole(actor, role, parkId, now)));
  if (parks.length > 0) return { kind: "staff", parks, roles };
  const auditor =
    holdsRole(actor, "secretary", undefined, now) ||
    [undefined, ...one.payingParks].some((parkId) => holdsRole(actor, "auditor", parkId, now));
  return auditor ? { kind: "auditor" } : undefined;
}

/** Before release nobody outside may tell a proposal from its absence: three statuses look like one. */
const beforeRelease: readonly CaseStatus[] = ["deciding", "approving", "approved"];

/** The status as this audience may know it. */
export function visibleStatus(status: CaseStatus, audience: Audience): CaseStatus {
  if (audience.kind === "staff" || audience.kind === "auditor") return status;
  if (beforeRelease.includes(status)) return "in-review";
  return status === "ineligible-proposed" ? "screening" : status;
}

/** Since when, as this audience may know it: a change that is hidden must not show in a time either. */
export function visibleSince(one: Case, audience: Audience): Instant | undefined {
  return visibleStatus(one.status, audience) === one.status && one.status !== "in-review" && one.status !== "screening"
    ? one.statusSince
    : one.submittedAt;
}

/** Whether the applicant has been told the decision. */
export function isReleased(status: CaseStatus): boolean {
  return [
    "conditional",
    "issued",
    "in-use",
    "suspended",
    "reported",
    "disputed",
    "claim-check",
    "queried",
    "claim-refused",
    "paying",
    "redeemed",
    "rejected",
    "lapsed",
    "expired",
    "cancelled",
    "closed",
  ].includes(status);
}

export function isOver(status: CaseStatus): boolean {
  return terminalStatuses.includes(status);
}
