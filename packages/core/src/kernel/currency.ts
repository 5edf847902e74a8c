/** The only place that knows how many decimals a currency has (ISO 4217, as data of dinero.js). */
import * as iso4217 from "dinero.js/currencies";
import { DomainError } from "./error.ts";

interface CurrencyRow {
  readonly base: number | readonly number[];
  readonly exponent: number;
}

const rows: ReadonlyMap<string, CurrencyRow> = new Map(Object.entries(iso4217));

/** Whether money in this ISO 4217 currency can be written as decimal digits of a minor unit. */
export function isKnownCurrency(currency: string): boolean {
  return rows.get(currency)?.base === 10;
}

/**
 * Decimals of the minor unit: EUR 2, JPY 0, BHD 3.
 * @throws invalid `currency.unknown` for anything that is no decimal ISO 4217 currency.
 */
export function exponentOf(currency: string): number {
  const row = rows.get(currency);
  if (row?.base !== 10) throw new DomainError("invalid", "currency.unknown", { currency });
  return row.exponent;
}
