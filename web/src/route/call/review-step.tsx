/** Step of a draft: the rubric, the languages of reviews, how many reviews a case gets, and what breaks a tie. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { ChoicesField } from "../../component/choices-field.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { typedAmount } from "../../form/as-typed.ts";
import { amountSchema, orBlank, wholeNumberSchema } from "../../form/typed-value.ts";
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

const daysWrong = /*i18n*/ "Enter a whole number from 1 to 365.";
const upToYear = wholeNumberSchema(daysWrong).refine((days) => days >= 1 && days <= 365, { error: daysWrong });

function schemaOf(currency: string, locale: string) {
  return z.object({
    criteria: z.array(criterionSchema),
    threshold: upTo100,
    reviewLanguages: z.array(z.enum(languages)),
    noReviewUpTo: orBlank(amountSchema(currency, locale, /*i18n*/ "Enter an amount, like 10 000.00.")),
    oneReviewUpTo: amountSchema(currency, locale, /*i18n*/ "Enter an amount, like 10 000.00."),
    twoReviewsUpTo: orBlank(amountSchema(currency, locale, /*i18n*/ "Enter an amount, like 10 000.00.")),
    decisionDays: orBlank(upToYear),
    tieRule: z.enum(["vote", "draw"]),
  });
}

export function ReviewStep({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { call } = desk;
  const { currency, rubric } = call;
  const locale = useLocales()[0] ?? i18n.locale;
  const typedBound = (amount: number | undefined) =>
    amount === undefined ? "" : typedAmount({ amount, currency }, locale);
  const form = usePageForm(schemaOf(currency, locale), {
    criteria: rubric.criteria.map(typedCriterion),
    threshold: String(rubric.threshold),
    reviewLanguages: call.reviewLanguages ?? [],
    noReviewUpTo: typedBound(call.noReviewUpTo),
    oneReviewUpTo: typedBound(call.oneReviewUpTo),
    twoReviewsUpTo: typedBound(call.twoReviewsUpTo),
    decisionDays: call.decisionDays === undefined ? "" : String(call.decisionDays),
    tieRule: call.tieRule ?? "vote",
  });
  return (
    <DraftStepForm
      desk={desk}
      form={form}
      name="review"
      changeOf={({ criteria, threshold, reviewLanguages, noReviewUpTo, twoReviewsUpTo, decisionDays, ...review }) => ({
        step: "review",
        ...review,
        ...(noReviewUpTo === undefined ? {} : { noReviewUpTo }),
        ...(twoReviewsUpTo === undefined ? {} : { twoReviewsUpTo }),
        ...(decisionDays === undefined ? {} : { decisionDays }),
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
      <MoneyField
        name="noReviewUpTo"
        label={i18n._("No review up to this award, if you wish")}
        hint={i18n._("Not in a call with a deadline, which ranks applications by their reviews.")}
        currency={currency}
      />
      <MoneyField name="oneReviewUpTo" label={i18n._("One review up to this award, two above")} currency={currency} />
      <MoneyField
        name="twoReviewsUpTo"
        label={i18n._("Three reviews above this award, if you wish")}
        currency={currency}
      />
      <TextField
        name="decisionDays"
        label={i18n._("Days to the decision that applicants are promised, if you wish")}
        hint={i18n._("Counted from the day an application is sent; with a deadline, from the day the call closes.")}
        inputMode="numeric"
        short
      />
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
