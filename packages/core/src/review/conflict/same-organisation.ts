/** Whether what somebody names is the party of a case: by its id here, or by its number in a public register. */
import type { NamedOrganisation } from "../../person/person.ts";
import type { Party } from "./conflict.ts";

/** Nobody need know whether an organisation is in the network to declare a tie to it. */
export function isParty(
  { organisationId, register }: NamedOrganisation,
  party: Pick<Party, "organisationId" | "register" | "alsoKnownAs">,
): boolean {
  if (party.alsoKnownAs?.some((other) => isParty({ organisationId, register }, other))) return true;
  if (organisationId !== undefined) return organisationId === party.organisationId;
  return register !== undefined && register.scheme === party.register?.scheme && register.id === party.register.id;
}
