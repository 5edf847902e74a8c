/** Which approvals that wait for somebody may be answered together: only those where nothing differs from what was asked and found. */
import type { Proposal } from "../decision/proposal.ts";
import type { Money } from "../kernel/money.ts";

/** Why an approval is looked at by itself; the docstring of `whyApart` says when each holds. */
export const apartReasons = [
  "rejection",
  "amount-differs",
  "conditions",
  "out-of-order",
  "sent-back",
  "colleague-noted",
  "own-park",
  "bound-waived",
  "scope-doubted",
  "conflict",
  "review-missing",
  "reviews-differ",
  "below-threshold",
  "budget",
  "aid-room",
  "two-approvers",
  "second-factor",
  "alone",
] as const;
export type ApartReason = (typeof apartReasons)[number];

/** What one approval rests on, as its evidence shows it. */
export interface Waiting {
  readonly callId: string;
  /** The paying park that is asked. */
  readonly parkId: string;
  readonly attempt: number;
  /** What the applicant asked for. */
  readonly requested: Money | undefined;
  readonly proposal: Pick<Proposal, "kind" | "award" | "shares" | "conditions" | "outOfOrderReason">;
  /** A park sent an earlier proposal of the attempt back. */
  readonly sentBack: boolean;
  /** Words with an approval of this proposal that was given already. */
  readonly notes: readonly string[];
  /** The park owns a party, houses it for free or is one. */
  readonly ownPark: boolean;
  /** Bounds on reviewers that were waived with a reason, by hand or in the call's run. */
  readonly waived: readonly string[];
  /** A reviewer answered *out of scope*, and it had to be settled. */
  readonly scopeSettled: boolean;
  readonly conflicts: readonly { readonly found: readonly unknown[] }[];
  readonly interests: readonly unknown[];
  readonly scores: {
    readonly mean?: number | undefined;
    readonly lowest?: number | undefined;
    readonly highest?: number | undefined;
    readonly wide: boolean;
    readonly threshold: number;
  };
  /** Each review that the call wants is filed, with a mark for every criterion meant for it; true where it wants none. */
  readonly reviewed: boolean;
  readonly headrooms: readonly { readonly state: string; readonly fits: boolean }[];
  readonly pots: readonly {
    readonly parkId: string;
    readonly available: number;
    readonly held: number;
    readonly policy?: { readonly approvers: number; readonly secondFactorFrom?: number | undefined } | undefined;
  }[];
}

/**
 * Why an approval must be looked at by itself; empty where nothing differs. In the order of `apartReasons`:
 * - `rejection`: it is no award;
 * - `amount-differs`: the award is not exactly what was requested, in amount and currency;
 * - `conditions`: the proposal has conditions;
 * - `out-of-order`: it comes before earlier cases, with a reason;
 * - `sent-back`: the case was decided on before, in an earlier attempt or a proposal that a park sent back;
 * - `colleague-noted`: somebody who approved it already left words;
 * - `own-park`: the park has an interest of its own, and somebody of another park answers;
 * - `bound-waived`: a reviewer sits although a bound forbade it;
 * - `scope-doubted`: a reviewer found it out of scope, and the manager settled it;
 * - `conflict`: the rules find or somebody declared a tie of a reviewer, of who acted for a park or of the reader, hard or
 *   soft; or a reviewer cannot be judged any more;
 * - `review-missing`: a review that the call wants is not there, or has a criterion without a mark;
 * - `reviews-differ`: the reviews lie wide apart, or on both sides of the call's threshold;
 * - `below-threshold`: the mean is below the threshold;
 * - `budget`: the park's pot does not hold its whole share of this case, or is overdrawn;
 * - `aid-room`: a ceiling does not hold the award, or its room could not be assessed;
 * - `two-approvers`: the park's policy wants two people, who look independently of each other;
 * - `second-factor`: the share is over the limit from which a fresh second factor is asked.
 */
export function whyApart(one: Waiting): ApartReason[] {
  const { proposal, scores } = one;
  const { award } = proposal;
  const share = proposal.shares.find(({ parkId }) => parkId === one.parkId)?.amount;
  const pot = one.pots.find(({ parkId }) => parkId === one.parkId);
  const isBelow = (percent: number | undefined) => percent !== undefined && percent < scores.threshold;
  const holds: Record<Exclude<ApartReason, "alone">, boolean> = {
    rejection: proposal.kind !== "award",
    "amount-differs":
      proposal.kind === "award" &&
      (award?.amount !== one.requested?.amount || award?.currency !== one.requested?.currency),
    conditions: proposal.conditions !== "",
    "out-of-order": proposal.outOfOrderReason !== undefined,
    "sent-back": one.attempt > 1 || one.sentBack,
    "colleague-noted": one.notes.some((note) => note !== ""),
    "own-park": one.ownPark,
    "bound-waived": one.waived.length > 0,
    "scope-doubted": one.scopeSettled,
    conflict: one.interests.length > 0 || one.conflicts.some(({ found }) => found.length > 0),
    "review-missing": !one.reviewed,
    "reviews-differ": scores.wide || isBelow(scores.lowest) !== isBelow(scores.highest),
    "below-threshold": isBelow(scores.mean),
    budget:
      proposal.kind === "award" &&
      (pot === undefined || share === undefined || pot.held < share.amount || pot.available < 0),
    "aid-room": one.headrooms.some(({ state, fits }) => !fits || (state !== "assessed" && state !== "no-aid")),
    "two-approvers": pot?.policy !== undefined && pot.policy.approvers > 1,
    "second-factor":
      share !== undefined && pot?.policy?.secondFactorFrom !== undefined && share.amount >= pot.policy.secondFactorFrom,
  };
  return apartReasons.filter((reason) => reason !== "alone" && holds[reason]);
}

export interface Alike<W> {
  /** Of one call and one paying park each, two at least; in the order in which they came. */
  readonly groups: readonly (readonly W[])[];
  readonly apart: readonly { readonly one: W; readonly why: readonly ApartReason[] }[];
}

/** Parts what waits into groups that may be approved together and the rest, each with the reasons; `alone` has nobody to be grouped with. */
export function groupAlike<W extends Waiting>(waiting: readonly W[]): Alike<W> {
  const judged = waiting.map((one) => ({ one, why: whyApart(one) }));
  const plain = judged.filter(({ why }) => why.length === 0).map(({ one }) => one);
  const byKey = Map.groupBy(plain, ({ callId, parkId }) => `${callId} ${parkId}`);
  const groups = [...byKey.values()].filter((group) => group.length > 1);
  const grouped = new Set(groups.flat());
  return {
    groups,
    apart: judged
      .filter(({ one }) => !grouped.has(one))
      .map(({ one, why }) => ({ one, why: why.length === 0 ? (["alone"] as const) : why })),
  };
}
