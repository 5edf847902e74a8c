/** The only place that picks from texts that exist once per language. */
import * as z from "zod";
import { type Language, languageSchema } from "../person/person.ts";

export const textsSchema = z.partialRecord(languageSchema, z.string().min(1).max(4000));
export type Texts = z.infer<typeof textsSchema>;

/** What is there in the reader's language, else in the first of `others` there is, else in English, else in any. */
export function writtenIn<T>(
  texts: Readonly<Partial<Record<Language, T>>>,
  language: Language,
  others: readonly Language[] = [],
): T | undefined {
  for (const one of [language, ...others, "en" as const]) {
    const text = texts[one];
    if (text !== undefined) return text;
  }
  return Object.values(texts)[0];
}

/** The same of plain texts; blank where there is none. */
export function textIn(
  texts: Readonly<Partial<Record<Language, string>>>,
  language: Language,
  others: readonly Language[] = [],
): string {
  return writtenIn(texts, language, others) ?? "";
}
