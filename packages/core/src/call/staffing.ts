/** Whether every step of a call has somebody who may do it and somebody else who could, under the separation of duties (domain §3). */
import { roleOfTurn } from "../approval/turn.ts";
import { isDomainError } from "../kernel/error.ts";
import type { PersonId } from "../kernel/id.ts";
import { money } from "../kernel/money.ts";
import { approverRoles } from "../network/fund.ts";
import type { NetworkFile } from "../network/network-file.ts";
import type { RoleHolder, RoleName } from "../person/role-grant.ts";
import type { Reader } from "../port/store.ts";
import type { Call } from "./call.ts";
import { reviewsFor } from "./review-bands.ts";
import { type PayerShare, sharesOf } from "./shares.ts";

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
  /** How many do it; one unless said. */
  readonly count?: number;
}

/** How many people of which role a park's approval takes. */
export interface Approvers {
  readonly role: RoleName;
  readonly count: number;
}

/** What the rows of each paying park ask for, up to its share of the highest award; the rows below count too, for smaller awards and rejections. */
export function approversOf(
  call: Pick<Call, "payers" | "maximumAward" | "currency">,
  network: NetworkFile,
  day: string,
): ReadonlyMap<string, readonly Approvers[]> {
  const most = highestShares(call, network, day);
  return new Map(
    call.payers.map(({ parkId }) => {
      const highest = most.find((share) => share.parkId === parkId)?.amount.amount ?? Number.POSITIVE_INFINITY;
      const rows = network.approvals.filter(
        (row) => row.parkId === parkId && row.instrument === "voucher" && row.from <= highest,
      );
      const counts = new Map<RoleName, number>();
      for (const row of rows) {
        const turns = Array.from({ length: row.approvers }, (_, given) => roleOfTurn(row, given));
        for (const role of turns)
          counts.set(role, Math.max(counts.get(role) ?? 0, turns.filter((one) => one === role).length));
      }
      return [parkId, [...counts].map(([role, count]) => ({ role, count }))];
    }),
  );
}

/** None where a draft says too little to split its highest award, or no rate is known for it: then every row counts. */
function highestShares(
  call: Pick<Call, "payers" | "maximumAward" | "currency">,
  network: NetworkFile,
  day: string,
): readonly PayerShare[] {
  try {
    const isSplit = call.payers.some(({ sharePercent }) => sharePercent > 0);
    return isSplit ? sharesOf(call, money(call.maximumAward, call.currency), network, day) : [];
  } catch (error) {
    if (isDomainError(error)) return [];
    throw error;
  }
}

/** The steps of a voucher with those that must be done by others. */
function stepsOf(call: Pick<Call, "leadPark" | "payers">, approvers: ReturnType<typeof approversOf>): Step[] {
  const lead = call.leadPark;
  const approvals = call.payers.flatMap(({ parkId }) =>
    (approvers.get(parkId) ?? [{ role: "approver" as const, count: 1 }]).map(
      ({ role, count }): Step => ({
        step: `approve:${parkId}`,
        role,
        scope: parkId,
        count,
        apartFrom: ["screen", "propose"],
      }),
    ),
  );
  return [
    { step: "screen", role: "manager", scope: lead, apartFrom: [] },
    { step: "confirm-ineligible", role: "manager", scope: lead, apartFrom: ["screen"] },
    { step: "propose", role: "manager", scope: lead, apartFrom: [] },
    ...approvals,
    { step: "release", role: "manager", scope: lead, apartFrom: ["propose"] },
    {
      step: "redress",
      role: "redress",
      scope: lead,
      apartFrom: [
        ...["screen", "confirm-ineligible", "propose"],
        ...new Set(approvals.map(({ step }) => step)),
        "release",
      ],
    },
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
  const wanted = new Map(
    [
      ...stepsOf(call, new Map()),
      ...call.payers.flatMap(({ parkId }) => approverRoles.map((role) => ({ role, scope: parkId }))),
    ].map(({ role, scope }) => [`${role} ${scope}`, { role, scope }]),
  );
  wanted.set("reviewer network", { role: "reviewer", scope: "network" });
  const holders = (await Promise.all([...wanted.values()].map((within) => reader.list("roleHolder", within)))).flat();
  const people = await Promise.all(holders.map(({ personId }) => reader.get("person", { personId })));
  return holders.filter((_, index) => people[index]?.disabled === false);
}

/**
 * The gaps, in the order of the steps. Each step is given to the first who may: holders before substitutes, then whoever
 * holds fewest other roles; a gap is a step after which nobody is left to stand in. An approval takes as many as the park's
 * policy rows ask for, and one to stand in. Reviews need one person more than
 * its highest award has reviews, the secretary has no substitute but the operator.
 */
export function staffingGaps(
  call: Pick<Call, "leadPark" | "payers" | "maximumAward" | "noReviewUpTo" | "oneReviewUpTo" | "twoReviewsUpTo">,
  staff: Staff,
  approvers: ReturnType<typeof approversOf>,
): StaffingGap[] {
  const doers = new Map<string, PersonId[]>();
  const gaps = stepsOf(call, approvers).flatMap(({ step, role, scope, apartFrom, count = 1 }): StaffingGap[] => {
    // Where roles differ, who gave the first approval in one does not give the second in the other.
    const barred = [...apartFrom, step].flatMap((earlier) => doers.get(earlier) ?? []);
    const able = ranked(staff, role, scope).filter((personId) => !barred.includes(personId));
    const needed = role === "secretary" ? 1 : count + 1;
    doers.set(step, [...(doers.get(step) ?? []), ...able.slice(0, count)]);
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
