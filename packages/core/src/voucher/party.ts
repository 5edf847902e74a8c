/** Which person of SME or provider may act on a voucher in use; for anyone else the case does not exist. */
import type { Case } from "../application/case.ts";
import { type Actor, isMember, type PersonActor, requirePerson } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { OrganisationId } from "../kernel/id.ts";
import type { Membership } from "../organisation/membership.ts";

const allLevels: readonly Membership["level"][] = ["owner", "editor", "finance", "viewer"];

/**
 * The acting person, if a member of the party at one of these levels. `forbidden actor.member-needed` for other members
 * of SME and provider, `not_found case.not-found` for everybody else.
 */
export function requireParty(
  actor: Actor,
  party: OrganisationId,
  levels: readonly Membership["level"][],
  one: Case,
): PersonActor {
  const person = requirePerson(actor);
  if (isMember(person, party, levels)) return person;
  if (!isOfEitherParty(person, one)) throw new DomainError("not_found", "case.not-found");
  throw new DomainError("forbidden", "actor.member-needed", { organisationId: party, levels });
}

/** Whether the person belongs to the SME or the provider, at any level. */
export function isOfEitherParty(actor: Actor, one: Pick<Case, "applicantId" | "providerId">): boolean {
  return [one.applicantId, one.providerId].some((party) => party !== undefined && isMember(actor, party, allLevels));
}
