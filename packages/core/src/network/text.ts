/** The only place for texts of the network file that exist once per language. */
import * as z from "zod";
import { type Language, languageSchema } from "../person/person.ts";

export const textsSchema = z.partialRecord(languageSchema, z.string().min(1).max(4000));
export type Texts = z.infer<typeof textsSchema>;

/** The text in the reader's language, else in the first of `others` there is, else English, else any. */
export function textIn(texts: Texts, language: Language, others: readonly Language[] = []): string {
  for (const one of [language, ...others, "en" as const]) {
    const text = texts[one];
    if (text !== undefined) return text;
  }
  return Object.values(texts)[0] ?? "";
}
