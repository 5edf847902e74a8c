/** Who may give and take which role: the secretary any, a park's manager those of the park; nobody their own. */
import type { PersonActor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { PersonId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { requireFresh } from "../sign-in/step-up.ts";
import { roleScopes } from "./grant-changes.ts";
import type { RoleName } from "./role-grant.ts";

/** Whether this person may give or take the role there; `parkId` undefined: in the whole network. */
export function mayGrant({ grants }: PersonActor, role: RoleName, parkId: string | undefined, now: Instant): boolean {
  const scope = parkId === undefined ? "network" : "park";
  if (!roleScopes[role].includes(scope)) return false;
  return grants.some(
    (own) =>
      (own.until === undefined || now < own.until) &&
      (own.role === "secretary" ||
        (own.role === "manager" && own.scope.kind === "park" && own.scope.parkId === parkId && role !== "auditor")),
  );
}

/** @throws forbidden `role.not-yours-to-grant`, `role.own`, `second-factor.stale`. */
export function requireMayGrant(
  person: PersonActor,
  to: PersonId | undefined,
  role: RoleName,
  parkId: string | undefined,
  now: Instant,
): void {
  if (!mayGrant(person, role, parkId, now))
    throw new DomainError("forbidden", "role.not-yours-to-grant", { role, parkId });
  if (to === person.personId) throw new DomainError("forbidden", "role.own", { role });
  requireFresh(person, now);
}
