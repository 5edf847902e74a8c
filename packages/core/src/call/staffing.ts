/** Whether every step of a call has somebody who may do it and somebody else who could, under the separation of duties (domain §3). */
import type { PersonId } from "../kernel/id.ts";
import type { RoleHolder, RoleName } from "../person/role-grant.ts";
import type { Reader } from "../port/store.ts";
import type { Call } from "./call.ts";
import { reviewsFor } from "./review-bands.ts";

export interface StaffingGap {
  readonly step: string;
  readonly role: RoleName;
  /** Park id or `network`. */
  readonly scope: string;
  /** People there must be: who does it, and a substitute. */
  readonly needed: number;
  readonly found: number;
  /** Earlier steps whose doers may not do this one. */
  readonly apartFrom: readonly string[];
}

interface Step {
  readonly step: string;
  readonly role: RoleName;
  readonly scope: string;
  readonly apartFrom: readonly string[];
}

/** The steps of a voucher with those that must be done by others. */
function stepsOf(call: Pick<Call, "leadPark" | "payers">): Step[] {
  const lead = call.leadPark;
  return [
    { step: "screen", role: "manager", scope: lead, apartFrom: [] },
    { step: "confirm-ineligible", role: "manager", scope: lead, apartFrom: ["screen"] },
    { step: "propose", role: "manager", scope: lead, apartFrom: [] },
    ...call.payers.map(
      ({ parkId }): Step => ({
        step: `approve:${parkId}`,
        role: "approver",
        scope: parkId,
        apartFrom: ["screen", "propose"],
      }),
    ),
    { step: "release", role: "manager", scope: lead, apartFrom: ["propose"] },
    { step: "check-claim", role: "manager", scope: lead, apartFrom: [] },
    { step: "finance-check", role: "finance", scope: lead, apartFrom: ["check-claim"] },
    ...call.payers.flatMap(({ parkId }): Step[] => [
      { step: `prepare-payment:${parkId}`, role: "finance", scope: parkId, apartFrom: [] },
      {
        step: `release-payment:${parkId}`,
        role: "finance",
        scope: parkId,
        apartFrom: ["check-claim", `prepare-payment:${parkId}`],
      },
    ]),
    { step: "escalation", role: "secretary", scope: "network", apartFrom: [] },
  ];
}

export type Staff = readonly Pick<RoleHolder, "role" | "scope" | "personId" | "substitute" | "lay">[];

/** Everyone who holds a role that the call needs and may sign in. */
export async function readStaff(reader: Reader, call: Pick<Call, "leadPark" | "payers">): Promise<RoleHolder[]> {
  const wanted = new Map(stepsOf(call).map(({ role, scope }) => [`${role} ${scope}`, { role, scope }]));
  wanted.set("reviewer network", { role: "reviewer", scope: "network" });
  const holders = (await Promise.all([...wanted.values()].map((within) => reader.list("roleHolder", within)))).flat();
  const people = await Promise.all(holders.map(({ personId }) => reader.get("person", { personId })));
  return holders.filter((_, index) => people[index]?.disabled === false);
}

/**
 * The gaps, in the order of the steps. Each step is given to the first who may: holders before substitutes, then whoever
 * holds fewest other roles; a gap is a step after which nobody is left to stand in. Reviews need one person more than
 * its highest award has reviews, the secretary has no substitute but the operator.
 */
export function staffingGaps(
  call: Pick<Call, "leadPark" | "payers" | "maximumAward" | "noReviewUpTo" | "oneReviewUpTo" | "twoReviewsUpTo">,
  staff: Staff,
): StaffingGap[] {
  const doers = new Map<string, PersonId>();
  const gaps = stepsOf(call).flatMap(({ step, role, scope, apartFrom }): StaffingGap[] => {
    const barred = apartFrom.map((earlier) => doers.get(earlier));
    const able = ranked(staff, role, scope).filter((personId) => !barred.includes(personId));
    const needed = role === "secretary" ? 1 : 2;
    const [first] = able;
    if (first !== undefined) doers.set(step, first);
    return able.length >= needed ? [] : [{ step, role, scope, needed, found: able.length, apartFrom }];
  });
  const experts = staff.filter(({ lay }) => lay !== true);
  const reviewers = ranked(experts, "reviewer", "network").length;
  const most = reviewsFor(call, call.maximumAward);
  const needed = most === 0 ? 0 : most + 1;
  if (reviewers < needed)
    gaps.push({ step: "review", role: "reviewer", scope: "network", needed, found: reviewers, apartFrom: [] });
  return gaps;
}

function ranked(staff: Staff, role: RoleName, scope: string): PersonId[] {
  const others = (personId: PersonId) => staff.filter((holder) => holder.personId === personId).length;
  return staff
    .filter((holder) => holder.role === role && holder.scope === scope)
    .toSorted(
      (a, b) =>
        Number(a.substitute) - Number(b.substitute) ||
        others(a.personId) - others(b.personId) ||
        (a.personId < b.personId ? -1 : 1),
    )
    .map(({ personId }) => personId);
}
