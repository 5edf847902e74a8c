/** The fields of owners and owned companies, one under another; figures only of those that count. */
import { useLingui } from "@lingui/react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "../../component/button.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { useParks } from "../../network.ts";
import { counts, emptyLink, type TypedLinks } from "./size-links.ts";

export function Links({ currency }: { readonly currency: string }) {
  const { i18n } = useLingui();
  const { control, watch } = useFormContext<{ links: TypedLinks }>();
  const { fields, append, remove } = useFieldArray({ control, name: "links.list" });
  const parks = useParks();
  const currencies = [...new Set([currency, ...parks.map((park) => park.currency)])];
  const typed = watch("links.list");
  return (
    <>
      <RadioField
        name="links.any"
        label={i18n._("Does somebody own a quarter or more of your company, or does it own so much of another?")}
        hint={i18n._("Here or abroad, also through the same persons.")}
        options={[
          { value: "no", label: i18n._("No") },
          { value: "yes", label: i18n._("Yes") },
        ]}
      />
      {watch("links.any") === "yes" &&
        fields.map((field, index) => (
          <fieldset key={field.id} className="line">
            <legend>{i18n._("Owner or company {number}", { number: index + 1 })}</legend>
            <LinkFields index={index} currencies={currencies} link={typed[index] ?? field} />
            {fields.length > 1 && (
              <div>
                <Button small kind="quiet" onClick={() => remove(index)}>
                  {i18n._("Remove owner or company {number}", { number: index + 1 })}
                </Button>
              </div>
            )}
          </fieldset>
        ))}
      {watch("links.any") === "yes" && (
        <div>
          <Button small onClick={() => append(emptyLink(currency))}>
            {i18n._("Add an owner or company")}
          </Button>
        </div>
      )}
    </>
  );
}

interface LinkProps {
  readonly index: number;
  readonly currencies: readonly string[];
  readonly link: TypedLinks["list"][number];
}

function LinkFields({ index, currencies, link }: LinkProps) {
  const { i18n } = useLingui();
  const name = (field: string) => `links.list.${index}.${field}`;
  return (
    <>
      <TextField name={name("name")} label={i18n._("Name")} />
      <RadioField
        name={name("kind")}
        label={i18n._("What is it?")}
        options={[
          { value: "enterprise", label: i18n._("A company or a person with companies") },
          { value: "public-body", label: i18n._("A public body") },
          {
            value: "exempt-investor",
            label: i18n._("An investor that does not count as a partner"),
            hint: i18n._("Venture capital, a business angel, a university, a regional fund, a small town."),
          },
        ]}
      />
      <TextField
        name={name("percent")}
        label={i18n._("Share in percent")}
        hint={i18n._("Of the capital or of the votes, whichever is larger.")}
        short
      />
      <CheckField
        name={name("control")}
        label={i18n._("One decides over the other without a majority")}
        hint={i18n._("By votes, by naming the board, or by a contract.")}
      />
      <CheckField
        name={name("samePersons")}
        label={i18n._("The same persons hold both, in the same market or the one next to it")}
      />
      {counts(link) && <Figures name={name} currencies={currencies} currency={link.currency} />}
    </>
  );
}

interface FigureProps {
  readonly name: (field: string) => string;
  readonly currencies: readonly string[];
  readonly currency: string;
}

function Figures({ name, currencies, currency }: FigureProps) {
  const { i18n } = useLingui();
  return (
    <>
      <SelectField
        name={name("currency")}
        label={i18n._("Currency of its figures")}
        options={currencies.map((code) => ({ value: code, label: code }))}
      />
      <TextField
        name={name("headcount")}
        label={i18n._("Its people, last closed year")}
        hint={i18n._("With the companies linked to it.")}
        inputMode="numeric"
        short
      />
      <MoneyField name={name("turnover")} label={i18n._("Its turnover, last closed year")} currency={currency} />
      <MoneyField
        name={name("balanceSheet")}
        label={i18n._("Its balance sheet total, last closed year")}
        currency={currency}
      />
      <TextField
        name={name("headcountBefore")}
        label={i18n._("Its people, the year before")}
        hint={i18n._("Leave all three empty if they were about the same.")}
        inputMode="numeric"
        short
      />
      <MoneyField name={name("turnoverBefore")} label={i18n._("Its turnover, the year before")} currency={currency} />
      <MoneyField
        name={name("balanceSheetBefore")}
        label={i18n._("Its balance sheet total, the year before")}
        currency={currency}
      />
    </>
  );
}
