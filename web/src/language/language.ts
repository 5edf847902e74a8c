/** The languages of the web and how each writes numbers and dates. */

export const languages = [
  { id: "en", name: "English" },
  { id: "nl", name: "Nederlands" },
  { id: "fr", name: "français" },
  { id: "sv", name: "svenska" },
  { id: "cy", name: "Cymraeg" },
] as const;

export type LanguageId = (typeof languages)[number]["id"];

const localeOf: Record<LanguageId, string> = { en: "en-GB", nl: "nl-BE", fr: "fr-CA", sv: "sv-SE", cy: "cy-GB" };

export function isLanguage(value: string | null | undefined): value is LanguageId {
  return languages.some((language) => language.id === value);
}

/**
 * The locale for `Intl` in a language: what the reader's browser asks for where it is of that language (`fr-BE`),
 * else the one of the network's parks (`fr-CA`).
 * @param wanted the browser's languages, best first
 */
export function localeFor(language: LanguageId, wanted: readonly string[]): string {
  return wanted.find((tag) => tag.startsWith(`${language}-`)) ?? localeOf[language];
}

/** The first language of ours that the reader asked for: chosen earlier, else the browser's, else English. */
export function chooseLanguage(chosen: string | null, wanted: readonly string[]): LanguageId {
  if (isLanguage(chosen)) return chosen;
  for (const tag of wanted) {
    const language = tag.split("-")[0];
    if (isLanguage(language)) return language;
  }
  return "en";
}
