/** Which member of a park's staff may act on a voucher in use: role, separation of duties, and nothing told to outsiders. */
import type { Case } from "../application/case.ts";
import { type Actor, type PersonActor, requirePerson, requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { Instant } from "../kernel/instant.ts";
import type { RoleName } from "../person/role-grant.ts";
import { refuseBarred } from "../person/tie.ts";
import type { Slot } from "../review/slot.ts";
import { isOfEitherParty } from "./party.ts";

/**
 * The acting person, if they hold the role in the park (the lead park unless told otherwise), belong to neither party and
 * never read the case as its reviewer (domain §3). `not_found` for whom the case does not exist, a HARD interest included; `forbidden
 * actor.role-needed` for other insiders; `forbidden duties.own-case`, `duties.reviewer`.
 */
export function requireStaff(
  actor: Actor,
  role: RoleName,
  one: Case,
  slots: readonly Slot[],
  now: Instant,
  parkId: string = one.leadPark,
): PersonActor {
  const person = requirePerson(actor);
  if (!isInsider(person, one, now)) throw new DomainError("not_found", "case.not-found");
  refuseBarred(person, one, now);
  requireRole(person, role, parkId, now);
  if (isOfEitherParty(person, one)) throw new DomainError("forbidden", "duties.own-case", { caseId: one.caseId });
  refuseReviewer(person, slots, one);
  return person;
}

/** Whoever read the case as its reviewer neither manages, approves nor pays it. */
export function refuseReviewer(person: PersonActor, slots: readonly Slot[], one: Pick<Case, "caseId">): void {
  const read = slots.some(
    ({ reviewerId, status, tried }) =>
      (reviewerId === person.personId && ["accepted", "filed", "set-aside"].includes(status)) ||
      tried.some((left) => left.personId === person.personId && left.read === true),
  );
  if (read) throw new DomainError("forbidden", "duties.reviewer", { caseId: one.caseId });
}

/** `forbidden duties.same-person` when one person would do both steps. */
export function requireAnother(person: PersonActor, earlier: string | undefined, step: string): void {
  if (earlier === person.personId) throw new DomainError("forbidden", "duties.same-person", { step });
}

function isInsider(person: PersonActor, one: Case, now: Instant): boolean {
  if (isOfEitherParty(person, one)) return true;
  return person.grants.some(
    ({ role, scope, until }) =>
      role !== "reviewer" &&
      (until === undefined || now < until) &&
      (scope.kind === "network" || one.payingParks.includes(scope.parkId)),
  );
}
