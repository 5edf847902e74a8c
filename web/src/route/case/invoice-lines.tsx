/** The lines of an invoice as a form: at least one, more by a button. */
import { useLingui } from "@lingui/react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "../../component/button.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { emptyLine, mostLines, type TypedLines } from "./invoice-schema.ts";
import { useFormat } from "./use-format.ts";
import { useVatWords } from "./use-vat-words.ts";

interface Props {
  readonly currencies: readonly string[];
  /** Whether VAT that the company cannot recover counts as cost under the call. */
  readonly countsVat: boolean;
  /** Countries in which work by a non-resident is taxed at the payment; empty where it is not asked. */
  readonly places: readonly string[];
}

export function InvoiceLines({ currencies, countsVat, places }: Props) {
  const { i18n } = useLingui();
  const { control, watch } = useFormContext<TypedLines>();
  const { fields, append, remove } = useFieldArray({ control, name: "lines" });
  const currency = watch("currency");
  const kinds = useVatWords();
  const format = useFormat();
  return (
    <>
      <SelectField
        name="currency"
        label={i18n._("Currency of the invoice")}
        options={currencies.map((code) => ({ value: code, label: code }))}
      />
      {fields.map((field, index) => (
        <fieldset key={field.id} className="line">
          <legend>{i18n._("Invoice line {number}", { number: index + 1 })}</legend>
          <TextField name={`lines.${index}.invoiceNumber`} label={i18n._("Invoice number")} />
          <DateFields name={`lines.${index}.invoiceDate`} label={i18n._("Date of the invoice")} />
          <TextField name={`lines.${index}.description`} label={i18n._("What it is for")} />
          <div className="pair-of-fields">
            <MoneyField name={`lines.${index}.net`} label={i18n._("Net amount")} currency={currency} />
            <MoneyField
              name={`lines.${index}.vat`}
              label={i18n._("VAT")}
              hint={
                countsVat
                  ? i18n._("It counts as cost where the company cannot recover it.")
                  : i18n._("0 if it is reverse charged. The voucher pays no VAT.")
              }
              currency={currency}
            />
          </div>
          <SelectField
            name={`lines.${index}.vatKind`}
            label={i18n._("How the VAT is treated")}
            options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
          />
          {places.length > 0 && (
            <SelectField
              name={`lines.${index}.workIn`}
              label={i18n._("Where the work was done")}
              hint={i18n._(
                "A park of that country withholds tax for it from a provider of another country. Where both is true, make two lines with the same invoice number.",
              )}
              placeholder={i18n._("Choose")}
              options={[
                ...places.map((country) => ({ value: country, label: format.country(country) })),
                { value: "elsewhere", label: i18n._("Elsewhere") },
              ]}
            />
          )}
          {fields.length > 1 && (
            <div>
              <Button small kind="quiet" onClick={() => remove(index)}>
                {i18n._("Remove line {number}", { number: index + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {fields.length < mostLines && (
        <div>
          <Button small onClick={() => append(emptyLine)}>
            {i18n._("Add a line")}
          </Button>
        </div>
      )}
    </>
  );
}
