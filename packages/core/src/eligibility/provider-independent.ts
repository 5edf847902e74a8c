/** Requirement: the provider is another undertaking than the applicant and no payer, and says that it has no interest in it. */
import { fails, holds, type Requirement } from "./requirement.ts";

export const providerIndependent: Requirement = {
  id: "provider-independent",
  check({ applicant, provider, offer, call }) {
    if (provider === undefined) return fails("provider.none");
    const facts = { providerId: provider.organisationId };
    if (provider.organisationId === applicant.organisationId) return fails("provider.is-applicant", facts);
    if (provider.aidGroupId === applicant.aidGroupId) return fails("provider.same-undertaking", facts);
    const payer = provider.kind === "park" && call.payers.some(({ parkId }) => parkId === provider.homePark);
    if (payer) return fails("provider.is-payer", facts);
    if (offer?.content === undefined) return fails("provider.not-stated", facts);
    return offer.content.independent ? holds(facts) : fails("provider.not-independent", facts);
  },
};
