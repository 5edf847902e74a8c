/** Conflict rule: holds equity, a board seat or a paid contract at an organisation of the case (declared): HARD. */
import type { ConflictRule } from "./conflict.ts";
import { isParty } from "./same-organisation.ts";

const stakes: readonly string[] = ["equity", "board", "contract"];

export const declaredStake: ConflictRule = {
  id: "declared-stake",
  check: ({ reviewer, on }) =>
    on.parties
      .filter((party) =>
        reviewer.profile.interests.some((interest) => stakes.includes(interest.kind) && isParty(interest, party)),
      )
      .map(({ organisationId }) => ({ level: "HARD", about: organisationId })),
};
