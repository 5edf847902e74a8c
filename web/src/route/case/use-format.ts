/** Amounts, days and countries inside sentences, as the reader writes them. */
import { type DateStyle, formatDate, formatDay, formatTime, readerZone } from "../../format/date-time.ts";
import { formatAmount } from "../../format/money.ts";
import { welshCountries } from "../../format/welsh.ts";
import { useLocales } from "../../language/use-locales.ts";
import type { Amount } from "./facts-text.ts";

export interface Format {
  readonly money: (amount: Amount | undefined) => string;
  /** A calendar day: `2026-11-24`. */
  readonly day: (day: string, style?: DateStyle) => string;
  /** The day of an instant, in the reader's zone. */
  readonly date: (instant: string, style?: DateStyle) => string;
  /** Day and time of an instant, in the reader's zone. */
  readonly moment: (instant: string) => string;
  /** The name of a country by its ISO code. */
  readonly country: (code: string) => string;
  /** The name of a language by its ISO code. */
  readonly language: (code: string) => string;
  readonly number: (value: number) => string;
  /** A rate of exchange, short enough to be read: six digits that count. */
  readonly rate: (rate: string) => string;
}

export function useFormat(): Format {
  const locales = useLocales();
  const zone = readerZone();
  return {
    money: (amount) => (amount === undefined ? "" : formatAmount(amount.amount, amount.currency, locales)),
    day: (day, style = "long") => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(day, locales, style) : day),
    date: (instant, style = "long") => (isInstant(instant) ? formatDate(instant, locales, zone, style) : ""),
    moment: (instant) =>
      isInstant(instant) ? `${formatDate(instant, locales, zone, "long")}, ${formatTime(instant, locales, zone)}` : "",
    country: (code) => {
      if (!/^[A-Z]{2}$/.test(code)) return code;
      if (locales[0]?.startsWith("cy") && welshCountries[code] !== undefined) return welshCountries[code];
      return new Intl.DisplayNames([...locales], { type: "region", fallback: "code" }).of(code) ?? code;
    },
    language: (code) => new Intl.DisplayNames([...locales], { type: "language", fallback: "code" }).of(code) ?? code,
    number: (value) => new Intl.NumberFormat([...locales]).format(value),
    rate: (rate) => new Intl.NumberFormat([...locales], { maximumSignificantDigits: 6 }).format(Number(rate)),
  };
}

/** Facts of a refusal may lack what a sentence would say; the sentence is then shorter, not broken. */
function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}
