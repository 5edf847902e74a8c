/** The answers to a call's own questions: what each may be, and what is still missing of them. */
import * as z from "zod";
import { type QuestionSet, questionsOf, type SetQuestion, shownQuestions } from "../call/question-set.ts";
import { daySchema } from "../kernel/day.ts";
import type { Gap } from "./completeness.ts";
import type { Section } from "./section.ts";

/** What an answer to a question must be; amounts are minor units of the call's currency. */
export function answerSchemaOf({ property, widget }: Pick<SetQuestion, "property" | "widget">): z.ZodType {
  switch (property.type) {
    case "boolean":
      return z.boolean();
    case "integer": {
      const least = property.minimum ?? (widget === "money" ? 0 : Number.MIN_SAFE_INTEGER);
      return z
        .number()
        .int()
        .min(least)
        .max(property.maximum ?? Number.MAX_SAFE_INTEGER);
    }
    case "array":
      return z
        .array(z.enum(property.items.enum))
        .min(1)
        .refine((chosen) => new Set(chosen).size === chosen.length, "chosen twice");
    case "string":
      if ("format" in property) return daySchema;
      if ("enum" in property) return z.enum(property.enum);
      return z.string().max(property.maxLength);
  }
}

/** What of it cannot be stored: a question that the call does not ask, or an answer that is none. */
export function answerProblems(
  set: QuestionSet | undefined,
  data: Readonly<Record<string, unknown>>,
): { path: string; message: string }[] {
  const questions = questionsOf(set);
  return Object.entries(data).flatMap(([id, answer]) => {
    const question = questions.find((one) => one.id === id);
    if (question === undefined) return [{ path: `data.${id}`, message: "The call does not ask this." }];
    const parsed = answerSchemaOf(question).safeParse(answer);
    return parsed.success ? [] : [{ path: `data.${id}`, message: parsed.error.issues[0]?.message ?? "unreadable" }];
  });
}

/** The answers that can be stored, without those to questions that the call does not ask. */
export function answersOwn(
  set: QuestionSet | undefined,
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const wrong = answerProblems(set, data).map(({ path }) => path);
  return Object.fromEntries(Object.entries(data).filter(([id]) => !wrong.includes(`data.${id}`)));
}

/** Every question that is asked, must be answered and is not, or not readably; those that are hidden miss nothing. */
export function questionGaps(set: QuestionSet | undefined, sections: readonly Section[]): Gap[] {
  const data = sections.find(({ sectionId }) => sectionId === "questions")?.data ?? {};
  return shownQuestions(questionsOf(set), data).flatMap((question): Gap[] => {
    const { id, required } = question;
    const value = data[id];
    const blank = value === undefined || value === null || (typeof value === "string" && value.trim() === "");
    if (blank) return required ? [{ section: "questions", field: id, reason: "missing" }] : [];
    return answerSchemaOf(question).safeParse(value).success
      ? []
      : [{ section: "questions", field: id, reason: "unreadable" }];
  });
}
