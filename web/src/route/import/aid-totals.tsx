/** What the new lines of earlier awards count against each ceiling, or free of it. */
import { useLingui } from "@lingui/react";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Money } from "../../component/money.tsx";
import { useBasisName } from "../case/basis-words.ts";
import { useFormat } from "../case/use-format.ts";
import type { Import } from "./imports-query.ts";

type Total = Import["totals"][number];

export function AidTotals({ totals }: { readonly totals: readonly Total[] }) {
  const { i18n } = useLingui();
  const basisName = useBasisName();
  const { country: countryName } = useFormat();
  const columns: readonly Column<Total>[] = [
    {
      id: "ceiling",
      head: i18n._("Ceiling"),
      cell: ({ basis = "", country = "" }) => `${basisName(basis)}, ${countryName(country)}`,
    },
    { id: "year", head: i18n._("Granted in"), number: true, cell: ({ year }) => year },
    { id: "lines", head: i18n._("Awards"), number: true, cell: ({ lines }) => lines },
    {
      id: "awarded",
      head: i18n._("Counts against it"),
      number: true,
      cell: ({ awarded, currency }) => <Money amount={awarded} currency={currency} />,
    },
  ];
  if (totals.length === 0) return null;
  return (
    <section>
      <h3>{i18n._("Sums per ceiling")}</h3>
      <DataTable
        caption={i18n._("Sums per ceiling")}
        columns={columns}
        rows={totals}
        rowKey={({ basis = "", country = "", year, currency }) => `${basis} ${country} ${year} ${currency}`}
      />
    </section>
  );
}
