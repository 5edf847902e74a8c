/** An amount as the reader would type it into a field: their separators, no currency. */
import { decimalText } from "@multihelix/core/kernel/amount-text.ts";

export function typedAmount(amount: { readonly amount: number; readonly currency: string }, locale: string): string {
  const text = decimalText(amount);
  const places = text.split(".")[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places }).format(
    text as Intl.StringNumericLiteral,
  );
}
