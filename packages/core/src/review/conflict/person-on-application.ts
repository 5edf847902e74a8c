/** Conflict rule: is a person on the application or of one of its organisations, or shares a household interest with one: HARD. */
import type { ConflictRule } from "./conflict.ts";
import { isParty } from "./same-organisation.ts";

export const personOnApplication: ConflictRule = {
  id: "person-on-application",
  check({ reviewer, on }) {
    const named = on.persons.includes(reviewer.personId) ? [{ level: "HARD" as const }] : [];
    const related = on.parties.filter(
      (party) =>
        party.members.includes(reviewer.personId) ||
        reviewer.profile.interests.some((interest) => interest.kind === "household" && isParty(interest, party)),
    );
    return [...named, ...related.map(({ organisationId }) => ({ level: "HARD" as const, about: organisationId }))];
  },
};
