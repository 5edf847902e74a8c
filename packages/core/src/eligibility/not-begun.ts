/**
 * Requirement: the work has not begun, and by the offer does not begin before the day of submission. Where the call wants the
 * award first, nobody knows its day while the offer is made, and no park's delay speaks against a company: from the award
 * on, the days of the work are held to it (`firstDayOf`).
 */
import { toZonedDateString } from "../kernel/instant.ts";
import { parkOf } from "../network/network-file.ts";
import { declared, fails, type Requirement } from "./requirement.ts";

export const notBegun: Requirement = {
  id: "not-begun",
  check({ answers, offer, call, network, submittedAt, day }) {
    const statement = declared(answers.declarations.notBegun, true, {
      missing: "work.not-stated",
      wrong: "work.begun",
    });
    const before = call.notBegunBefore === undefined ? {} : { before: call.notBegunBefore };
    const startsOn = offer?.content?.startsOn;
    if (!statement.ok || startsOn === undefined) return { ...statement, facts: { ...statement.facts, ...before } };
    const applied =
      submittedAt === undefined ? day : toZonedDateString(submittedAt, parkOf(network, call.leadPark).zone);
    const facts = { startsOn, applied, ...before };
    return startsOn < applied ? fails("work.starts-too-early", facts) : { ok: true, facts };
  },
};
