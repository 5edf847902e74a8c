/** Companies that applied before the demonstration began, each with the person who speaks for it. */
import type { PeopleFileInput } from "@multihelix/core/person/people-file.ts";
import type { DemoPerson } from "./personas.ts";

type Organisation = PeopleFileInput["organisations"][number];

/** Where the companies are at home: country, register, and the park's name in a sentence. */
const places = {
  limburg: ["BE", "BE-BCE_KBO", "Limburg"],
  lund: ["SE", "SE-ON", "Lund"],
  sherbrooke: ["CA", "CA_QC-QBC", "Sherbrooke"],
} as const;

interface Company {
  readonly ref: string;
  readonly legalName: string;
  readonly park: keyof typeof places;
  readonly place: readonly [street: string, number: string, postcode: string, town: string];
  readonly registerId: string;
  readonly sector: string;
  readonly headcount: number;
  readonly owner: readonly [name: string, mailbox: string, language: DemoPerson["language"]];
}

const companies: readonly Company[] = [
  {
    ref: "lichtcel",
    legalName: "Lichtcel Optics BV",
    park: "limburg",
    place: ["Kempische Steenweg", "311", "3500", "Hasselt"],
    registerId: "0999.988.143",
    sector: "sec-medical-devices",
    headcount: 9,
    owner: ["Maïté Vrancken", "maite", "nl"],
  },
  {
    ref: "zuurdesem",
    legalName: "Zuurdesem Nutrition BV",
    park: "limburg",
    place: ["Stationsplein", "8", "3600", "Genk"],
    registerId: "0999.988.242",
    sector: "sec-functional-food",
    headcount: 17,
    owner: ["Joël Bijnens", "joel", "nl"],
  },
  {
    ref: "huidtaal",
    legalName: "Huidtaal BV",
    park: "limburg",
    place: ["Bosdel", "55", "3600", "Genk"],
    registerId: "0999.988.341",
    sector: "sec-e-health",
    headcount: 6,
    owner: ["Chloé Daenen", "chloe", "fr"],
  },
  {
    ref: "nanobrug",
    legalName: "Nanobrug Therapeutics NV",
    park: "limburg",
    place: ["Agoralaan", "14", "3590", "Diepenbeek"],
    registerId: "0999.988.440",
    sector: "sec-nano-health",
    headcount: 28,
    owner: ["André Küpper", "andre", "en"],
  },
  {
    ref: "polsslag",
    legalName: "Polsslag Monitoring BV",
    park: "limburg",
    place: ["Maastrichterstraat", "63", "3700", "Tongeren"],
    registerId: "0999.988.539",
    sector: "sec-e-health",
    headcount: 11,
    owner: ["Loïc Schröder", "loic", "nl"],
  },
  {
    ref: "havsglas",
    legalName: "Havsglas Diagnostik AB",
    park: "lund",
    place: ["Emdalavägen", "10", "223 69", "Lund"],
    registerId: "559999-8118",
    sector: "sec-diagnostics",
    headcount: 14,
    owner: ["Görel Månsson", "gorel", "sv"],
  },
  {
    ref: "givre",
    legalName: "Givre Dispositifs inc.",
    park: "sherbrooke",
    place: ["rue Wellington Nord", "95", "J1H 5B9", "Sherbrooke"],
    registerId: "1199999873",
    sector: "sec-medical-devices",
    headcount: 13,
    owner: ["Mégane Fréchette", "megane", "fr"],
  },
];

export const toldOrganisations: readonly Organisation[] = companies.map(
  ({ ref, legalName, park, place: [street, number, postcode, town], registerId, sector, headcount }) => ({
    ref,
    legalName,
    kind: "company",
    homePark: park,
    address: { street, number, postcode, town, country: places[park][0] },
    registerScheme: places[park][1],
    registerId,
    sector,
    headcount,
    verification: "verified",
  }),
);

export const toldOwners: readonly DemoPerson[] = companies.map(
  ({ ref, legalName, park, owner: [name, mailbox, language] }) => ({
    persona: `${ref}-owner`,
    part: `owner of the SME ${legalName.split(" ")[0]} in ${places[park][2]}`,
    email: `${mailbox}@${ref}.example`,
    name,
    language,
    memberships: [{ organisation: ref, level: "owner" }],
  }),
);
