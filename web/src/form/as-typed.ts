/** Stored values as a person would have typed them, so that a form can be opened again. */
import { decimalText } from "@multihelix/core/kernel/amount-text.ts";
import { type DateParts, noDate } from "./typed-value.ts";

/** An amount with all its decimals in the reader's way of writing, without currency: `1.250,00`. */
export function typedAmount(amount: { readonly amount: number; readonly currency: string }, locale: string): string {
  const plain = decimalText(amount);
  const places = plain.split(".")[1]?.length ?? 0;
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places });
  return format.format(plain as Intl.StringNumericLiteral);
}

/** `2026-11-24` as three fields. */
export function typedDay(day: string): DateParts {
  const [year, month, date] = day.split("-");
  if (year === undefined || month === undefined || date === undefined) return noDate;
  return { day: String(Number(date)), month: String(Number(month)), year };
}
