/** What a decision letter says of state aid: amount, character and the law it is granted under (domain §7). */
import type { Money } from "../kernel/money.ts";
import type { Language } from "../person/person.ts";
import type { Say } from "./say.ts";
import type { Block } from "./template.ts";

/** The aid in one payer's part of an award. */
export interface AidStatement {
  readonly park: string;
  readonly amount: Money;
  readonly character:
    | "de-minimis"
    | "block-exempted"
    | "minimal-financial-assistance"
    | "subsidy-scheme"
    | "stacking"
    | "none"
    | "not-assessed";
  /** `Commission Regulation (EU) 2023/2831 (de minimis), Article 3(2)`; absent where no law is named. */
  readonly law?: string;
}

const characters: Readonly<Record<Language, Readonly<Record<AidStatement["character"], string>>>> = {
  en: {
    "de-minimis": "de minimis aid",
    "block-exempted": "block-exempted state aid",
    "minimal-financial-assistance": "minimal financial assistance",
    "subsidy-scheme": "a subsidy under a scheme",
    stacking: "public funding that counts towards the limit for your activity",
    none: "no state aid",
    "not-assessed": "not assessed for state aid by this park",
  },
  nl: {
    "de-minimis": "de-minimissteun",
    "block-exempted": "vrijgestelde staatssteun",
    "minimal-financial-assistance": "minimale financiële bijstand",
    "subsidy-scheme": "subsidie onder een regeling",
    stacking: "overheidsgeld dat meetelt voor de grens van uw activiteit",
    none: "geen staatssteun",
    "not-assessed": "door dit park niet op staatssteun beoordeeld",
  },
  fr: {
    "de-minimis": "aide de minimis",
    "block-exempted": "aide d’État exemptée",
    "minimal-financial-assistance": "aide financière minimale",
    "subsidy-scheme": "subvention d’un régime",
    stacking: "financement public compté dans la limite de votre activité",
    none: "pas d’aide d’État",
    "not-assessed": "aide d’État non évaluée par ce parc",
  },
  sv: {
    "de-minimis": "stöd av mindre betydelse (de minimis)",
    "block-exempted": "gruppundantaget statligt stöd",
    "minimal-financial-assistance": "minimalt finansiellt stöd",
    "subsidy-scheme": "stöd enligt en stödordning",
    stacking: "offentlig finansiering som räknas mot gränsen för din verksamhet",
    none: "inget statligt stöd",
    "not-assessed": "inte bedömt som statligt stöd av den här parken",
  },
  cy: {
    "de-minimis": "cymorth de minimis",
    "block-exempted": "cymorth gwladwriaethol a eithriwyd fesul bloc",
    "minimal-financial-assistance": "cymorth ariannol lleiaf",
    "subsidy-scheme": "cymhorthdal dan gynllun",
    stacking: "cyllid cyhoeddus sy’n cyfrif tuag at derfyn eich gweithgaredd",
    none: "dim cymorth gwladwriaethol",
    "not-assessed": "heb ei asesu fel cymorth gwladwriaethol gan y parc hwn",
  },
};

const headings: Readonly<Record<Language, string>> = {
  en: "State aid",
  nl: "Staatssteun",
  fr: "Aide d’État",
  sv: "Statligt stöd",
  cy: "Cymorth gwladwriaethol",
};

export function aidBlocks(aid: readonly AidStatement[], say: Say): Block[] {
  if (aid.length === 0) return [];
  const rows = aid.map(({ park, amount, character, law }): [string, string] => {
    const parts = [say.money(amount), characters[say.language][character], ...(law === undefined ? [] : [law])];
    return [park, parts.join(", ")];
  });
  return [headings[say.language], { facts: rows }];
}
