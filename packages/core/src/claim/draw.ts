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
 * @throws conflict `claim.more-than-award` above the award; conflict `voucher.no-shares` if nothing is committed.
 */
export function drawOf(payable: Money, award: Money, payers: readonly Payer[], shares: readonly Share[]): Draw[] {
  if (compare(payable, award) > 0) throw new DomainError("conflict", "claim.more-than-award", { payable, award });
  const paying = payers.flatMap((payer) => {
    // What a park has committed to a case lies in one budget year: what is carried, or taken back, joins the rest.
    const share = shares.find((one) => one.parkId === payer.parkId && one.committed > 0);
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

/** `whole × part ÷ of`, exact, rounded half up. */
function fractionOf(whole: number, part: number, of: number): number {
  return of === 0 ? 0 : Number((2n * BigInt(whole) * BigInt(part) + BigInt(of)) / (2n * BigInt(of)));
}
