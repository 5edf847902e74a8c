/** What the new lines bring into each balance, to be compared with the park's own books. */
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Money } from "../../component/money.tsx";
import { useParks } from "../../network.ts";
import type { Import } from "./imports-query.ts";

type Total = Import["totals"][number];

export function ImportTotals({ totals }: { readonly totals: readonly Total[] }) {
  const { i18n } = useLingui();
  const parks = useParks();
  const columns = useMemo(
    (): readonly Column<Total>[] => [
      { id: "fund", head: i18n._("Fund"), cell: ({ fund }) => fund },
      { id: "park", head: i18n._("Park"), cell: ({ parkId }) => parks.find(({ id }) => id === parkId)?.name ?? parkId },
      { id: "year", head: i18n._("Budget year"), number: true, cell: ({ year }) => year },
      { id: "lines", head: i18n._("Vouchers"), number: true, cell: ({ lines }) => lines },
      {
        id: "awarded",
        head: i18n._("Granted"),
        number: true,
        cell: ({ awarded, currency }) => <Money amount={awarded} currency={currency} />,
      },
      {
        id: "paid",
        head: i18n._("Paid before"),
        number: true,
        cell: ({ paid, currency }) => <Money amount={paid} currency={currency} />,
      },
      {
        id: "left",
        head: i18n._("Still committed"),
        number: true,
        cell: ({ left, currency }) => <Money amount={left} currency={currency} />,
      },
    ],
    [i18n, parks],
  );
  if (totals.length === 0) return null;
  return (
    <section>
      <h3>{i18n._("Opening balances")}</h3>
      <DataTable
        caption={i18n._("Opening balances")}
        columns={columns}
        rows={totals}
        rowKey={({ parkId, fundId = "", year, currency }) => `${parkId} ${fundId} ${year} ${currency}`}
      />
    </section>
  );
}
