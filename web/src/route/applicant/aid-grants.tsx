/** The fields of other aid, grant under grant, as an application and a later statement ask for them. */
import { useLingui } from "@lingui/react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "../../component/button.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { useParks } from "../../network.ts";
import { useFormat } from "../case/use-format.ts";
import { emptyGrant, type TypedDeclared } from "./declared-aid.ts";

/** Shown only where the form's `declared.any` says yes. @param country chosen at first */
export function Grants({ currency, country }: { readonly currency: string; readonly country: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { control, watch } = useFormContext<{ declared: TypedDeclared }>();
  const { fields, append, remove } = useFieldArray({ control, name: "declared.grants" });
  const parks = useParks();
  if (watch("declared.any") !== "yes") return null;
  const countries = [...new Set([country, ...parks.map((park) => park.country)])].filter(Boolean);
  return (
    <>
      {fields.map((field, index) => (
        <fieldset key={field.id} className="line">
          <legend>{i18n._("Aid {number}", { number: index + 1 })}</legend>
          <TextField name={`declared.grants.${index}.grantor`} label={i18n._("Who gave it")} />
          <MoneyField
            name={`declared.grants.${index}.amount`}
            label={i18n._("Amount")}
            hint={i18n._("Gross, in {currency}", { currency })}
            currency={currency}
          />
          <DateFields name={`declared.grants.${index}.granted`} label={i18n._("Day of the decision")} />
          <SelectField
            name={`declared.grants.${index}.country`}
            label={i18n._("Country that gave it")}
            options={countries.map((code) => ({ value: code, label: format.country(code) }))}
          />
          {fields.length > 1 && (
            <div>
              <Button small kind="quiet" onClick={() => remove(index)}>
                {i18n._("Remove aid {number}", { number: index + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button small onClick={() => append({ ...emptyGrant, country })}>
          {i18n._("Add another")}
        </Button>
      </div>
    </>
  );
}
