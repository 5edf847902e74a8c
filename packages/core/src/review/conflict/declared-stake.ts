/** Conflict rule: holds equity, a board seat or a paid contract at an organisation of the case (declared): HARD. */
import type { ConflictRule } from "./conflict.ts";

const stakes: readonly string[] = ["equity", "board", "contract"];

export const declaredStake: ConflictRule = {
  id: "declared-stake",
  check: ({ reviewer, on }) =>
    on.parties
      .filter(({ organisationId }) =>
        reviewer.profile.interests.some(
          (interest) => stakes.includes(interest.kind) && interest.organisationId === organisationId,
        ),
      )
      .map(({ organisationId }) => ({ level: "HARD", about: organisationId })),
};
