/** Conflict rule: same organisation now or less than 24 months ago; HARD in the same department or a small house, else SOFT. */
import { monthsAfter } from "../../kernel/day.ts";
import { isSmall, monthsBack, sameDepartment } from "../../person/interest.ts";
import type { ConflictRule, Party } from "./conflict.ts";
import { isParty } from "./same-organisation.ts";

export const sameEmployer: ConflictRule = {
  id: "same-employer",
  check({ reviewer, on, today }) {
    const since = monthsAfter(today, -monthsBack);
    const jobs = reviewer.profile.employers.filter(({ until }) => until === undefined || until > since);
    return on.parties.flatMap((party) => {
      const there = jobs.filter((job) => isParty(job, party));
      if (there.length === 0) return [];
      const hard = isSmall(party) || there.some(({ department }) => isOfOneOf(department, party));
      return [{ level: hard ? ("HARD" as const) : ("SOFT" as const), about: party.organisationId }];
    });
  },
};

function isOfOneOf(department: string | undefined, { departments }: Party): boolean {
  return departments.some((other) => sameDepartment(other, department));
}
