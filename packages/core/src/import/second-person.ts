/** The rule that a person brings nothing alone: a line is taken over in a run that somebody else proposed and they confirmed. */
import { type Actor, type PersonActor, requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { OrganisationId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import { refuseBarred } from "../person/tie.ts";
import { isOfEitherParty } from "../voucher/party.ts";
import type { ImportLine, ImportRun } from "./import-run.ts";

interface About {
  /** Whose park's line it is, where something says so. */
  readonly call?: { readonly leadPark: string } | undefined;
  readonly applicant?: { readonly organisationId: OrganisationId } | undefined;
  readonly provider?: { readonly organisationId: OrganisationId } | undefined;
}

/** Whether a line is about an organisation that the person belongs to. */
export function isOwnLine(
  actor: Actor,
  { organisationIds: [applicantId, providerId] }: Pick<ImportLine, "organisationIds">,
): boolean {
  return applicantId !== undefined && isOfEitherParty(actor, { applicantId, providerId });
}

/** A file with a line about one's own organisation is a colleague's. @throws forbidden `import.own-line` */
export function refuseOwnLines(actor: Actor, lines: readonly ImportLine[]): void {
  const own = lines.find((line) => isOwnLine(actor, line));
  if (own !== undefined) throw new DomainError("forbidden", "import.own-line", { line: own.line });
}

/** @throws forbidden `actor.role-needed`, `import.second-person`, `import.own-line`; not_found `case.not-found` where a HARD interest came up meanwhile */
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
  if (applicant === undefined) return;
  const parties = { applicantId: applicant.organisationId, providerId: provider?.organisationId };
  if (isOfEitherParty(person, parties)) throw new DomainError("forbidden", "import.own-line");
  refuseBarred(person, parties, now);
}
