/** Conflict rule: tenancy or service contract with the park that benefits, or with a party: SOFT. */
import type { ConflictRule } from "./conflict.ts";
import { isParty } from "./same-organisation.ts";

export const tenancy: ConflictRule = {
  id: "tenancy",
  check({ reviewer, on }) {
    const parks = [...on.parties.map(({ homePark }) => homePark), on.providerPark];
    return reviewer.profile.interests.flatMap((interest) => {
      if (interest.kind !== "tenancy") return [];
      const { organisationId } = interest;
      const party = on.parties.find((one) => isParty(interest, one));
      if (party !== undefined) return [{ level: "SOFT" as const, about: party.organisationId }];
      return organisationId !== undefined && parks.includes(organisationId)
        ? [{ level: "SOFT" as const, about: organisationId }]
        : [];
    });
  },
};
