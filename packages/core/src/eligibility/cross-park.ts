/** Requirement: where the call wants it, applicant and provider are at home in different parks. */
import { fails, holds, type Requirement } from "./requirement.ts";

export const crossPark: Requirement = {
  id: "cross-park",
  /** An applicant without a park of its own counts as at home in the lead park. */
  check({ call, applicant, provider }) {
    const facts = {
      required: call.crossParkRequired,
      applicantPark: applicant.homePark ?? call.leadPark,
      providerPark: provider?.homePark,
    };
    if (!call.crossParkRequired) return holds(facts);
    if (provider === undefined) return fails("provider.none", facts);
    if (facts.providerPark === undefined) return fails("cross-park.provider-without-park", facts);
    return facts.providerPark === facts.applicantPark ? fails("cross-park.same-park", facts) : holds(facts);
  },
};
