/** How the web shows amounts: as the core writes them, in the first locale that this browser knows, with a real minus sign. */
import { decimalText, formatMoney } from "@multihelix/core/kernel/amount-text.ts";

/**
 * An amount in the reader's locale and its own currency, with U+2212 as minus.
 * @param amount integer, minor units
 * @param whole overviews may leave the minor units out, and must say so
 */
export function formatAmount(amount: number, currency: string, locales: readonly string[], whole = false): string {
  const locale = Intl.NumberFormat.supportedLocalesOf([...locales])[0] ?? "en-GB";
  const text = whole ? wholeUnits(amount, currency, locale) : formatMoney({ amount, currency }, locale);
  return text.replace("-", "−");
}

function wholeUnits(amount: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 });
  return format.format(decimalText({ amount, currency }) as Intl.StringNumericLiteral);
}
