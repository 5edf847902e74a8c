/** The currencies that an invoice may be in: that of the offer first, then those of the voucher and of the parks. */
import type { CaseView } from "./case-query.ts";

const ofParks = ["EUR", "GBP", "SEK", "CAD", "CHF", "DKK", "NOK", "USD"];

export function currenciesOf(view: Pick<CaseView, "offer" | "voucher">): readonly string[] {
  const own = [view.offer?.content?.price.currency, view.voucher?.value.currency];
  return [...new Set([...own.flatMap((code) => code ?? []), ...ofParks])];
}
