/** The only place that turns money into text and typed text into money. */
import { type Money, money } from "./amount.ts";
import { exponentOf } from "./currency.ts";
import { DomainError } from "./error.ts";

/** Plain decimal with a point, all decimals of the currency: `12500.00`, `-0.05`, yen `1200`. Exact. */
export function decimalText(a: Money): string {
  const { amount } = money(a.amount, a.currency);
  const places = exponentOf(a.currency);
  const digits = String(Math.abs(amount)).padStart(places + 1, "0");
  const cut = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return amount < 0 ? `-${text}` : text;
}

/** As people of that locale (BCP 47) write it, exact at any size. */
export function formatMoney(a: Money, locale: string): string {
  const places = exponentOf(a.currency);
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: a.currency,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return format.format(decimalText(a) as Intl.StringNumericLiteral);
}

/** Space, no-break space, thin and narrow no-break space, and the apostrophes of Swiss usage. */
const blanks = /[\s\u00a0\u2009\u202f]/gu;
const apostrophes = /['’]/gu;

/**
 * Read an amount as people type it: groups of three by blank, apostrophe, comma or point; decimals by comma or point.
 * One separator followed by exactly three digits (`1.234`) could be either; then the locale says, and without one it is refused.
 * @throws invalid `amount.unreadable`, `amount.ambiguous`, `amount.too-many-decimals`, `money.not-integer` (too large).
 */
export function parseAmount<C extends string>(text: string, currency: C, locale?: string): Money<C> {
  const places = exponentOf(currency);
  const tidy = text
    .trim()
    .replace(/^[-\u2212]\s*/u, "-")
    .replace(blanks, " ")
    .replace(apostrophes, "'");
  const [, sign = "", body = ""] = /^(-?)([\d., ']+)$/.exec(tidy) ?? [];
  const split = splitAt(body, decimalMark(body, text, locale));
  const integer = ungroup(split.integer);
  if (integer === undefined || !/^\d*$/.test(split.fraction) || (split.marked && split.fraction === "")) {
    throw new DomainError("invalid", "amount.unreadable", { text, currency });
  }
  if (split.fraction.length > places)
    throw new DomainError("invalid", "amount.too-many-decimals", { text, currency, places });
  return money(Number(`${sign}${integer}${split.fraction.padEnd(places, "0")}`), currency);
}

/** Which character starts the decimals, if any. */
function decimalMark(body: string, text: string, locale: string | undefined): string | undefined {
  const marks = [...body].filter((letter) => letter === "." || letter === ",");
  const last = marks.at(-1);
  if (last === undefined) return undefined;
  if (marks.some((mark) => mark !== last)) return last;
  if (marks.length > 1) return undefined;
  const after = body.length - body.lastIndexOf(last) - 1;
  const groupedOtherwise = /[ ']/.test(body);
  if (after !== 3 || groupedOtherwise || body.indexOf(last) > 3 || body.startsWith("0")) return last;
  if (locale === undefined) throw new DomainError("invalid", "amount.ambiguous", { text });
  return decimalMarkOf(locale) === last ? last : undefined;
}

function decimalMarkOf(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === "decimal")?.value ?? ".";
}

function splitAt(body: string, mark: string | undefined) {
  if (mark === undefined) return { integer: body, fraction: "", marked: false };
  const at = body.lastIndexOf(mark);
  return { integer: body.slice(0, at), fraction: body.slice(at + 1), marked: true };
}

/** Digits of an integer part, whose groups — if any — are of three and parted by one kind of mark. */
function ungroup(integer: string): string | undefined {
  if (/^\d+$/.test(integer)) return integer;
  const mark = /[., ']/.exec(integer)?.[0];
  if (mark === undefined) return undefined;
  const [first = "", ...groups] = integer.split(mark);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))
    ? [first, ...groups].join("")
    : undefined;
}
