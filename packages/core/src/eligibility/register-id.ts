/** Requirement: applicant and provider have register numbers that can be right. */
import { checkRegisterId, type RegisterIdReason } from "../kernel/register-id.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { Organisation } from "../organisation/organisation.ts";
import { fails, holds, type Requirement } from "./requirement.ts";

export const registerId: Requirement = {
  id: "register-id",
  check({ network, applicant, provider }) {
    const wrong = [applicant, ...(provider === undefined ? [] : [provider])].flatMap((one) => faultOf(network, one));
    return wrong.length === 0 ? holds({ scheme: applicant.registerScheme }) : fails("register-id.wrong", { wrong });
  },
};

interface Fault {
  organisationId: string;
  scheme: string;
  reason: RegisterIdReason | "scheme-unknown";
  typed: string;
  example?: string;
}

function faultOf(network: NetworkFile, { organisationId, registerScheme, registerId: typed }: Organisation): Fault[] {
  const scheme = network.registerSchemes.find((one) => one.id === registerScheme);
  if (scheme === undefined) return [{ organisationId, scheme: registerScheme, typed, reason: "scheme-unknown" }];
  const result = checkRegisterId(scheme, typed);
  return result.ok
    ? []
    : [{ organisationId, scheme: registerScheme, typed, reason: result.reason, example: scheme.example }];
}
