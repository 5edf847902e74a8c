/** The organisation that a row names by its register number; people who bring files enter no organisations. */
import { isDomainError } from "../kernel/error.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { organisationIdOf } from "../organisation/organisation-id.ts";

/** Empty where the network does not know the scheme, or the number cannot be one of it. */
export function namedOrganisation(
  network: NetworkFile,
  registerScheme: string,
  registerId: string,
  digest: (text: string) => string,
): string {
  try {
    return organisationIdOf(network, { registerScheme, registerId }, digest);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return "";
  }
}
