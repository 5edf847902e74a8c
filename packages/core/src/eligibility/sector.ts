/** Requirement: the applicant works in a sector that the call is for; a call without sectors is for all. */
import { fails, holds, type Requirement } from "./requirement.ts";

export const sector: Requirement = {
  id: "sector",
  check({ call, applicant }) {
    const facts = { sector: applicant.sector, eligible: call.sectors };
    if (call.sectors.length === 0) return holds(facts);
    if (applicant.sector === undefined) return fails("sector.not-stated", facts);
    return call.sectors.includes(applicant.sector) ? holds(facts) : fails("sector.not-eligible", facts);
  },
};
