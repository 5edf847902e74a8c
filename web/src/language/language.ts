/** The languages of the web and how each writes numbers and dates. */

export const languages = [
  { id: "en", name: "English" },
  { id: "nl", name: "Nederlands" },
  { id: "fr", name: "français" },
  { id: "sv", name: "svenska" },
  { id: "cy", name: "Cymraeg" },
] as const;

export type LanguageId = (typeof languages)[number]["id"];

/** Locales that the network's readers write in; the first is that of our own parks. */
const localesOf: Record<LanguageId, readonly [string, ...string[]]> = {
  en: ["en-GB", "en-CA", "en-IE"],
  nl: ["nl-BE", "nl-NL"],
  fr: ["fr-CA", "fr-BE", "fr-FR"],
  sv: ["sv-SE", "sv-FI"],
  cy: ["cy-GB"],
};

export function isLanguage(value: string | null | undefined): value is LanguageId {
  return languages.some((language) => language.id === value);
}

/** A text that is one of our languages as that, anything else as English. */
export function languageOf(value: string): LanguageId {
  return isLanguage(value) ? value : "en";
}

/**
 * The locale for `Intl` in a language: what the reader's browser asks for where the network has readers there
 * (`fr-BE`), else the one of its parks (`fr-CA`).
 * @param wanted the browser's languages, best first
 */
export function localeFor(language: LanguageId, wanted: readonly string[]): string {
  const known = localesOf[language];
  return wanted.find((tag) => known.includes(tag)) ?? known[0];
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
