/** Requirement: the applicant works in a sector that the call is for; a call without sectors is for all but those it shuts out. */
import { fails, holds, type Requirement } from "./requirement.ts";

export const sector: Requirement = {
  id: "sector",
  check({ call, applicant }) {
    const excluded = call.excludedSectors ?? [];
    const facts = { sector: applicant.sector, eligible: call.sectors, excluded };
    if (applicant.sector !== undefined && excluded.includes(applicant.sector)) return fails("sector.excluded", facts);
    if (call.sectors.length === 0) return holds(facts);
    if (applicant.sector === undefined) return fails("sector.not-stated", facts);
    return call.sectors.includes(applicant.sector) ? holds(facts) : fails("sector.not-eligible", facts);
  },
};
