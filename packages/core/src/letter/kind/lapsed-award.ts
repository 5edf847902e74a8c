/** The letter of an award that lapsed before it was granted: the same in every case but for why. */
import type { Language } from "../../person/person.ts";
import { aboutCase, openCase } from "../case-words.ts";
import type { CaseLetterData, Template } from "../template.ts";

export interface LapsedData extends CaseLetterData {
  readonly by: "refusal" | "silence";
}

/** Why, by what was done or not done. */
export type LapsedWords = Readonly<Record<Language, Readonly<Record<LapsedData["by"], string>>>>;

const subjects: Readonly<Record<Language, (reference: string) => string>> = {
  en: (reference) => `Lapsed: award for ${reference}`,
  nl: (reference) => `Vervallen: toekenning voor ${reference}`,
  fr: (reference) => `Caduc : octroi pour ${reference}`,
  sv: (reference) => `Förfallet: beslut om ${reference}`,
  cy: (reference) => `Daeth i ben: dyfarniad ar gyfer ${reference}`,
};

export function lapsedAward(why: LapsedWords): Template<LapsedData> {
  const inLanguage = (language: Language) => (data: LapsedData) => ({
    subject: subjects[language](data.reference),
    body: [why[language][data.by], { facts: aboutCase(language, data) }, openCase(language, data)],
  });
  return {
    en: inLanguage("en"),
    nl: inLanguage("nl"),
    fr: inLanguage("fr"),
    sv: inLanguage("sv"),
    cy: inLanguage("cy"),
  };
}
