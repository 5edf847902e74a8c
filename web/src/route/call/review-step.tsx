/** Step of a draft: the rubric, the languages of reviews, how many reviews a case gets, and what breaks a tie. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { ChoicesField } from "../../component/choices-field.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { typedAmount } from "../../form/as-typed.ts";
import { amountSchema } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useFormat } from "../case/use-format.ts";
import { languages } from "./about-fields.tsx";
import type { CallDesk } from "./call-query.ts";
import {
  begunCriterion,
  CriterionFields,
  criterionOf,
  criterionSchema,
  typedCriterion,
  upTo100,
} from "./criterion-fields.tsx";
import { DraftStepForm } from "./draft-step.tsx";
import { FieldList } from "./field-list.tsx";

function schemaOf(currency: string, locale: string) {
  return z.object({
    criteria: z.array(criterionSchema),
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
    criteria: rubric.criteria.map(typedCriterion),
    threshold: String(rubric.threshold),
    reviewLanguages: call.reviewLanguages ?? [],
    oneReviewUpTo: typedAmount({ amount: call.oneReviewUpTo, currency }, locale),
    tieRule: call.tieRule ?? "vote",
  });
  return (
    <DraftStepForm
      desk={desk}
      form={form}
      name="review"
      changeOf={({ criteria, threshold, reviewLanguages, ...review }) => ({
        step: "review",
        ...review,
        ...(reviewLanguages.length === 0 ? {} : { reviewLanguages }),
        rubric: { threshold, criteria: criteria.map(criterionOf) },
      })}
    >
      <FieldList
        name="criteria"
        idField="id"
        prefix="criterion"
        least={1}
        most={12}
        begin={() => begunCriterion(form.getValues("criteria.0"))}
        legend={(number) => i18n._("Criterion {number}", { number })}
        add={i18n._("Add a criterion")}
        remove={(number) => i18n._("Remove criterion {number}", { number })}
      >
        {(at) => <CriterionFields at={at} />}
      </FieldList>
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
