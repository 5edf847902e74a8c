/** The fields in which an organisation names a bank account, and what is sent of them. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { useParks } from "../../network.ts";
import { useFormat } from "./use-format.ts";

/** Countries of SEPA and of the network's parks, by ISO code. */
const countries = [
  ..."AT BE BG CA CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM US".split(
    " ",
  ),
];

const optional = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : text.replace(/\s/g, "")));

export const accountSchema = z
  .object({
    holder: z.string().trim().min(1, /*i18n*/ "Type the name in which the account is held.").max(140),
    iban: optional,
    other: z
      .string()
      .trim()
      .max(34, /*i18n*/ "An account number has at most 34 letters and digits.")
      .transform((text) => text || undefined),
    bic: optional,
    currency: z.string().min(1, /*i18n*/ "Choose the currency of the account."),
    country: z.string().min(1, /*i18n*/ "Choose the country of the bank."),
  })
  .refine(({ iban, other }) => iban !== undefined || other !== undefined, {
    path: ["iban"],
    error: /*i18n*/ "Type the IBAN, or the account number where the country has no IBAN.",
  });

export const noAccount = { holder: "", iban: "", other: "", bic: "", currency: "", country: "" };

/** What stayed empty is not said. */
export function accountOf({ iban, other, bic, ...rest }: z.output<typeof accountSchema>) {
  return {
    ...rest,
    ...(iban === undefined ? {} : { iban }),
    ...(other === undefined ? {} : { other }),
    ...(bic === undefined ? {} : { bic }),
  };
}

export function AccountFields() {
  const { i18n } = useLingui();
  const format = useFormat();
  const currencies = [...new Set(useParks().flatMap(({ currency }) => currency ?? []))].sort();
  return (
    <>
      <TextField name="holder" label={i18n._("Account holder")} autoComplete="off" />
      <TextField name="iban" label="IBAN" hint={i18n._("Blanks do not matter.")} autoComplete="off" />
      <TextField
        name="other"
        label={i18n._("Account number, where there is no IBAN")}
        hint={i18n._("Canada: institution-transit-account, like 001-12345-1234567.")}
        autoComplete="off"
      />
      <TextField name="bic" label={i18n._("BIC, if you know it")} autoComplete="off" />
      <SelectField
        name="currency"
        label={i18n._("Currency of the account")}
        placeholder={i18n._("Choose")}
        options={currencies.map((currency) => ({ value: currency, label: currency }))}
      />
      <SelectField
        name="country"
        label={i18n._("Country of the bank")}
        placeholder={i18n._("Choose")}
        options={countries
          .map((code) => ({ value: code, label: format.country(code) }))
          .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale))}
      />
    </>
  );
}
