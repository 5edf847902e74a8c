/** Requirement: applicant and provider are verified organisations. Never blocks drafting; blocks the award (domain §3). */
import { fails, holds, type Requirement } from "./requirement.ts";

export const verified: Requirement = {
  id: "verified",
  check({ stage, applicant, provider }) {
    const organisations = [applicant, ...(provider === undefined ? [] : [provider])];
    const states = organisations.map(({ organisationId, verification }) => ({ organisationId, verification }));
    if (states.some(({ verification }) => verification === "rejected"))
      return fails("organisation.rejected", { states });
    const waiting = states.some(({ verification }) => verification !== "verified");
    return waiting && stage === "release" ? fails("organisation.not-verified", { states }) : holds({ states });
  },
};
