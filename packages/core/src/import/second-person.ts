/** The rule that a person brings nothing alone: a line is taken over in a run that somebody else proposed and they confirmed. */
import { type PersonActor, requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { OrganisationId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { refuseBarred } from "../person/tie.ts";
import type { ImportRun } from "./import-run.ts";

interface About {
  /** Whose park's line it is, where something says so. */
  readonly call?: { readonly leadPark: string } | undefined;
  readonly applicant?: { readonly organisationId: OrganisationId } | undefined;
  readonly provider?: { readonly organisationId: OrganisationId } | undefined;
}

/** @throws forbidden `actor.role-needed`, `import.second-person`; not_found `case.not-found` where a HARD interest came up meanwhile */
export function requireSecondPerson(
  run: ImportRun | undefined,
  actor: PersonActor,
  { call, applicant, provider }: About,
  now: Instant,
): void {
  const person = requireRole(actor, "finance", run?.parkId, now);
  if (run?.state !== "running" || run.answeredBy !== person.personId || run.proposedBy === person.personId)
    throw new DomainError("forbidden", "import.second-person");
  if (call !== undefined && call.leadPark !== run.parkId)
    throw new DomainError("forbidden", "actor.role-needed", { role: "finance", parkId: call.leadPark });
  if (applicant !== undefined)
    refuseBarred(person, { applicantId: applicant.organisationId, providerId: provider?.organisationId }, now);
}
