/** An amount of money by itself, without schemas or arithmetic: all that showing one needs. */
import { DomainError } from "./error.ts";

/** `amount` in minor units (cents), a safe integer; `currency` ISO 4217. `Money<"EUR">` and `Money<"GBP">` do not mix. */
export interface Money<C extends string = string> {
  readonly amount: number;
  readonly currency: C;
}

/** @throws invalid `money.not-integer` unless `amount` is a safe integer. */
export function money<C extends string>(amount: number, currency: C): Money<C> {
  if (!Number.isSafeInteger(amount)) throw new DomainError("invalid", "money.not-integer", { amount, currency });
  return { amount: amount === 0 ? 0 : amount, currency };
}
