/** Requirement: every paying park can pay whoever the call pays. */
import { payeeOfCall, unreachedBy } from "./reach.ts";
import { fails, holds, type Requirement } from "./requirement.ts";

export const payeeReachable: Requirement = {
  id: "payee-reachable",
  check({ network, call, applicant, provider }) {
    const payee = payeeOfCall(call, applicant, provider);
    if (payee === undefined) return fails("payee.none");
    const unreached = unreachedBy(network, call, payee);
    const facts = { payeeId: payee.organisationId, pays: call.pays };
    return unreached.length === 0 ? holds(facts) : fails("payee.not-reachable", { ...facts, unreached });
  },
};
