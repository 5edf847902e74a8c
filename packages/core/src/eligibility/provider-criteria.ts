/** Requirement: the provider is of a kind that the call publishes. */
import { fails, holds, type Requirement } from "./requirement.ts";

export const providerCriteria: Requirement = {
  id: "provider-criteria",
  check({ call, provider }) {
    if (call.providerKinds === undefined) return holds();
    if (provider === undefined) return fails("provider.none");
    const facts = { kind: provider.kind, wanted: call.providerKinds };
    return call.providerKinds.includes(provider.kind) ? holds(facts) : fails("provider.kind-not-wanted", facts);
  },
};
