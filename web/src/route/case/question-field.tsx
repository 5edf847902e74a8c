/** A question of a call as a field of a form, by what its UI schema says. */

import { useLingui } from "@lingui/react";
import type { SetQuestion } from "@multihelix/core/call/question-set.ts";
import { ChoicesField } from "../../component/choices-field.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { MoneyField } from "../../component/money-field.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { inLanguage } from "../../language/in-language.ts";

interface Props {
  readonly question: SetQuestion;
  readonly currency: string;
  /** Of the reader, or of the preview. */
  readonly language: string;
}

export function QuestionField({ question, currency, language }: Props) {
  const { i18n } = useLingui();
  const { id, widget, property, required, title, help, options } = question;
  const text = inLanguage(title, language);
  const hint = help === undefined ? "" : inLanguage(help, language);
  const field = {
    name: id,
    label: required ? text : i18n._("{question} (if you wish)", { question: text }),
    ...(hint === "" ? {} : { hint }),
  };
  const choices = options.map((option) => ({ value: option.id, label: inLanguage(option.label, language) }));
  switch (widget) {
    case "text":
      return <TextField {...field} />;
    case "long-text":
      return <TextAreaField {...field} {...("maxLength" in property ? { limit: property.maxLength } : {})} />;
    case "number":
      return <TextField {...field} inputMode="numeric" short />;
    case "money":
      return <MoneyField {...field} currency={currency} />;
    case "date":
      return <DateFields {...field} />;
    case "choices":
      return <ChoicesField {...field} options={choices} />;
    case "choice":
      return choices.length > 6 ? (
        <SelectField {...field} options={choices} placeholder={i18n._("Choose")} />
      ) : (
        <RadioField {...field} options={choices} />
      );
    case "yes-no":
      return (
        <RadioField
          {...field}
          options={[
            { value: "no", label: i18n._("No") },
            { value: "yes", label: i18n._("Yes") },
          ]}
        />
      );
  }
}
