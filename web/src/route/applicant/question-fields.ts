/** A call's own questions as fields of the section: how each is typed, read and stored, and which must be answered. */

import { useLingui } from "@lingui/react";
import { questionsOf, type SetQuestion, shownQuestions } from "@multihelix/core/call/question-set.ts";
import * as z from "zod";
import { same } from "../../form/merge-answers.ts";
import { inLanguage } from "../../language/in-language.ts";
import { useLocales } from "../../language/use-locales.ts";
import type { Call } from "../case/case-query.ts";
import { useAnswerWords } from "../case/question-answers.tsx";
import {
  amountField,
  dayField,
  numberField,
  readTyped,
  type SectionField,
  type SectionFields,
} from "./section-field.ts";

export type TypedAnswers = Record<string, unknown>;

export interface QuestionForm {
  readonly questions: readonly SetQuestion[];
  readonly fields: SectionFields<TypedAnswers>;
  /** As the section is validated when the person says that it is complete: what is hidden is not looked at. */
  readonly schema: z.ZodType<Record<string, unknown>, TypedAnswers>;
}

export function useQuestionForm(call: Call): QuestionForm {
  const { i18n } = useLingui();
  const [locale = "en-GB"] = useLocales();
  const words = useAnswerWords(call.currency);
  const questions = questionsOf(call.questions);
  const field = (question: SetQuestion): SectionField => {
    const title = inLanguage(question.title, i18n.locale);
    const made = fieldOf(question, title, call.currency, locale, {
      unread: i18n._("This cannot be read: {question}", { question: title }),
      long: i18n._("This is too long: {question}", { question: title }),
    });
    return { ...made, shown: (stored) => words(question, stored) } as SectionField;
  };
  const fields = Object.fromEntries(questions.map((question) => [question.id, field(question)]));
  const missing = (question: SetQuestion) =>
    i18n._("Answer this: {question}", { question: inLanguage(question.title, i18n.locale) });
  return { questions, fields, schema: schemaOfAnswers(questions, fields, missing) };
}

/** Those that are asked as the form stands. */
export function shownIn({ questions, fields }: QuestionForm, typed: TypedAnswers): SetQuestion[] {
  return shownQuestions(questions, readTyped(fields, typed, {}).answers);
}

function schemaOfAnswers(
  questions: readonly SetQuestion[],
  fields: SectionFields<TypedAnswers>,
  missing: (question: SetQuestion) => string,
): QuestionForm["schema"] {
  return z.custom<TypedAnswers>().transform((typed, context) => {
    const { answers } = readTyped(fields, typed, {});
    for (const question of shownQuestions(questions, answers)) {
      const { id, required } = question;
      const field = fields[id];
      if (field === undefined) continue;
      const fault = (message: string) => context.addIssue({ code: "custom", path: [id], message });
      if (same(typed[id], field.blank)) {
        if (required) fault(missing(question));
        continue;
      }
      const parsed = field.schema.safeParse(typed[id]);
      if (!parsed.success) fault(parsed.error.issues[0]?.message ?? missing(question));
    }
    return { ...answers };
  }) as unknown as QuestionForm["schema"];
}

interface Sentences {
  readonly unread: string;
  readonly long: string;
}

function fieldOf(
  { widget, property }: SetQuestion,
  label: string,
  currency: string,
  locale: string,
  { unread, long }: Sentences,
): SectionField<string> | SectionField<string[]> | ReturnType<typeof dayField> {
  const plain = (stored: unknown) => (typeof stored === "string" ? stored : "");
  switch (widget) {
    case "money":
      return within(amountField(label, currency, locale, unread), property, unread);
    case "number":
      return within(numberField(label, unread), property, unread);
    case "date":
      return dayField(label, unread);
    case "yes-no":
      return {
        label,
        blank: "",
        schema: z.enum(["yes", "no"], unread).transform((answer) => answer === "yes") as z.ZodType<boolean, string>,
        typed: (stored) => (typeof stored === "boolean" ? (stored ? "yes" : "no") : ""),
        shown: plain,
      };
    case "choices":
      return {
        label,
        blank: [],
        schema: z.array(z.string()),
        typed: (stored) => (Array.isArray(stored) ? stored.map(String) : []),
        shown: plain,
      };
    case "choice":
      return { label, blank: "", schema: z.string(), typed: plain, shown: plain };
    case "text":
    case "long-text": {
      const most = property.type === "string" && "maxLength" in property ? property.maxLength : 8000;
      return { label, blank: "", schema: z.string().trim().max(most, long), typed: plain, shown: plain };
    }
  }
}

/** A figure outside the bounds of the question cannot be stored. */
function within(field: SectionField<string>, property: SetQuestion["property"], unread: string): SectionField<string> {
  if (property.type !== "integer") return field;
  const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = property;
  const fits = (value: unknown) => typeof value === "number" && value >= minimum && value <= maximum;
  return { ...field, schema: field.schema.refine(fits, unread) as z.ZodType<unknown, string> };
}
