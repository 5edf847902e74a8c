/** Conflict rule: the same persons worked together on an award in the last 36 months: HARD. */
import { monthsAfter } from "../../kernel/day.ts";
import type { ConflictRule } from "./conflict.ts";

const monthsBack = 36;

export const workedTogether: ConflictRule = {
  id: "worked-together",
  check({ reviewer, on, today }) {
    const since = monthsAfter(today, -monthsBack);
    const together = on.past.some(
      ({ issuedAt, persons }) =>
        issuedAt.slice(0, 10) > since &&
        persons.includes(reviewer.personId) &&
        persons.some((person) => person !== reviewer.personId && on.persons.includes(person)),
    );
    return together ? [{ level: "HARD" }] : [];
  },
};
