/** Whether what somebody names is the party of a case: by its id here, or by its number in a public register, now or before a merge. */
import type { NamedOrganisation } from "../../person/person.ts";
import type { Party } from "./conflict.ts";

/** Nobody need know whether an organisation is in the network to declare a tie to it. */
export function isParty(
  { organisationId, register }: NamedOrganisation,
  { organisationId: id, register: number, formerly = [] }: Pick<Party, "organisationId" | "register" | "formerly">,
): boolean {
  if (organisationId !== undefined)
    return organisationId === id || formerly.some((one) => one.organisationId === organisationId);
  if (register === undefined) return false;
  return (
    (register.scheme === number?.scheme && register.id === number.id) ||
    formerly.some((one) => one.registerScheme === register.scheme && one.registerId === register.id)
  );
}
