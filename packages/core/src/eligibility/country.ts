/** Requirement: the applicant is established in a country that the call is for. */
import { fails, holds, type Requirement } from "./requirement.ts";

export const country: Requirement = {
  id: "country",
  check({ call, applicant }) {
    const facts = { country: applicant.address.country, eligible: call.eligibleCountries };
    return call.eligibleCountries.includes(applicant.address.country)
      ? holds(facts)
      : fails("country.not-eligible", facts);
  },
};
