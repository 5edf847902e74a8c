/** Conflict rule: what no other rule names, declared with the level that the person chose. */
import type { ConflictRule } from "./conflict.ts";
import { isParty } from "./same-organisation.ts";

export const selfDeclared: ConflictRule = {
  id: "self-declared",
  check: ({ reviewer, on }) =>
    on.parties.flatMap((party) =>
      reviewer.profile.interests.flatMap((interest) =>
        interest.kind === "other" && isParty(interest, party)
          ? [{ level: interest.level ?? ("HARD" as const), about: party.organisationId }]
          : [],
      ),
    ),
};
