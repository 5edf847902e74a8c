/** How a payable amount is drawn from the shares of the paying parks: pro rata, exact to the minor unit in every currency. */
import type { Payer } from "../call/call.ts";
import { DomainError } from "../kernel/error.ts";
import { allocate, compare, isZero, type Money, money } from "../kernel/money.ts";
import type { Share } from "../ledger/posting.ts";

export interface Draw {
  readonly share: Share;
  /** The park's part in the voucher's currency; all parts add up to what is payable. */
  readonly counted: Money;
  /** The same in the park's own currency: what it pays. */
  readonly amount: Money;
  /** What stays committed of its share after that. */
  readonly rest: number;
}

/**
 * Largest remainder over the parts that the parks have in the award. A park that pays in another currency pays the same
 * fraction of its committed share as of its part, rounded half up: no second rate is needed, and a claim of the whole
 * award draws every share to its last unit.
 * @throws conflict `claim.more-than-award` above the award; conflict `voucher.no-shares` if nothing is committed; conflict
 * `voucher.shares-apart` as `heldShares` does.
 */
export function drawOf(payable: Money, award: Money, payers: readonly Payer[], shares: readonly Share[]): Draw[] {
  if (compare(payable, award) > 0) throw new DomainError("conflict", "claim.more-than-award", { payable, award });
  const held = heldShares(shares);
  const paying = payers.flatMap((payer) => {
    const share = held.find((one) => one.parkId === payer.parkId);
    return share === undefined ? [] : [{ payer, share }];
  });
  if (paying.length === 0 || isZero(award)) throw new DomainError("conflict", "voucher.no-shares");
  const parts = allocate(
    award,
    paying.map(({ payer }) => payer.sharePercent),
  );
  const counted = allocate(
    payable,
    parts.map((part) => part.amount),
  );
  return paying.map(({ share }, index) => {
    const amount = fractionOf(share.committed, counted[index]?.amount ?? 0, parts[index]?.amount ?? 0);
    return {
      share,
      counted: counted[index] ?? money(0, award.currency),
      amount: money(amount, share.ledger.currency),
      rest: share.committed - amount,
    };
  });
}

/**
 * The share of each park that has money committed. It lies in one budget year: what is carried, or taken back, joins the
 * rest. Where it does not, nothing is drawn, for a part would be paid and the rest stay committed for ever.
 * @throws conflict `voucher.shares-apart` with park and years.
 */
export function heldShares(shares: readonly Share[]): Share[] {
  const held = shares.filter(({ committed }) => committed > 0);
  const apart = held.find((one, index) => held.findIndex(({ parkId }) => parkId === one.parkId) !== index);
  if (apart !== undefined) {
    const { parkId } = apart;
    const years = held.filter((one) => one.parkId === parkId).map(({ budgetYear }) => budgetYear);
    throw new DomainError("conflict", "voucher.shares-apart", { parkId, years: years.toSorted((a, b) => a - b) });
  }
  return held;
}

/** `whole × part ÷ of`, exact, rounded half up. */
export function fractionOf(whole: number, part: number, of: number): number {
  return of === 0 ? 0 : Number((2n * BigInt(whole) * BigInt(part) + BigInt(of)) / (2n * BigInt(of)));
}
