/** Section: other state aid of the undertaking in the last three years, declared and signed. */
import { useLingui } from "@lingui/react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "../../component/button.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { useLocales } from "../../language/use-locales.ts";
import { useParks } from "../../network.ts";
import { useFormat } from "../case/use-format.ts";
import { declaredField, emptyGrant, type TypedDeclared } from "./declared-aid.ts";
import { tickField } from "./section-field.ts";
import { SectionForm, SectionPage, type SectionParts } from "./section-page.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <SectionPage
      title={i18n._("State aid received")}
      lead={i18n._(
        "De minimis aid of your company and its linked companies in the same country, granted in the last three years. Vouchers of this network are counted already.",
      )}
    >
      {(parts) => <Aid {...parts} />}
    </SectionPage>
  );
}

interface TypedAid {
  declared: TypedDeclared;
  signed: boolean;
}

function Aid({ view, call: { currency, leadPark } }: SectionParts) {
  const { i18n } = useLingui();
  const format = useFormat();
  const [locale = "en-GB"] = useLocales();
  const country = useParks().find(({ id }) => id === leadPark)?.country ?? "";
  const fields = {
    declared: declaredField(i18n._("State aid"), currency, locale, country, i18n._("None")),
    signed: tickField(i18n._("I declare this for my company"), /*i18n*/ "Sign your declaration of state aid.", {
      yes: i18n._("Signed"),
      no: i18n._("Not signed"),
    }),
  };
  return (
    <SectionForm<TypedAid> view={view} section="aid" fields={fields}>
      <RadioField
        name="declared.any"
        label={i18n._("Did your company get other state aid?")}
        options={[
          { value: "no", label: i18n._("No") },
          { value: "yes", label: i18n._("Yes") },
        ]}
      />
      <Grants currency={currency} country={country} />
      <CheckField
        name="signed"
        label={fields.signed.label}
        hint={i18n._("Counts as your signature. A wrong declaration means paying the aid back to {country}.", {
          country: format.country(country),
        })}
      />
    </SectionForm>
  );
}

function Grants({ currency, country }: { readonly currency: string; readonly country: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { control, watch } = useFormContext<TypedAid>();
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
