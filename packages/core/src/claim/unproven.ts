/** The only place for what was paid on a voucher beyond what the proven own share supports: it ended before a last claim settled that (domain §5). */
import type { Call } from "../call/call.ts";
import { add, allocate, compare, type Money, money, multiplyRate, subtract, zero } from "../kernel/money.ts";
import type { Recovery } from "../recovery/recovery.ts";
import { intensityOf, type Voucher } from "../voucher/voucher.ts";
import type { Claim } from "./claim.ts";
import { fractionOf } from "./draw.ts";
import { carriedCost, type Earlier, earlierOf, isCounted, type PayableInput } from "./payable.ts";

/**
 * At an intensity i, a proven own share p carries a cost of p ÷ (1 − i), and so supports a payment of p × i ÷ (1 − i); never
 * more than i × accepted cost. Rounded as the last claim of a voucher is: the cost down, the payment half up to the minor
 * unit. At 100 % there is no own share to prove. Where the SME is reimbursed, p is what it paid, and carries just that.
 *
 * Nothing once p is the whole own share: cents that came of rounding claims one by one are not asked back.
 *
 * Example: 80 %, accepted cost 10,000 €, paid 8,000 €: of an own share of 2,000 € only 500 € is proven, which supports
 * 2,000 €; 6,000 € is unproven.
 */
export function unprovenOf(
  { cost, payable, paidByApplicant }: Pick<Earlier, "cost" | "payable" | "paidByApplicant">,
  terms: Pick<PayableInput, "intensity" | "pays">,
): Money {
  const none = zero(cost.currency);
  // Whatever the award: it bounds what is paid, not what an own share supports.
  const before = { cost, payable, paidByApplicant };
  const carried = carriedCost({ ...terms, left: cost, paidByApplicant: none }, cost, before);
  if (compare(carried, cost) >= 0) return none;
  const supported = multiplyRate(carried, { percent: terms.intensity });
  return compare(payable, supported) > 0 ? subtract(payable, supported) : none;
}

export interface Unproven {
  readonly parkId: string;
  /** In the park's own currency. */
  readonly amount: Money;
}

interface Ended {
  readonly voucher: Voucher;
  readonly call: Pick<Call, "pays" | "payers" | "intensity">;
  readonly claims: readonly Claim[];
  readonly recoveries: readonly Recovery[];
}

/**
 * What each park has to ask back: by largest remainder over what it paid in the voucher's currency, the same fraction of
 * what it paid in its own, less what it has asked back already.
 */
export function unprovenByPark({ voucher, call, claims, recoveries }: Ended): Unproven[] {
  const earlier = earlierOf(claims, Number.MAX_SAFE_INTEGER, voucher.left.currency);
  const paidByApplicant = add(earlier.paidByApplicant, provenByRefused(claims, voucher.left.currency));
  const unproven = unprovenOf(
    { ...earlier, paidByApplicant },
    { intensity: intensityOf(voucher, call), pays: call.pays },
  );
  if (unproven.amount === 0) return [];
  const draws = claims.filter(isCounted).flatMap((claim) => claim.draws ?? []);
  const paid = call.payers.flatMap(({ parkId }) => {
    const own = draws.filter((draw) => draw.parkId === parkId);
    const currency = own[0]?.amount.currency;
    if (currency === undefined) return [];
    const total = (of: "counted" | "amount") => own.reduce((all, draw) => all + draw[of].amount, 0);
    return [{ parkId, currency, counted: total("counted"), amount: total("amount") }];
  });
  if (paid.length === 0) return [];
  const parts = allocate(
    unproven,
    paid.map(({ counted }) => counted),
  );
  return paid.flatMap(({ parkId, currency, counted, amount }, index) => {
    const part = fractionOf(amount, parts[index]?.amount ?? 0, counted);
    const left = part - askedBy(parkId, recoveries);
    return left > 0 ? [{ parkId, amount: money(left, currency) }] : [];
  });
}

/** A refused claim may prove what was paid for work accepted before: it counts until an accepted one settles it, and once, however often it was filed. */
function provenByRefused(claims: readonly Claim[], currency: string): Money {
  const settled = Math.max(0, ...claims.filter(isCounted).map(({ claim }) => claim));
  const proven = claims
    .filter(({ claim, status }) => status === "refused" && claim > settled)
    .map(({ refusal }) => refusal?.paidByApplicant?.amount ?? 0);
  return money(Math.max(0, ...proven), currency);
}

/** What was written off was asked, and so was what redress granted; what finance cancelled by itself was not. */
function askedBy(parkId: string, recoveries: readonly Recovery[]): number {
  return recoveries
    .filter((one) => one.parkId === parkId && (one.status !== "cancelled" || one.lowered !== undefined))
    .reduce((total, { amount, lowered }) => total + (lowered?.from ?? amount).amount, 0);
}
