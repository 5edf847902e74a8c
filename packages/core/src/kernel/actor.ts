/** Who acts: a signed-in person with the grants stored for them at this moment, or a named part of the system. */
import type { Membership } from "../organisation/membership.ts";
import type { RoleGrant, RoleName } from "../person/role-grant.ts";
import type { Tie } from "../person/tie.ts";
import { DomainError } from "./error.ts";
import type { OrganisationId, PersonId } from "./id.ts";
import type { Instant } from "./instant.ts";

export interface PersonActor {
  readonly kind: "person";
  readonly personId: PersonId;
  readonly name: string;
  readonly grants: readonly RoleGrant[];
  readonly memberships: readonly Membership[];
  /** What they declared to tie them to organisations; absent if nothing. */
  readonly ties?: readonly Tie[];
  /** When this session last proved a second factor; absent if never. */
  readonly secondFactorAt?: Instant;
}

export type SystemName = "workflow" | "sweep" | "outbox" | "operator" | "seed" | "reconciler" | "visitor";

export interface SystemActor {
  readonly kind: "system";
  readonly name: SystemName;
}

export type Actor = PersonActor | SystemActor;

/** A short stable name for events and idempotency: a person's id or `system:sweep`. */
export function actorRef(actor: Actor): string {
  return actor.kind === "person" ? actor.personId : `system:${actor.name}`;
}

/** The acting person, or `forbidden` when a part of the system tries what only people may do. */
export function requirePerson(actor: Actor): PersonActor {
  if (actor.kind !== "person") throw new DomainError("forbidden", "actor.person-needed");
  return actor;
}

/** `forbidden` unless a part of the system acts. */
export function requireSystem(actor: Actor): SystemActor {
  if (actor.kind !== "system") throw new DomainError("forbidden", "actor.system-needed");
  return actor;
}

/** `forbidden` unless the operator acts, or the seed in the operator's place. */
export function requireOperator(actor: Actor): SystemActor {
  const system = requireSystem(actor);
  if (system.name !== "operator" && system.name !== "seed") throw new DomainError("forbidden", "actor.operator-needed");
  return system;
}

/** Whether a grant for this role in this park is in force (`until` is the first instant at which it no longer holds). */
export function holdsRole(actor: Actor, role: RoleName, parkId: string | undefined, now: Instant): boolean {
  if (actor.kind !== "person") return false;
  return actor.grants.some(
    (grant) =>
      grant.role === role &&
      (grant.until === undefined || now < grant.until) &&
      (grant.scope.kind === "network" ||
        (parkId !== undefined && grant.scope.kind === "park" && grant.scope.parkId === parkId)),
  );
}

/** The acting person if they hold the role there now; else `forbidden` with the role and park that were needed. */
export function requireRole(actor: Actor, role: RoleName, parkId: string | undefined, now: Instant): PersonActor {
  const person = requirePerson(actor);
  if (!holdsRole(person, role, parkId, now)) throw new DomainError("forbidden", "actor.role-needed", { role, parkId });
  return person;
}

/** Whether the person is a member of the organisation with one of these levels. */
export function isMember(
  actor: Actor,
  organisationId: OrganisationId,
  levels: readonly Membership["level"][],
): boolean {
  return (
    actor.kind === "person" &&
    actor.memberships.some(
      (membership) => membership.organisationId === organisationId && levels.includes(membership.level),
    )
  );
}

/** The acting person if they are a member at one of these levels; else `not_found`, so that nothing is told about foreign cases. */
export function requireMember(
  actor: Actor,
  organisationId: OrganisationId,
  levels: readonly Membership["level"][],
): PersonActor {
  const person = requirePerson(actor);
  if (!isMember(person, organisationId, levels)) throw new DomainError("not_found", "case.not-found");
  return person;
}
