/** Who of a paying park approves another value of a voucher, and how many: the park's policy row for the whole new amount, as for an award (domain §12). */
import type { HandingFacts } from "../approval/delegate-approval.ts";
import { refuseOwnPark, staffFor } from "../approval/park-interest.ts";
import { demandFreshFactor, policyOf } from "../approval/policy.ts";
import { barredFrom, refuseOutOfTurn, turnAfter } from "../approval/turn.ts";
import { heldShares } from "../claim/draw.ts";
import { requireDecision } from "../decision/decision-facts.ts";
import { refuseWhoDid, whoAnswered } from "../decision/duties.ts";
import { type Actor, holdsRole, type PersonActor, requireRole } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import type { PersonId } from "../kernel/id.ts";
import { type Money, money } from "../kernel/money.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Share } from "../ledger/posting.ts";
import { type ApprovalPolicy, type ApproverRole, approverRoles } from "../network/fund.ts";
import { openWord, type Wanted } from "./second-word.ts";
import { requireStaff } from "./staff.ts";
import type { UseFacts } from "./use-facts.ts";
import type { Voucher } from "./voucher.ts";

/** One paying park under another value. */
export interface ValuePart {
  readonly share: Share;
  /** What it holds committed afterwards, minor units of its own currency. */
  readonly after: number;
}

/** Every park changes by the same fraction, in its own currency and at the rate of the award. */
export function partsOf(shares: readonly Share[], value: Money, before: Money): ValuePart[] {
  return heldShares(shares).map((share) => ({ share, after: scaled(share.committed, value.amount, before.amount) }));
}

/** `whole × after ÷ before`, exact, rounded half up. */
export function scaled(whole: number, after: number, before: number): number {
  return Number((2n * BigInt(whole) * BigInt(after) + BigInt(before)) / (2n * BigInt(before)));
}

export type ValueChange = NonNullable<Voucher["valueChange"]>;

/** Whether so many people of the park have approved as it needs: one of a lowering, of a raise as its policy says. */
export function isApproved(part: ValuePart, change: ValueChange, raised: boolean, { network }: Moment): boolean {
  const { parkId } = part.share;
  const given = change.approved.filter((one) => one.parkId === parkId).length;
  return given >= (raised ? policyOf(wholeOf(part), parkId, network).approvers : 1);
}

/** The park's policy row for the whole new amount. */
export function policyOfPart(part: ValuePart, { network }: Pick<Moment, "network">): ApprovalPolicy {
  return policyOf(wholeOf(part), part.share.parkId, network);
}

function wholeOf({ share, after }: ValuePart) {
  return { shares: [{ parkId: share.parkId, amount: money(after, share.ledger.currency) }] };
}

/** Which people of each paying park are asked first: of a lowering its approvers, of a raise whom its policy row names. */
export function turnsOfValue(
  facts: Pick<UseFacts, "words" | "shares" | "tasks">,
  { value, before, by }: { readonly value: Money; readonly before: Money; readonly by: PersonId },
  moment: Moment,
): Wanted[] {
  return partsOf(facts.shares, value, before).flatMap((part): Wanted[] => {
    const park = facts.words?.find(({ parkId }) => parkId === part.share.parkId);
    if (park === undefined) return [];
    if (value.amount < before.amount) return [{ park, turn: { role: "approver" } }];
    const policy = policyOf(wholeOf(part), park.parkId, moment.network);
    const staff = staffFor(park, park.parkId, moment);
    const barred = barredFrom(facts.tasks, [by]);
    return [{ park, turn: turnAfter(policy, staff, [], barred, moment.now) }];
  });
}

/** The role in which somebody approves for the park: any that a policy row can name. */
export function approvingRole(actor: Actor, parkId: string, { now }: Pick<Moment, "now">): ApproverRole {
  return approverRoles.find((role) => holdsRole(actor, role, parkId, now)) ?? "approver";
}

/**
 * The acting person, if they may act on the case for the park at all.
 * @throws as `requireStaff`, `refuseOwnPark`; conflict `voucher.no-value-change`.
 */
export function requireValueStaff(
  facts: HandingFacts & { readonly voucher: Voucher | undefined },
  actor: Actor,
  parkId: string,
  moment: Moment,
): { person: PersonActor; voucher: Voucher; change: ValueChange } {
  const { one, slots } = requireDecision(facts);
  const { voucher } = facts;
  const change = voucher?.valueChange;
  const held = approvingRole(actor, parkId, moment);
  const person = requireStaff(actor, change === undefined ? "approver" : held, one, slots, moment.now, parkId);
  refuseOwnPark(person, parkId, facts.parties, moment);
  if (voucher === undefined || change === undefined)
    throw new DomainError("conflict", "voucher.no-value-change", { caseId: one.caseId });
  return { person, voucher, change };
}

/**
 * For a raise all that an award asks of who approves it: role and turn by the policy row, nobody who screened or proposed,
 * a fresh second factor from the row's amount. A lowering is approved by any one approver of the park.
 * @throws not_found `approval.not-a-payer`; forbidden `actor.role-needed`, `duties.same-person`,
 * `approval.not-your-turn`, `second-factor.stale`.
 */
export function demandApprover(
  facts: HandingFacts,
  parts: readonly ValuePart[],
  { change, raised, person }: { change: ValueChange; raised: boolean; person: PersonActor },
  parkId: string,
  moment: Moment,
): void {
  const part = parts.find(({ share }) => share.parkId === parkId);
  if (part === undefined) throw new DomainError("not_found", "approval.not-a-payer", { parkId });
  refuseWhoDid(person, [change.by], "voucher.propose-value");
  if (!raised) {
    requireRole(person, "approver", parkId, moment.now);
    return;
  }
  const { tasks } = requireDecision(facts);
  refuseWhoDid(person, whoAnswered(tasks, "screen"), "application.screen");
  const policy = policyOf(wholeOf(part), parkId, moment.network);
  const staff = staffFor(facts, parkId, moment);
  const given = change.approved.filter((one) => one.parkId === parkId).map(({ by }) => by);
  // Who has given the first of two approvals repeats it and changes nothing.
  if (!given.includes(person.personId)) {
    const turn = turnAfter(policy, staff, given, barredFrom(tasks, [change.by]), moment.now);
    requireRole(person, turn.role, parkId, moment.now);
    // Whom the secretary named gives it, whoever's turn it were.
    const word = openWord(tasks, "value", parkId);
    const asked = word?.reassigned === undefined ? turn.asked : word.asked;
    refuseOutOfTurn({ ...(asked === undefined ? {} : { asked }), given }, person, staff[turn.role], moment.now);
  }
  demandFreshFactor(policy, wholeOf(part), person, parkId, moment.now);
}
