/** The invoice lines of a claim: net, VAT and gross in the invoice's currency, and what was accepted of each. */
import { useLingui } from "@lingui/react";
import { type Column, DataTable } from "../../component/data-table.tsx";
import { Money } from "../../component/money.tsx";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";

type Claim = CaseView["claims"][number];
interface Row {
  readonly number: number;
  readonly line: Claim["lines"][number];
  readonly accepted: NonNullable<Claim["assessment"]>["lines"][number] | undefined;
}

export function ClaimLines({ claim }: { readonly claim: Claim }) {
  const { i18n } = useLingui();
  const columns = useColumns(claim.assessment !== undefined);
  const rows = claim.lines.map((line, index) => ({
    number: index + 1,
    line,
    accepted: claim.assessment?.lines.find((one) => one.line === index + 1),
  }));
  return (
    <div className="inset-table">
      <DataTable
        caption={i18n._("Invoice lines")}
        columns={columns}
        rows={rows}
        rowKey={({ number }) => String(number)}
      />
    </div>
  );
}

function useColumns(assessed: boolean): readonly Column<Row>[] {
  const { i18n } = useLingui();
  const format = useFormat();
  const columns: Column<Row>[] = [
    {
      id: "invoice",
      head: i18n._("Invoice"),
      cell: ({ line }) => (
        <>
          {line.invoiceNumber}
          <div className="tiny muted plain">{`${format.day(line.invoiceDate, "short")}, ${line.description}`}</div>
          {line.workIn !== undefined && (
            <div className="tiny muted plain">
              {line.workIn === "elsewhere"
                ? i18n._("Work done elsewhere")
                : i18n._("Work done in {country}", { country: format.country(line.workIn) })}
            </div>
          )}
        </>
      ),
    },
    { id: "net", head: i18n._("Net"), number: true, cell: ({ line }) => <Money {...line.net} /> },
    {
      id: "vat",
      head: i18n._("VAT"),
      number: true,
      cell: ({ line }) => (
        <div>
          <Money {...line.vat} />
          {line.vatKind === "reverse-charge" && <div className="tiny muted">{i18n._("reverse charge")}</div>}
          {line.vatKind === "irrecoverable" && <div className="tiny muted">{i18n._("not recovered")}</div>}
        </div>
      ),
    },
    {
      id: "gross",
      head: i18n._("Gross"),
      number: true,
      cell: ({ line }) => <Money amount={line.net.amount + line.vat.amount} currency={line.net.currency} />,
    },
  ];
  if (!assessed) return columns;
  return [
    ...columns,
    {
      id: "accepted",
      head: i18n._("Accepted"),
      number: true,
      cell: ({ accepted }) =>
        accepted === undefined ? null : (
          <div>
            <Money {...accepted.accepted} />
            {accepted.accepted.currency !== accepted.converted.currency && (
              <div className="tiny muted">
                {i18n._("{amount} at {rate} of {day}, {source}", {
                  amount: format.money(accepted.converted),
                  rate: accepted.rate,
                  day: format.day(accepted.rateDate, "short"),
                  source: accepted.rateSource,
                })}
              </div>
            )}
          </div>
        ),
    },
  ];
}
