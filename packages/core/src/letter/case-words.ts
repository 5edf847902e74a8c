/** Labels that many letters share, and the way into a case. */
import type { Language } from "../person/person.ts";
import type { Block, CaseLetterData } from "./template.ts";

interface Words {
  readonly reference: string;
  readonly title: string;
  readonly until: string;
  readonly task: string;
  /** Amount asked for. */
  readonly asked: string;
  readonly applicant: string;
  readonly provider: string;
  readonly number: string;
  readonly value: string;
  readonly reasons: string;
  readonly open: string;
}

export const caseWords: Readonly<Record<Language, Words>> = {
  en: {
    reference: "Reference",
    title: "Title",
    until: "Until",
    task: "What is wanted",
    asked: "Amount asked for",
    applicant: "Company",
    provider: "Provider",
    number: "Voucher",
    value: "Value",
    reasons: "Reasons",
    open: "Open the case",
  },
  nl: {
    reference: "Referentie",
    title: "Titel",
    until: "Uiterlijk",
    task: "Wat er van u wordt verwacht",
    asked: "Gevraagd bedrag",
    applicant: "Bedrijf",
    provider: "Aanbieder",
    number: "Voucher",
    value: "Waarde",
    reasons: "Redenen",
    open: "Open het dossier",
  },
  fr: {
    reference: "Référence",
    title: "Titre",
    until: "Au plus tard",
    task: "Ce qui est attendu",
    asked: "Montant demandé",
    applicant: "Entreprise",
    provider: "Prestataire",
    number: "Chèque",
    value: "Valeur",
    reasons: "Motifs",
    open: "Ouvrir le dossier",
  },
  sv: {
    reference: "Referens",
    title: "Titel",
    until: "Senast",
    task: "Vad som behövs",
    asked: "Sökt belopp",
    applicant: "Företag",
    provider: "Leverantör",
    number: "Check",
    value: "Värde",
    reasons: "Skäl",
    open: "Öppna ärendet",
  },
  cy: {
    reference: "Cyfeirnod",
    title: "Teitl",
    until: "Erbyn",
    task: "Yr hyn sydd ei angen",
    asked: "Swm y gofynnwyd amdano",
    applicant: "Cwmni",
    provider: "Darparwr",
    number: "Taleb",
    value: "Gwerth",
    reasons: "Rhesymau",
    open: "Agor yr achos",
  },
};

/** The link that ends most letters about a case. */
export function openCase(language: Language, data: Pick<CaseLetterData, "path">): Block {
  return { link: caseWords[language].open, path: data.path };
}

/** Reference and title, which case a letter is about. */
export function aboutCase(language: Language, data: Pick<CaseLetterData, "reference" | "title">): [string, string][] {
  const words = caseWords[language];
  return [
    [words.reference, data.reference],
    [words.title, data.title],
  ];
}
