/** The only place for the arithmetic of a voucher's price: what the parks would pay of it, and what the SME pays itself. */
import type { Call } from "../call/call.ts";
import { add, compare, type Money, min, money, multiplyRate, subtract } from "../kernel/money.ts";

export interface Funding {
  /** Net price in the call's currency. */
  readonly price: Money;
  readonly intensity: number;
  /** That percent of the price. */
  readonly byIntensity: Money;
  readonly maximum: Money;
  /** The smaller of the two: what is asked of the parks. */
  readonly requested: Money;
  /** The rest, paid by the SME and proven with the final claim. */
  readonly own: Money;
  /** The maximum award binds, so that the own share is above what the intensity alone would leave. */
  readonly capped: boolean;
}

/** @param price net, in the call's currency. @throws invalid `money.unlike-currencies` for another one. */
export function fundingOf(call: Pick<Call, "currency" | "intensity" | "maximumAward">, price: Money): Funding {
  const maximum = money(call.maximumAward, call.currency);
  const byIntensity = multiplyRate(add(price, money(0, call.currency)), { percent: call.intensity });
  const requested = min(byIntensity, maximum);
  return {
    price,
    intensity: call.intensity,
    byIntensity,
    maximum,
    requested,
    own: subtract(price, requested),
    capped: compare(byIntensity, maximum) > 0,
  };
}
