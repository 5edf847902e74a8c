/** Conflict rule: tenancy or service contract with the park that benefits, or with a party: SOFT. */
import type { ConflictRule } from "./conflict.ts";

export const tenancy: ConflictRule = {
  id: "tenancy",
  check({ reviewer, on }) {
    const benefiting = [
      ...on.parties.flatMap(({ organisationId, homePark }) => [organisationId, homePark]),
      on.providerPark,
    ];
    return reviewer.profile.interests
      .filter(({ kind, organisationId }) => kind === "tenancy" && benefiting.includes(organisationId))
      .map(({ organisationId }) => ({ level: "SOFT", about: organisationId }));
  },
};
