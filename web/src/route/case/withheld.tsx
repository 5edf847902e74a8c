/** Tax that a park withholds from a payment, in words and figures: gross, the taxed part, the tax, what the provider gets. */
import { useLingui } from "@lingui/react";
import { SumTable } from "../../component/sum-table.tsx";
import { useParks } from "../../network.ts";
import type { CaseView } from "./case-query.ts";
import { useFormat } from "./use-format.ts";

type Claim = CaseView["claims"][number];
type Amount = { readonly amount: number; readonly currency: string };

export interface WithheldRow {
  readonly parkId: string;
  readonly country: string;
  readonly percent: number;
  /** The law, as it is cited. */
  readonly source: string;
  readonly gross: Amount;
  readonly taxed: Amount;
  readonly tax: Amount;
  readonly net: Amount;
}

export function Withheld({ rows }: { readonly rows: readonly WithheldRow[] }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const parks = useParks();
  return rows.map(({ parkId, country, percent, source, gross, taxed, tax, net }) => {
    const park = parks.find(({ id }) => id === parkId)?.name ?? parkId;
    return (
      <SumTable
        key={parkId}
        caption={i18n._("Tax withheld by {park}", { park })}
        currency={gross.currency}
        lines={[
          { label: i18n._("{park} pays, gross", { park }), amount: gross.amount },
          {
            label: i18n._("Tax withheld"),
            amount: -tax.amount,
            source: i18n._(
              "{percent}% of the part for services rendered in {country}, {taxed}; both rounded half up to the cent. {source}",
              { percent, country: format.country(country), taxed: format.money(taxed), source },
            ),
          },
          { label: i18n._("To the provider, net"), amount: net.amount, kind: "total" },
        ]}
      />
    );
  });
}

/** What was withheld of an accepted claim, and the slips filed of it. */
export function ClaimWithheld({ claim }: { readonly claim: Claim }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const parks = useParks();
  const rows = (claim.draws ?? []).flatMap(({ parkId, amount, taxed, withheld }): WithheldRow[] => {
    const country = parks.find(({ id }) => id === parkId)?.country;
    const row = claim.assessment?.withholding?.find((one) => one.country === country);
    if (row === undefined || taxed === undefined || withheld === undefined) return [];
    const net = { amount: amount.amount - withheld.amount, currency: amount.currency };
    const { percent, source } = row;
    return [{ parkId, country: row.country, percent, source, gross: amount, taxed, tax: withheld, net }];
  });
  if (rows.length === 0) return null;
  const waivers = (claim.assessment?.withholding ?? []).flatMap(({ waiver }) => waiver ?? []);
  return (
    <>
      <Withheld rows={rows} />
      {waivers.map(({ reference, percent }) => (
        <p key={reference} className="small muted">
          {i18n._("Waiver {reference}: {percent}% is withheld.", { reference, percent })}
        </p>
      ))}
      {(claim.slips ?? []).map(({ parkId, form, year, filedOn, confirmation }) => (
        <p key={`${parkId} ${confirmation}`} className="small muted">
          {i18n._("Slip {form} for {year} filed on {day}, confirmation {confirmation}.", {
            form,
            year,
            day: format.day(filedOn),
            confirmation,
          })}
        </p>
      ))}
    </>
  );
}
