/** What an amendment changed, in words: the setting, what it was and what it is now, in the reader's language. */

import { locales, type Say } from "../letter/say.ts";
import { textIn } from "../network/text.ts";
import type { Language } from "../person/person.ts";
import type { FieldChange } from "./amendment.ts";
import type { Call } from "./call.ts";

/** One changed setting. Without `to` it is more than fits a line, and stands on the call's page. */
export interface AmendedLine {
  readonly label: string;
  readonly from?: string;
  readonly to?: string;
}

/** Said of changes of this call. @param zone the lead park's, in which its days count. */
export function amendedLines(
  changes: readonly FieldChange[],
  { currency }: Pick<Call, "currency">,
  zone: string,
  say: Say,
): AmendedLine[] {
  const lines = changes.map(({ field, from, to }): AmendedLine => {
    const label = labels[say.language][field as Field] ?? labels[say.language].other;
    const asText = textOf[field as Field];
    if (asText === undefined) return { label };
    const written = (value: unknown) =>
      value === undefined ? none[say.language] : asText(value, { currency, zone, say });
    const [before, after] = [written(from), written(to)];
    return before === after ? { label } : { label, from: before, to: after };
  });
  // Several settings of the reviews are one thing to who reads them.
  return lines.filter(({ label }, at) => lines.findIndex((line) => line.label === label) === at);
}

interface Writing {
  readonly currency: string;
  readonly zone: string;
  readonly say: Say;
}

const money = (value: unknown, { currency, say }: Writing) => say.money({ amount: Number(value), currency });
const percent = (value: unknown, { say }: Writing) => say.percent(Number(value));
const number = (value: unknown, { say }: Writing) => say.number(Number(value));
const ownWords = (value: unknown, { say }: Writing) => textIn(value as Partial<Record<Language, string>>, say.language);
const named =
  (type: "region" | "language") =>
  (value: unknown, { say }: Writing) => {
    const names = new Intl.DisplayNames([locales[say.language]], { type });
    return (value as string[]).map((code) => names.of(code) ?? code).join(", ");
  };

const textOf: Readonly<Partial<Record<Field, (value: unknown, writing: Writing) => string>>> = {
  closes: (value, { say, zone }) => say.moment(value as Call["closes"], zone),
  title: ownWords,
  summary: ownWords,
  languages: named("language"),
  minimumAward: money,
  maximumAward: money,
  comparisonAbove: money,
  intensity: percent,
  ownShareLeast: percent,
  validityMonths: number,
  decisionDays: number,
  eligibleCountries: named("region"),
};

const none: Readonly<Record<Language, string>> = { en: "none", nl: "geen", fr: "aucun", sv: "ingen", cy: "dim" };

type Field =
  | "closes"
  | "title"
  | "summary"
  | "languages"
  | "minimumAward"
  | "maximumAward"
  | "comparisonAbove"
  | "intensity"
  | "ownShareLeast"
  | "validityMonths"
  | "eligibleCountries"
  | "sectors"
  | "excludedSectors"
  | "sizeMost"
  | "providerKinds"
  | "vouchersMost"
  | "notBegunBefore"
  | "documents"
  | "evidence"
  | "kpiQuestions"
  | "rubric"
  | "reviewLanguages"
  | "noReviewUpTo"
  | "oneReviewUpTo"
  | "twoReviewsUpTo"
  | "decisionDays"
  | "other";

