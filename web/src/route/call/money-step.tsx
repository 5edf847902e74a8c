/** Step of a draft: limits of the award, what the company bears, and which parks pay from which fund under which aid basis. */
import { useLingui } from "@lingui/react";
import { useFieldArray } from "react-hook-form";
import * as z from "zod";
import { Button } from "../../component/button.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { typedAmount } from "../../form/as-typed.ts";
import { amountSchema, orBlank, wholeNumberSchema } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useParks } from "../../network.ts";
import { useBasisName } from "../case/basis-words.ts";
import type { CallDesk } from "./call-query.ts";
import { type DraftChange, DraftStepForm } from "./draft-step.tsx";

const percent = z.string().transform((text, context) => {
  const plain = text.trim().replace(",", ".");
  if (/^\d{1,3}(\.\d{1,6})?$/.test(plain) && Number(plain) <= 100) return Number(plain);
  context.addIssue({ code: "custom", message: /*i18n*/ "Enter a percentage, 0 to 100." });
  return z.NEVER;
});
const bases = ["no-aid", "not-assessed"] as const;
type Payers = Extract<DraftChange, { step: "money" }>["payers"];

function schemaOf(currency: string, locale: string) {
  const amount = amountSchema(currency, locale, /*i18n*/ "Enter an amount, like 10 000.00.");
  return z.object({
    minimumAward: amount,
    maximumAward: amount,
    intensity: percent,
    ownShareLeast: orBlank(percent),
    validityMonths: wholeNumberSchema(/*i18n*/ "Enter a whole number of months, 1 to 24."),
    pays: z.enum(["provider", "sme"]),
    irrecoverableVat: z.boolean(),
    payers: z.array(
      z.object({
        /** `park fund`. */
        from: z.string(),
        sharePercent: percent,
        aidBasis: z.string(),
        redressPercent: orBlank(percent),
        budgetYear: orBlank(wholeNumberSchema(/*i18n*/ "Enter a year, like 2027.")),
      }),
    ),
  });
}

const written = (value: number | undefined) => (value === undefined ? "" : String(value));

export function MoneyStep({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const { call, payable = [] } = desk;
  const { currency } = call;
  const locale = useLocales()[0] ?? i18n.locale;
  const parks = useParks();
  const basisName = useBasisName();
  const form = usePageForm(schemaOf(currency, locale), {
    minimumAward: typedAmount({ amount: call.minimumAward, currency }, locale),
    maximumAward: typedAmount({ amount: call.maximumAward, currency }, locale),
    intensity: String(call.intensity),
    ownShareLeast: written(call.ownShareLeast),
    validityMonths: String(call.validityMonths),
    pays: call.pays,
    irrecoverableVat: call.irrecoverableVat === true,
    payers: call.payers.map(({ parkId, ledger, sharePercent, aidBasis, redressPercent }) => ({
      from: `${parkId} ${ledger.fundId}`,
      sharePercent: String(sharePercent),
      aidBasis,
      redressPercent: written(redressPercent),
      budgetYear: String(ledger.budgetYear),
    })),
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "payers" });
  const nameOf = (parkId: string) => parks.find(({ id }) => id === parkId)?.name ?? parkId;
  const sources = payable.flatMap(({ parkId, funds }) =>
    funds.map(({ fundId, name }) => ({ value: `${parkId} ${fundId}`, label: `${nameOf(parkId)}: ${name}` })),
  );
  const used = [...new Set([...bases, ...payable.flatMap(({ aidBases }) => aidBases)])];
  return (
    <DraftStepForm
      desk={desk}
      form={form}
      name="money"
      changeOf={({ ownShareLeast, irrecoverableVat, payers, ...limits }) => ({
        step: "money",
        ...limits,
        ...(ownShareLeast === undefined ? {} : { ownShareLeast }),
        ...(irrecoverableVat ? { irrecoverableVat } : {}),
        payers: payers.map(({ from, sharePercent, aidBasis, redressPercent, budgetYear }) => {
          const [parkId = "", fundId = ""] = from.split(" ");
          return {
            parkId,
            fundId,
            sharePercent,
            aidBasis: aidBasis as Payers[number]["aidBasis"],
            ...(redressPercent === undefined ? {} : { redressPercent }),
            ...(budgetYear === undefined ? {} : { budgetYear }),
          };
        }),
      })}
    >
      <MoneyField name="minimumAward" label={i18n._("Smallest award")} currency={currency} />
      <MoneyField name="maximumAward" label={i18n._("Largest award")} currency={currency} />
      <TextField name="intensity" label={i18n._("Percent of the cost that the award covers")} short />
      <TextField name="ownShareLeast" label={i18n._("Percent that the company pays at least, if you wish")} short />
      <TextField name="validityMonths" label={i18n._("Months for which a voucher is valid")} short />
      <RadioField
        name="pays"
        label={i18n._("Whom the parks pay")}
        options={[
          { value: "provider", label: i18n._("The provider") },
          { value: "sme", label: i18n._("The company, after it has paid the provider") },
        ]}
      />
      <CheckField name="irrecoverableVat" label={i18n._("VAT that the company cannot recover counts as cost")} />
      {fields.map((field, index) => (
        <fieldset key={field.id} className="line">
          <legend>{i18n._("Payer {number}", { number: index + 1 })}</legend>
          <SelectField name={`payers.${index}.from`} label={i18n._("Park and fund")} options={sources} />
          <TextField name={`payers.${index}.sharePercent`} label={i18n._("Percent of each award")} short />
          <SelectField
            name={`payers.${index}.aidBasis`}
            label={i18n._("Aid basis")}
            options={used.map((value) => ({ value, label: basisName(value) }))}
          />
          <TextField
            name={`payers.${index}.redressPercent`}
            label={i18n._("Percent of the budget kept for redress")}
            hint={i18n._("5 if it is left empty.")}
            short
          />
          <TextField
            name={`payers.${index}.budgetYear`}
            label={i18n._("Budget year")}
            hint={i18n._("That of the opening day if it is left empty.")}
            short
          />
          {fields.length > 1 && (
            <div>
              <Button small kind="quiet" onClick={() => remove(index)}>
                {i18n._("Remove payer {number}", { number: index + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {fields.length < 5 && (
        <div>
          <Button
            small
            onClick={() =>
              append({
                from: sources[0]?.value ?? "",
                sharePercent: "",
                aidBasis: "no-aid",
                redressPercent: "",
                budgetYear: "",
              })
            }
          >
            {i18n._("Add a payer")}
          </Button>
        </div>
      )}
    </DraftStepForm>
  );
}
