/** What is asked of an organisation, whether it is registered or changed: its number, where it is, how large it is. */
import { useLingui } from "@lingui/react";
import { useWatch } from "react-hook-form";
import { MoneyField } from "../../component/money-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { countryCodes } from "../../format/country-list.ts";
import { useSectorNames } from "../public/use-sector-names.ts";
import { currencies, noFigures } from "./figures.ts";
import type { Registers } from "./organisation-query.ts";

export function NameField() {
  const { i18n } = useLingui();
  return (
    <TextField
      name="legalName"
      label={i18n._("Name of the organisation")}
      hint={i18n._("The full name, with its legal form.")}
      autoComplete="organization"
    />
  );
}

export function NumberFields({ registers }: { readonly registers: Registers }) {
  const { i18n } = useLingui();
  const chosen: unknown = useWatch({ name: "registerScheme" });
  const example = registers.find(({ id }) => id === chosen)?.example;
  const names = new Intl.DisplayNames([i18n.locale], { type: "region" });
  return (
    <>
      <SelectField
        name="registerScheme"
        label={i18n._("Register")}
        hint={i18n._("If yours is not in the list, write to your park.")}
        options={registers.map(({ id, name, country }) => ({
          value: id,
          label: country === "XI" ? name : `${name} (${names.of(country) ?? country})`,
        }))}
        placeholder={i18n._("Choose")}
      />
      <TextField
        name="registerId"
        label={i18n._("Number in the register")}
        {...(example === undefined ? {} : { hint: i18n._("It looks like {example}.", { example }) })}
      />
    </>
  );
}

/** Countries by name in the reader's own order. */
export function AddressFields() {
  const { i18n } = useLingui();
  const names = new Intl.DisplayNames([i18n.locale], { type: "region" });
  const options = countryCodes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.locale));
  return (
    <>
      <TextField name="street" label={i18n._("Street")} />
      <TextField name="number" label={i18n._("House number")} short />
      <TextField name="postcode" label={i18n._("Postcode")} autoComplete="postal-code" short />
      <TextField name="town" label={i18n._("Town")} autoComplete="address-level2" />
      <SelectField name="country" label={i18n._("Country")} options={options} placeholder={i18n._("Choose")} />
    </>
  );
}

export function SectorField() {
  const { i18n } = useLingui();
  const sectors = useSectorNames();
  return (
    <SelectField
      name="sector"
      label={i18n._("Field")}
      hint={i18n._("Many calls are for certain fields alone.")}
      options={sectors.map(({ id, name }) => ({ value: id, label: name }))}
      placeholder={i18n._("None of these")}
    />
  );
}

export function SizeFields() {
  const { i18n } = useLingui();
  const chosen: unknown = useWatch({ name: "currency" });
  const currency = typeof chosen === "string" ? chosen : noFigures.currency;
  return (
    <>
      <TextField
        name="headcount"
        label={i18n._("How many people work there?")}
        hint={i18n._(
          "In full-time years of work, in the last closed year. From 250 on, a company can pose challenges.",
        )}
        inputMode="numeric"
        short
      />
      <SelectField
        name="currency"
        label={i18n._("Currency of its accounts")}
        options={currencies.map((code) => ({ value: code, label: code }))}
      />
      <MoneyField
        name="turnover"
        label={i18n._("Turnover of that year")}
        hint={i18n._("Without VAT; leave it empty if you do not know it yet.")}
        currency={currency}
      />
      <MoneyField name="balanceSheet" label={i18n._("Balance sheet total of that year")} currency={currency} />
    </>
  );
}
