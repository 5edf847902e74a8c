/** A text that exists in some languages, for one reader. */

/** In the reader's language, else in English, else in the first that there is. */
export function inLanguage(texts: Readonly<Partial<Record<string, string>>>, language: string): string {
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? "";
}

/** Which of its languages a text is read in: the reader's, else English, else the first that there is. */
export function languageFor(texts: Readonly<Partial<Record<string, unknown>>>, language: string): string {
  const written = Object.keys(texts).filter((one) => texts[one] !== undefined && texts[one] !== "");
  return written.find((one) => one === language) ?? written.find((one) => one === "en") ?? written[0] ?? language;
}
