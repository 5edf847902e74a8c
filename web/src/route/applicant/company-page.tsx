/** Section: size of the company and its situation. */
import { useLingui } from "@lingui/react";
import { MoneyField } from "../../component/money-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { useLocales } from "../../language/use-locales.ts";
import { amountField, numberField, yesNoField } from "./section-field.ts";
import { SectionForm, SectionPage, type SectionParts } from "./section-page.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <SectionPage
      title={i18n._("Size and situation of your company")}
      lead={i18n._(
        "Figures of the last closed year, together with enterprises that own yours or are owned by it by more than half.",
      )}
    >
      {(parts) => <Company {...parts} />}
    </SectionPage>
  );
}

function Company({ view, call: { currency } }: SectionParts) {
  const { i18n } = useLingui();
  const [locale = "en-GB"] = useLocales();
  const yes = i18n._("Yes");
  const no = i18n._("No");
  const fields = {
    headcount: numberField(i18n._("People"), /*i18n*/ "Enter the number of people, like 31."),
    turnover: amountField(i18n._("Turnover"), currency, locale, /*i18n*/ "Enter the turnover, like 4 200 000.00."),
    balanceSheet: amountField(
      i18n._("Balance sheet total"),
      currency,
      locale,
      /*i18n*/ "Enter the balance sheet total, like 3 100 000.00.",
    ),
    inDifficulty: yesNoField(
      i18n._("Is your company in difficulty?"),
      /*i18n*/ "Say whether your company is in difficulty.",
      { yes, no },
    ),
    outstandingRecovery: yesNoField(
      i18n._("Must your company pay back state aid?"),
      /*i18n*/ "Say whether your company must pay back state aid.",
      { yes, no },
    ),
  };
  const options = [
    { value: "no", label: no },
    { value: "yes", label: yes },
  ];
  return (
    <SectionForm view={view} section="company" fields={fields}>
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
