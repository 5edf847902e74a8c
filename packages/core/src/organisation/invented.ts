/** The only place for organisations that exist in one computation alone: those of the public check and of a dry run. */
import type { OrganisationId, PersonId } from "../kernel/id.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Organisation } from "./organisation.ts";

const digits = (n: number) => String(n).padStart(26, "0");

/** @param n at least 1; an id made by a clock never begins with so many zeros. */
export function inventedOrganisationId(n: number): OrganisationId {
  return `org_${digits(n)}`;
}

export function inventedPersonId(n: number): PersonId {
  return `per_${digits(n)}`;
}

/** Whether nobody stands behind the id. */
export function isInvented(organisationId: string): boolean {
  return organisationId.startsWith("org_0000000000");
}

const nowhere = { street: "-", number: "-", postcode: "-", town: "-" };

/** Its own undertaking, without accounts; in country `ZZ` and unverified where nothing else is said. */
export function inventedOrganisation(
  n: number,
  now: Instant,
  { country = "ZZ", ...facts }: Partial<Organisation> & Pick<Organisation, "kind"> & { readonly country?: string },
): Organisation {
  return {
    organisationId: inventedOrganisationId(n),
    legalName: "-",
    address: { ...nowhere, country },
    registerScheme: "-",
    registerId: "-",
    verification: "unverified",
    accounts: [],
    aidGroupId: `aid_${digits(n)}`,
    createdAt: now,
    version: 0,
    ...facts,
  };
}
