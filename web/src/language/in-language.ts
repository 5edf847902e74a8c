/** A text that exists in some languages, for one reader. */

/** In the reader's language, else in English, else in the first that there is. */
export function inLanguage(texts: Readonly<Partial<Record<string, string>>>, language: string): string {
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? "";
}
