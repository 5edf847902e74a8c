/** How many cases fit, what they ask per currency, and what the colours of the ages mean. */
import { useLingui } from "@lingui/react";
import { formatAmount } from "../../format/money.ts";
import { useLocales } from "../../language/use-locales.ts";
import type { CasesPage } from "./pipeline-search.ts";

export function PipelineSum({ page }: { readonly page: CasesPage }) {
  const { i18n } = useLingui();
  const locales = useLocales();
  const totals = new Map<string, number>();
  for (const sum of Object.values(page.sums)) {
    for (const [currency, amount] of Object.entries(sum ?? {}))
      totals.set(currency, (totals.get(currency) ?? 0) + amount);
  }
  const asked = [...totals].map(([currency, amount]) => formatAmount(amount, currency, locales, true)).join(", ");
  return (
    <div className="row between pipeline-sum">
      <span className="small muted">
        {i18n._(
          "{count, plural, one {# case} other {# cases}}, {asked} asked or awarded, in whole units. The address of this page keeps the filters.",
          {
            count: page.total,
            asked: asked === "" ? "0" : asked,
          },
        )}
      </span>
      <ul className="key">
        {[
          [0, i18n._("first half")],
          [1, i18n._("second half")],
          [2, i18n._("last 2 days")],
          [3, i18n._("over")],
        ].map(([level, words]) => (
          <li key={level}>
            <i style={{ background: `var(--age-${level})` }} />
            {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