const labels: Readonly<Record<Language, Readonly<Record<Field, string>>>> = {
  en: {
    closes: "The call closes",
    title: "Title",
    summary: "Summary",
    languages: "Languages of applications",
    minimumAward: "Smallest award",
    maximumAward: "Largest award",
    comparisonAbove: "Price above which offers are compared",
    intensity: "Share of the price that the voucher pays",
    ownShareLeast: "Share that the company pays at least",
    validityMonths: "Months for which a voucher is valid",
    eligibleCountries: "Countries of companies",
    sectors: "Sectors that may apply",
    excludedSectors: "Sectors that may not apply",
    sizeMost: "Largest company that may apply",
    providerKinds: "Who may be the provider",
    vouchersMost: "Vouchers that one company may get",
    notBegunBefore: "What the work may not begin before",
    documents: "Documents to bring along",
    evidence: "Evidence of a claim",
    kpiQuestions: "Questions after the voucher",
    rubric: "Criteria of the review",
    reviewLanguages: "Languages of the review",
    noReviewUpTo: "Number of reviews",
    oneReviewUpTo: "Number of reviews",
    twoReviewsUpTo: "Number of reviews",
    decisionDays: "Days to the decision",
    other: "Another setting of the call",
  },
  nl: {
    closes: "De oproep sluit",
    title: "Titel",
    summary: "Samenvatting",
    languages: "Talen van aanvragen",
    minimumAward: "Kleinste toekenning",
    maximumAward: "Grootste toekenning",
    comparisonAbove: "Prijs waarboven offertes worden vergeleken",
    intensity: "Deel van de prijs dat de voucher betaalt",
    ownShareLeast: "Deel dat het bedrijf ten minste betaalt",
    validityMonths: "Maanden dat een voucher geldig is",
    eligibleCountries: "Landen van bedrijven",
    sectors: "Sectoren die mogen aanvragen",
    excludedSectors: "Sectoren die niet mogen aanvragen",
    sizeMost: "Grootste bedrijf dat mag aanvragen",
    providerKinds: "Wie aanbieder mag zijn",
    vouchersMost: "Vouchers die één bedrijf kan krijgen",
    notBegunBefore: "Waarvoor het werk niet mag beginnen",
    documents: "Documenten om mee te sturen",
    evidence: "Bewijsstukken bij een declaratie",
    kpiQuestions: "Vragen na de voucher",
    rubric: "Criteria van de beoordeling",
    reviewLanguages: "Talen van de beoordeling",
    noReviewUpTo: "Aantal beoordelingen",
    oneReviewUpTo: "Aantal beoordelingen",
    twoReviewsUpTo: "Aantal beoordelingen",
    decisionDays: "Dagen tot de beslissing",
    other: "Een andere instelling van de oproep",
  },
  fr: {
    closes: "Clôture de l’appel",
    title: "Titre",
    summary: "Résumé",
    languages: "Langues des demandes",
    minimumAward: "Montant le plus petit",
    maximumAward: "Montant le plus grand",
    comparisonAbove: "Prix à partir duquel les offres sont comparées",
    intensity: "Part du prix payée par le chèque",
    ownShareLeast: "Part que l’entreprise paie au moins",
    validityMonths: "Mois de validité d’un chèque",
    eligibleCountries: "Pays des entreprises",
    sectors: "Secteurs admis",
    excludedSectors: "Secteurs exclus",
    sizeMost: "Taille maximale de l’entreprise",
    providerKinds: "Qui peut être prestataire",
    vouchersMost: "Chèques qu’une entreprise peut obtenir",
    notBegunBefore: "Ce avant quoi le travail ne peut commencer",
    documents: "Documents à joindre",
    evidence: "Pièces d’une demande de paiement",
    kpiQuestions: "Questions après le chèque",
    rubric: "Critères de l’évaluation",
    reviewLanguages: "Langues de l’évaluation",
    noReviewUpTo: "Nombre d’évaluations",
    oneReviewUpTo: "Nombre d’évaluations",
    twoReviewsUpTo: "Nombre d’évaluations",
    decisionDays: "Jours jusqu’à la décision",
    other: "Un autre réglage de l’appel",
  },
  sv: {
    closes: "Utlysningen stänger",
    title: "Titel",
    summary: "Sammanfattning",
    languages: "Ansökningarnas språk",
    minimumAward: "Minsta bidrag",
    maximumAward: "Största bidrag",
    comparisonAbove: "Pris över vilket offerter jämförs",
    intensity: "Andel av priset som checken betalar",
    ownShareLeast: "Andel som företaget minst betalar",
    validityMonths: "Månader som en check gäller",
    eligibleCountries: "Företagens länder",
    sectors: "Branscher som får söka",
    excludedSectors: "Branscher som inte får söka",
    sizeMost: "Största företag som får söka",
    providerKinds: "Vem som får vara leverantör",
    vouchersMost: "Checkar som ett företag kan få",
    notBegunBefore: "Vad arbetet inte får börja före",
    documents: "Dokument att skicka med",
    evidence: "Underlag till ett anspråk",
    kpiQuestions: "Frågor efter checken",
    rubric: "Granskningens kriterier",
    reviewLanguages: "Granskningens språk",
    noReviewUpTo: "Antal granskningar",
    oneReviewUpTo: "Antal granskningar",
    twoReviewsUpTo: "Antal granskningar",
    decisionDays: "Dagar till beslutet",
    other: "En annan inställning i utlysningen",
  },
  cy: {
    closes: "Mae’r alwad yn cau",
    title: "Teitl",
    summary: "Crynodeb",
    languages: "Ieithoedd ceisiadau",
    minimumAward: "Dyfarniad lleiaf",
    maximumAward: "Dyfarniad mwyaf",
    comparisonAbove: "Pris y cymharir cynigion uwch ei ben",
    intensity: "Cyfran o’r pris y mae’r daleb yn ei thalu",
    ownShareLeast: "Cyfran y mae’r cwmni’n ei thalu o leiaf",
    validityMonths: "Misoedd y mae taleb yn ddilys",
    eligibleCountries: "Gwledydd cwmnïau",
    sectors: "Sectorau a gaiff wneud cais",
    excludedSectors: "Sectorau na chânt wneud cais",
    sizeMost: "Y cwmni mwyaf a gaiff wneud cais",
    providerKinds: "Pwy gaiff fod yn ddarparwr",
    vouchersMost: "Talebau y gall un cwmni eu cael",
    notBegunBefore: "Yr hyn na chaiff y gwaith ddechrau o’i flaen",
    documents: "Dogfennau i’w hanfon",
    evidence: "Tystiolaeth hawliad",
    kpiQuestions: "Cwestiynau ar ôl y daleb",
    rubric: "Meini prawf yr adolygiad",
    reviewLanguages: "Ieithoedd yr adolygiad",
    noReviewUpTo: "Nifer yr adolygiadau",
    oneReviewUpTo: "Nifer yr adolygiadau",
    twoReviewsUpTo: "Nifer yr adolygiadau",
    decisionDays: "Dyddiau hyd at y penderfyniad",
    other: "Gosodiad arall yr alwad",
  },
};
