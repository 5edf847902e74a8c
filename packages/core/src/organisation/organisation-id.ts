/** An organisation's id follows from its register number, so that one number is one organisation. */
import type { AidGroupId, OrganisationId } from "../kernel/id.ts";
import { namedId } from "../kernel/named-id.ts";
import { checkRegisterId } from "../kernel/register-id.ts";
import { type NetworkFile, registerSchemeOf } from "../network/network-file.ts";
import type { Organisation } from "./organisation.ts";

type Registered = Pick<Organisation, "registerScheme" | "registerId">;

/** The number as it is compared: without blanks and points. @throws not_found `register-scheme.unknown`. */
export function normalNumberOf(network: NetworkFile, { registerScheme, registerId }: Registered): string {
  return checkRegisterId(registerSchemeOf(network, registerScheme), registerId).id;
}

export function organisationIdOf(
  network: NetworkFile,
  one: Registered,
  digest: (text: string) => string,
): OrganisationId {
  return namedId("org", nameOf(network, one), digest);
}

/** The aid group that an organisation founds when it is linked to no other. */
export function ownAidGroupOf(network: NetworkFile, one: Registered, digest: (text: string) => string): AidGroupId {
  return namedId("aid", nameOf(network, one), digest);
}

function nameOf(network: NetworkFile, one: Registered): string {
  return `${one.registerScheme}/${normalNumberOf(network, one)}`;
}
