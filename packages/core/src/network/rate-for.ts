/** Picks the stored rate for a conversion: the last one published before a day, straight, turned round, or via the pivot currency. */
import { DomainError } from "../kernel/error.ts";
import { cross, identityRate, invert, type Rate } from "../kernel/rate.ts";
import type { NetworkFile } from "./network-file.ts";

/**
 * The last official rate published *before* `beforeDate` (domain §7).
 * @param beforeDate `YYYY-MM-DD`; a rate of that very day does not count yet.
 * @throws unavailable `rate.none` if nothing was published before that day.
 */
export function rateFor(
  network: Pick<NetworkFile, "rates" | "pivotCurrency">,
  base: string,
  quote: string,
  beforeDate: string,
): Rate {
  if (base === quote) return identityRate(base, beforeDate);
  const straight = oneWay(network.rates, base, quote, beforeDate);
  if (straight !== undefined) return straight;
  const toBase = oneWay(network.rates, network.pivotCurrency, base, beforeDate);
  const toQuote = oneWay(network.rates, network.pivotCurrency, quote, beforeDate);
  if (toBase === undefined || toQuote === undefined)
    throw new DomainError("unavailable", "rate.none", { base, quote, beforeDate });
  return cross(toBase, toQuote);
}

/** The newer of what is published for the pair and for its reverse. */
function oneWay(rates: readonly Rate[], base: string, quote: string, beforeDate: string): Rate | undefined {
  const published = latest(rates, base, quote, beforeDate);
  const reverse = latest(rates, quote, base, beforeDate);
  if (reverse === undefined || (published !== undefined && published.date >= reverse.date)) return published;
  return invert(reverse);
}

function latest(rates: readonly Rate[], base: string, quote: string, beforeDate: string): Rate | undefined {
  let found: Rate | undefined;
  for (const rate of rates) {
    if (
      rate.base === base &&
      rate.quote === quote &&
      rate.date < beforeDate &&
      (found === undefined || rate.date > found.date)
    )
      found = rate;
  }
  return found;
}
