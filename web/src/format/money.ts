/** The only place that writes amounts of money for people, and reads the amounts that they type. */

/** Digits after the separator: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * An amount in the reader's locale and its own currency, with U+2212 as minus.
 * @param amount integer, minor units
 * @param whole overviews may leave the minor units out, and must say so
 */
export function formatMoney(amount: number, currency: string, locales: readonly string[], whole = false): string {
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat([...locales], {
    style: "currency",
    currency,
    ...(whole ? { maximumFractionDigits: 0, minimumFractionDigits: 0 } : {}),
  });
  return format
    .formatToParts(amount / 10 ** digits)
    .map((part) => (part.type === "minusSign" ? "−" : part.value))
    .join("");
}

/**
 * Minor units from what a person typed, in any of our locales: `23.924,50`, `23 924,50 $`, `£1,200`.
 * Spaces of every kind, signs and letters are ignored. A last separator followed by one or two digits is the decimal
 * one; followed by three it groups thousands. Undefined if no amount can be read.
 */
export function parseMoney(text: string, currency: string): number | undefined {
  const digits = minorDigits(currency);
  const plain = text.replace(/[\s\p{L}\p{Sc}'’]/gu, "").replace(/[.,]+$/, "");
  if (!/^\d[\d.,]*$/.test(plain)) return undefined;
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  const tail = last < 0 ? "" : plain.slice(last + 1);
  const decimal = tail.length > 0 && tail.length <= digits;
  if (last >= 0 && !decimal && tail.length !== 3) return undefined;
  const whole = (decimal ? plain.slice(0, last) : plain).replace(/[.,]/g, "");
  const amount = Number(whole) * 10 ** digits + (decimal ? Number(tail.padEnd(digits, "0")) : 0);
  return Number.isSafeInteger(amount) ? amount : undefined;
}
