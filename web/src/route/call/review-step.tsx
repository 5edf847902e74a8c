/** Step of a draft: the rubric, the languages of reviews, how many reviews a case gets, and what breaks a tie. */
import { useLingui } from "@lingui/react";
import { useFieldArray } from "react-hook-form";
import * as z from "zod";
import { Button } from "../../component/button.tsx";
import { ChoicesField } from "../../component/choices-field.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { typedAmount } from "../../form/as-typed.ts";
import { amountSchema, wholeNumberSchema } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useFormat } from "../case/use-format.ts";
import { languages } from "./about-fields.tsx";
import type { CallDesk } from "./call-query.ts";
import { DraftStepForm } from "./draft-step.tsx";

function schemaOf(currency: string, locale: string) {
  const upTo100 = wholeNumberSchema(/*i18n*/ "Enter a whole number, 1 to 100.").refine(
    (number) => number >= 1 && number <= 100,
    /*i18n*/ "Enter a whole number, 1 to 100.",
  );
  return z.object({
    criteria: z.array(
      z.object({ id: z.string(), label: z.string().trim().min(1, /*i18n*/ "Name the criterion."), weight: upTo100 }),
    ),
    threshold: upTo100,
    reviewLanguages: z.array(z.enum(languages)),
    oneReviewUpTo: amountSchema(currency, locale, /*i18n*/ "Enter an amount, like 10 000.00."),
    tieRule: z.enum(["vote", "draw"]),
  });
}

export function ReviewStep({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { call } = desk;
  const { currency, rubric } = call;
  const locale = useLocales()[0] ?? i18n.locale;
  const form = usePageForm(schemaOf(currency, locale), {
    criteria: rubric.criteria.map(({ id, label, weight }) => ({ id, label, weight: String(weight) })),
    threshold: String(rubric.threshold),
    reviewLanguages: call.reviewLanguages ?? [],
    oneReviewUpTo: typedAmount({ amount: call.oneReviewUpTo, currency }, locale),
    tieRule: call.tieRule ?? "vote",
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "criteria", keyName: "key" });
  const add = () => {
    const taken = form.getValues("criteria").map(({ id }) => id);
    let count = 1;
    while (taken.includes(`criterion-${count}`)) count += 1;
    append({ id: `criterion-${count}`, label: "", weight: "" });
  };
  return (
    <DraftStepForm
      desk={desk}
      form={form}
      name="review"
      changeOf={({ criteria, threshold, reviewLanguages, ...review }) => ({
        step: "review",
        ...review,
        ...(reviewLanguages.length === 0 ? {} : { reviewLanguages }),
        rubric: {
          threshold,
          // Scale and words of a criterion stay as they are; a new one is scored as the first.
          criteria: criteria.map((one) => {
            const before = rubric.criteria.find(({ id }) => id === one.id) ?? rubric.criteria[0];
            return { max: 5, halfMarks: false, anchors: [], ...before, ...one };
          }),
        },
      })}
    >
      {fields.map((field, index) => (
        <fieldset key={field.key} className="line">
          <legend>{i18n._("Criterion {number}", { number: index + 1 })}</legend>
          <TextField name={`criteria.${index}.label`} label={i18n._("Criterion, in English")} />
          <TextField name={`criteria.${index}.weight`} label={i18n._("Weight")} short />
          {fields.length > 1 && (
            <div>
              <Button small kind="quiet" onClick={() => remove(index)}>
                {i18n._("Remove criterion {number}", { number: index + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {fields.length < 12 && (
        <div>
          <Button small onClick={add}>
            {i18n._("Add a criterion")}
          </Button>
        </div>
      )}
      <TextField name="threshold" label={i18n._("Percent of the score below which nothing is funded")} short />
      <ChoicesField
        name="reviewLanguages"
        label={i18n._("Languages of the reviews")}
        hint={i18n._("All, if none is chosen.")}
        options={languages.map((value) => ({ value, label: format.language(value) }))}
        beside
      />
      <MoneyField name="oneReviewUpTo" label={i18n._("One review up to this award, two above")} currency={currency} />
      <RadioField
        name="tieRule"
        label={i18n._("What breaks a tie of a ranking")}
        options={[
          { value: "vote", label: i18n._("A vote of the panel") },
          { value: "draw", label: i18n._("A draw") },
        ]}
      />
    </DraftStepForm>
  );
}
