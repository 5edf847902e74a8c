/** The only place where money changes its currency: by a stored rate that the result carries with it. */
import Big from "big.js";
import * as z from "zod";
import { exponentOf } from "./currency.ts";
import { daySchema } from "./day.ts";
import { DomainError } from "./error.ts";
import { currencySchema, type Money, money, roundHalfUp } from "./money.ts";

/** `rate` units of `quote` for one unit of `base`, as published. */
export const rateSchema = z.object({
  base: currencySchema,
  quote: currencySchema,
  /** Decimal > 0, never a float. */
  rate: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,24})?$/)
    .refine((text) => /[1-9]/.test(text), "a rate is above zero"),
  /** Who published it, in words fit for a letter. */
  source: z.string().min(1),
  /** Day of publication. */
  date: daySchema,
  /** What it stands for: `2026-06` for a month, or a day. */
  period: z.string().min(1),
});
export type Rate = Readonly<z.infer<typeof rateSchema>>;

/** A converted figure and the rate it was made with; the two are never parted. */
export interface Converted {
  readonly money: Money;
  readonly rate: Rate;
}

/** Significant digits of a derived (inverse, cross) rate: off by less than 0.0001 minor unit at any safe amount. */
const digitsOfDerived = 20;

/**
 * Exact product, rounded half up once to the quote currency's minor unit.
 * @throws invalid `rate.wrong-base` if the money is not in the rate's base currency.
 */
export function convert(from: Money, rate: Rate): Converted {
  if (from.currency !== rate.base)
    throw new DomainError("invalid", "rate.wrong-base", { currency: from.currency, base: rate.base });
  const scale = exponentOf(rate.quote) - exponentOf(rate.base);
  const exact = new Big(money(from.amount, from.currency).amount).times(rate.rate).times(new Big(`1e${scale}`));
  return { money: money(roundHalfUp(exact), rate.quote), rate };
}

/** The same publication read the other way round. */
export function invert(rate: Rate): Rate {
  return { ...rate, base: rate.quote, quote: rate.base, rate: quotient("1", rate.rate) };
}

/** From two publications over one base: `EUR/CAD` and `EUR/GBP` give `CAD/GBP`. Dated by the older of the two. */
export function cross(toBase: Rate, toQuote: Rate): Rate {
  if (toBase.base !== toQuote.base)
    throw new DomainError("invalid", "rate.unlike-bases", { left: toBase.base, right: toQuote.base });
  const older = toBase.date < toQuote.date ? toBase : toQuote;
  const source = toBase.source === toQuote.source ? toBase.source : `${toBase.source}; ${toQuote.source}`;
  return {
    base: toBase.quote,
    quote: toQuote.quote,
    rate: quotient(toQuote.rate, toBase.rate),
    source: `${source} (via ${toBase.base})`,
    date: older.date,
    period: older.period,
  };
}

/** One to one, for money that stays in its currency. */
export function identityRate(currency: string, date: string): Rate {
  return { base: currency, quote: currency, rate: "1", source: "same currency", date, period: date };
}

function quotient(dividend: string, divisor: string): string {
  const Exact = Big();
  Exact.DP = 40;
  const exact = new Exact(dividend).div(divisor);
  const places = Math.max(0, digitsOfDerived - 1 - exact.e);
  return exact.round(Math.min(places, 24), Big.roundHalfUp).toFixed();
}
