/** Section: size of the company, year by year and with those it is tied to, and its situation. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../component/card.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { checkQuery } from "../case/case-query.ts";
import { useRequirementWords } from "../case/requirement-words.ts";
import { SizeArithmetic } from "../case/size-arithmetic.tsx";
import { Links } from "./link-fields.tsx";
import { SectionForm, SectionPage, type SectionParts } from "./section-page.tsx";
import { useCompanyFields } from "./use-company-fields.ts";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <SectionPage
      title={i18n._("Size and situation of your company")}
      lead={i18n._(
        "Figures of your company, and of those who own it or whom it owns; the sum beside them says what it counts as.",
      )}
      aside={({ view }) => <SizeAside caseId={view.caseId} />}
    >
      {(parts) => <Company {...parts} />}
    </SectionPage>
  );
}

/** Worked out by the server from what is saved; drawn again after each save. */
function SizeAside({ caseId }: { readonly caseId: string }) {
  const { i18n } = useLingui();
  const size = useQuery(checkQuery(caseId)).data?.requirements.find(({ requirement }) => requirement === "size");
  const words = useRequirementWords();
  if (size === undefined) return null;
  const { reason } = words(size);
  return (
    <Card title={i18n._("How large your company counts")}>
      {reason !== undefined && <p className="small">{reason}</p>}
      <SizeArithmetic facts={size.facts} />
    </Card>
  );
}

function Company({ view, call: { currency } }: SectionParts) {
  const { i18n } = useLingui();
  const fields = useCompanyFields(currency);
  const options = [
    { value: "no", label: i18n._("No") },
    { value: "yes", label: i18n._("Yes") },
  ];
  return (
    <SectionForm view={view} section="company" fields={fields}>
      <DateFields
        name="closed"
        label={fields.closed.label}
        hint={i18n._("Amounts in other currencies count at the official rate of that day.")}
      />
      <TextField
        name="headcount"
        label={fields.headcount.label}
        hint={i18n._("In full-time years of work. Two people at half time count as one.")}
        inputMode="numeric"
        short
      />
      <MoneyField
        name="turnover"
        label={fields.turnover.label}
        hint={i18n._("Of the year, without VAT, in {currency}", { currency })}
        currency={currency}
      />
      <MoneyField name="balanceSheet" label={fields.balanceSheet.label} currency={currency} />
      <fieldset className="line">
        <legend>{i18n._("The year before")}</legend>
        <p className="hint">
          {i18n._("A company changes its size only when two years in a row say so. Leave it empty in the first year.")}
        </p>
        <TextField name="headcountBefore" label={fields.headcountBefore.label} inputMode="numeric" short />
        <MoneyField name="turnoverBefore" label={fields.turnoverBefore.label} currency={currency} />
        <MoneyField name="balanceSheetBefore" label={fields.balanceSheetBefore.label} currency={currency} />
        <RadioField
          name="newOwner"
          label={fields.newOwner.label}
          hint={i18n._("The last year then counts at once.")}
          options={options}
        />
      </fieldset>
      <Links currency={currency} />
      <RadioField
        name="inDifficulty"
        label={fields.inDifficulty.label}
        hint={i18n._("More than half of the capital lost, insolvency, or rescue aid not paid back.")}
        options={options}
      />
      <RadioField
        name="outstandingRecovery"
        label={fields.outstandingRecovery.label}
        hint={i18n._("An order to pay back unlawful aid that is still open.")}
        options={options}
      />
    </SectionForm>
  );
}
