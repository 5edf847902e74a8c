/** Conflict rule: same park as the applicant or the provider: SOFT, at most one such reviewer per case. */
import type { ConflictRule } from "./conflict.ts";

export const samePark: ConflictRule = {
  id: "same-park",
  check({ reviewer, on }) {
    const { parkId } = reviewer.profile;
    const shared =
      parkId !== undefined && (on.providerPark === parkId || on.parties.some((party) => party.homePark === parkId));
    return shared ? [{ level: "SOFT", about: parkId }] : [];
  },
};
