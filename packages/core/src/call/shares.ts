/** The only place that splits an amount of a call over its paying parks, each in its own currency. */
import { allocate, type Money } from "../kernel/money.ts";
import { convert, type Rate } from "../kernel/rate.ts";
import type { LedgerKey } from "../ledger/posting.ts";
import { type NetworkFile, parkOf } from "../network/network-file.ts";
import { rateFor } from "../network/rate-for.ts";
import type { AidBasis, Call } from "./call.ts";

export interface PayerShare {
  readonly parkId: string;
  readonly ledger: LedgerKey;
  readonly aidBasis: AidBasis;
  /** ISO country of the payer: the jurisdiction whose ceiling counts (domain §7). */
  readonly jurisdiction: string;
  /** The part in the call's currency; all parts add up to the amount. */
  readonly part: Money;
  /** The same in the park's currency. */
  readonly amount: Money;
  /** Identity where the park pays in the call's currency. */
  readonly rate: Rate;
}

/**
 * Pro rata by share, largest remainder in the call's currency, then converted once at the last rate published before `day`.
 * @param amount in the call's currency.
 * @throws unavailable `rate.none`.
 */
export function sharesOf(call: Pick<Call, "payers">, amount: Money, network: NetworkFile, day: string): PayerShare[] {
  const parts = allocate(
    amount,
    call.payers.map((payer) => payer.sharePercent),
  );
  return call.payers.map((payer, index) => {
    const part = parts[index] ?? { amount: 0, currency: amount.currency };
    const park = parkOf(network, payer.parkId);
    const rate = rateFor(network, amount.currency, payer.ledger.currency, day);
    return {
      parkId: payer.parkId,
      ledger: payer.ledger,
      aidBasis: payer.aidBasis,
      jurisdiction: park.country,
      part,
      amount: convert(part, rate).money,
      rate,
    };
  });
}
