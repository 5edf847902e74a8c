/** The only place for what is payable of a claim: min(award left, intensity × accepted cost, stacking room), less what no proven own share carries (domain §5). */
import Big from "big.js";
import { add, compare, type Money, min, money, multiplyRate, subtract, sum, zero } from "../kernel/money.ts";
import { totalsOf } from "./accept-lines.ts";
import type { AcceptedLine, Claim } from "./claim.ts";

/** What earlier claims on the voucher came to, in its currency. */
export interface Earlier {
  readonly cost: Money;
  readonly payable: Money;
  readonly paidByApplicant: Money;
  /** What redress did not grant of it. */
  readonly ungranted?: Money;
}

export interface PayableInput {
  readonly accepted: readonly AcceptedLine[];
  /** What is left of the award. */
  readonly left: Money;
  /** Percent of the accepted cost that the award covers. */
  readonly intensity: number;
  /** What the applicant proved to have paid to the provider with this claim, in the voucher's currency. */
  readonly paidByApplicant: Money;
  readonly pays: "provider" | "sme";
  /** A further claim follows: the own share is proven with the last. */
  readonly interim?: boolean;
  readonly earlier?: Earlier;
  /** Of what redress claimed anew: the claim that was cut, in its cost or in its payment alone. */
  readonly supplemented?: Pick<Earlier, "cost" | "payable"> | undefined;
  /** What a stacking limit leaves for this claim; absent where none holds. */
  readonly room?: Money | undefined;
}

export interface Payable {
  readonly acceptedNet: Money;
  /** VAT that counts as cost. */
  readonly acceptedVat: Money;
  readonly payable: Money;
}

/**
 * A claim before the last is paid by its own accepted cost; a supplement makes that up to what its claim and it come to
 * together, so that it pays what was cut of the payment alone, too. The last claim settles all: together with the earlier ones it is paid no more than the proven own share carries. Where
 * the provider is paid, an own share s carries a cost of s ÷ (1 − intensity); where the SME is reimbursed, what it paid.
 * A claim that would use up the award is the last, whatever it says.
 */
export function payableOf(input: PayableInput): Payable {
  const { left, intensity, earlier = nothingBefore(left.currency) } = input;
  const { net, vat, cost } = totalsOf(input.accepted, left.currency);
  const most = input.room === undefined ? left : min(left, input.room);
  const { supplemented: cut = nothingBefore(left.currency) } = input;
  const ofThis = atLeastNothing(subtract(multiplyRate(add(cut.cost, cost), { percent: intensity }), cut.payable));
  const before = { acceptedNet: net, acceptedVat: vat };
  if (input.interim === true && input.pays === "provider" && compare(ofThis, left) < 0)
    return { ...before, payable: min(most, ofThis) };
  const carried = carriedCost(input, add(earlier.cost, cost), earlier);
  const settled = earlier.ungranted === undefined ? earlier.payable : add(earlier.payable, earlier.ungranted);
  const due = subtract(multiplyRate(carried, { percent: intensity }), settled);
  return { ...before, payable: min(most, atLeastNothing(due)) };
}

/** What the SME must still prove to have paid to the provider for the accepted cost to be payable in full. */
export function ownShareOf(
  cost: Money,
  {
    left,
    intensity,
    pays,
    earlier = nothingBefore(left.currency),
  }: Pick<PayableInput, "left" | "intensity" | "pays" | "earlier">,
): Money {
  return atLeastNothing(
    subtract(wholeShare(add(earlier.cost, cost), left, intensity, pays, earlier), earlier.paidByApplicant),
  );
}

/** Paid, or owed. */
export function isCounted({ status }: Pick<Claim, "status">): boolean {
  return status === "accepted" || status === "paid";
}

/** Accepted claims before this one. Those that were refused, or taken back, count nothing. */
export function earlierOf(claims: readonly Claim[], before: number, currency: string): Earlier {
  const counted = claims.filter((one) => one.claim < before && isCounted(one));
  const all = counted.flatMap(({ assessment }) => assessment ?? []);
  const total = (amounts: readonly Money[]) => sum([zero(currency), ...amounts]);
  return {
    cost: total(
      all.flatMap(({ acceptedNet, acceptedVat }) => [acceptedNet, ...(acceptedVat === undefined ? [] : [acceptedVat])]),
    ),
    payable: total(all.map(({ payable }) => payable)),
    paidByApplicant: total(all.map(({ paidByApplicant }) => paidByApplicant)),
    ...(all.some((one) => one.ungranted !== undefined)
      ? { ungranted: total(all.flatMap(({ ungranted }) => ungranted ?? [])) }
      : {}),
  };
}

function nothingBefore(currency: string): Earlier {
  const none = zero(currency);
  return { cost: none, payable: none, paidByApplicant: none };
}

function wholeShare(cost: Money, left: Money, intensity: number, pays: PayableInput["pays"], earlier: Earlier): Money {
  const award = add(left, earlier.payable);
  return pays === "sme" ? cost : subtract(cost, min(award, multiplyRate(cost, { percent: intensity })));
}

/** The cost of all claims that the proven payments carry; never above what was accepted. */
export function carriedCost(
  input: Pick<PayableInput, "left" | "intensity" | "pays" | "paidByApplicant">,
  cost: Money,
  earlier: Earlier,
): Money {
  const { pays, intensity, left } = input;
  const paid = add(earlier.paidByApplicant, input.paidByApplicant);
  // Proven in full: the quotient's rounding must not cost the claimant a cent.
  if (compare(paid, wholeShare(cost, left, intensity, pays, earlier)) >= 0) return cost;
  if (pays === "sme") return paid;
  if (intensity >= 100) return cost;
  const carried = new Big(paid.amount).times(100).div(new Big(100).minus(intensity));
  return min(cost, money(Number(carried.round(0, Big.roundDown).toFixed(0)), cost.currency));
}

function atLeastNothing(amount: Money): Money {
  return amount.amount < 0 ? zero(amount.currency) : amount;
}
