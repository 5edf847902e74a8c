/** Organisations of the demonstration: invented names, register numbers with right check digits, accounts of no bank. */
import type { PeopleFileInput } from "@multihelix/core/person/people-file.ts";
import { toldOrganisations } from "./companies.ts";

type Organisation = PeopleFileInput["organisations"][number];

/** Companies that apply. */
const applicants: Organisation[] = [
  {
    ref: "kiemkracht",
    legalName: "Kiemkracht Diagnostics BV",
    kind: "company",
    homePark: "limburg",
    address: { street: "Wetenschapspark", number: "21", postcode: "3590", town: "Diepenbeek", country: "BE" },
    registerScheme: "BE-BCE_KBO",
    registerId: "0999.987.153",
    sector: "sec-diagnostics",
    headcount: 12,
    verification: "verified",
    accounts: [{ holder: "Kiemkracht Diagnostics BV", iban: "BE49999000000171", currency: "EUR", country: "BE" }],
  },
  {
    ref: "blaklint",
    legalName: "Blåklint Biomaterial AB",
    kind: "company",
    homePark: "lund",
    address: { street: "Scheeletorget", number: "1", postcode: "223 81", town: "Lund", country: "SE" },
    registerScheme: "SE-ON",
    registerId: "559999-8019",
    sector: "sec-biotech",
    headcount: 31,
    verification: "verified",
    accounts: [
      {
        holder: "Blåklint Biomaterial AB",
        iban: "SE0399900000002345678901",
        bic: "DEMOSESS",
        currency: "SEK",
        country: "SE",
      },
    ],
  },
  {
    ref: "gwymon",
    legalName: "Gwymon Bio Cyf",
    kind: "company",
    homePark: "wales",
    address: { street: "Heol yr Harbwr", number: "12", postcode: "SA1 1WE", town: "Abertawe", country: "GB" },
    registerScheme: "GB-COH",
    registerId: "09999873",
    sector: "sec-biotech",
    headcount: 18,
    verification: "verified",
    accounts: [
      { holder: "Gwymon Bio Cyf", iban: "GB81DEMO99999987654321", bic: "DEMOGB2L", currency: "GBP", country: "GB" },
    ],
  },
];

/** Laboratories and testbeds that can be asked for an offer. */
const providers: Organisation[] = [
  {
    ref: "matlabbet",
    legalName: "Skånska Mätlabbet AB",
    kind: "company",
    homePark: "lund",
    address: { street: "Mätvägen", number: "4", postcode: "223 70", town: "Lund", country: "SE" },
    registerScheme: "SE-ON",
    registerId: "559999-8027",
    sector: "sec-business-support",
    headcount: 48,
    verification: "verified",
    accounts: [
      {
        holder: "Skånska Mätlabbet AB",
        iban: "SE6699900000001234567890",
        bic: "DEMOSESS",
        currency: "EUR",
        country: "SE",
      },
    ],
    provider: true,
  },
  {
    ref: "canolfan-mesur",
    legalName: "Canolfan Mesur Bae’r De Cyf",
    kind: "company",
    homePark: "wales",
    address: { street: "Heol y Môr", number: "17", postcode: "CF10 5AA", town: "Caerdydd", country: "GB" },
    registerScheme: "GB-COH",
    registerId: "09999871",
    headcount: 22,
    verification: "verified",
    accounts: [
      {
        holder: "Canolfan Mesur Bae’r De Cyf",
        iban: "GB42DEMO99999912345678",
        bic: "DEMOGB2L",
        currency: "GBP",
        country: "GB",
      },
    ],
    provider: true,
  },
  {
    ref: "precision-estrie",
    legalName: "Laboratoire Précision Estrie inc.",
    kind: "company",
    homePark: "sherbrooke",
    address: { street: "rue des Érables", number: "310", postcode: "J1H 1A1", town: "Sherbrooke", country: "CA" },
    registerScheme: "CA_QC-QBC",
    registerId: "1199999871",
    headcount: 16,
    verification: "verified",
    accounts: [
      {
        holder: "Laboratoire Précision Estrie inc.",
        other: "999-00001-7654321",
        bic: "DEMOCATT",
        currency: "CAD",
        country: "CA",
      },
    ],
    provider: true,
  },
  {
    ref: "provningscentrum",
    legalName: "Uppsala Provningscentrum AB",
    kind: "company",
    homePark: "uppsala",
    address: { street: "Dag Hammarskjölds väg", number: "99", postcode: "752 37", town: "Uppsala", country: "SE" },
    registerScheme: "SE-ON",
    registerId: "559999-8035",
    headcount: 9,
    verification: "unverified",
    accounts: [
      {
        holder: "Uppsala Provningscentrum AB",
        iban: "SE8799900000003456789012",
        bic: "DEMOSESS",
        currency: "SEK",
        country: "SE",
      },
    ],
    provider: true,
  },
];

/** Where reviewers work. */
const employers: Organisation[] = [
  {
    ref: "institut-uppsala",
    legalName: "Fyrisåns forskningsinstitut",
    kind: "academia",
    homePark: "uppsala",
    address: { street: "Åsgränd", number: "2", postcode: "753 10", town: "Uppsala", country: "SE" },
    registerScheme: "SE-ON",
    registerId: "559999-8043",
    headcount: 740,
    verification: "verified",
  },
  {
    ref: "institut-lund",
    legalName: "Öresunds kliniska institut",
    kind: "academia",
    homePark: "lund",
    address: { street: "Östra Vallgatan", number: "60", postcode: "223 61", town: "Lund", country: "SE" },
    registerScheme: "SE-ON",
    registerId: "559999-8050",
    headcount: 1200,
    verification: "verified",
  },
  {
    ref: "sefydliad-cymru",
    legalName: "Sefydliad Ymchwil y Twŷn",
    kind: "academia",
    homePark: "wales",
    address: { street: "Ffordd y Gŵyr", number: "8", postcode: "SA1 8EN", town: "Abertawe", country: "GB" },
    registerScheme: "GB-COH",
    registerId: "09999872",
    headcount: 520,
    verification: "verified",
  },
  {
    ref: "institut-estrie",
    legalName: "Institut de recherche des Deux-Rivières",
    kind: "academia",
    homePark: "sherbrooke",
    address: { street: "rue de l’Université", number: "25", postcode: "J1K 2R1", town: "Sherbrooke", country: "CA" },
    registerScheme: "CA_QC-QBC",
    registerId: "1199999872",
    headcount: 610,
    verification: "verified",
  },
  {
    ref: "instituut-limburg",
    legalName: "Demerdal Instituut voor Geneeskunde",
    kind: "academia",
    homePark: "limburg",
    address: { street: "Campuslaan", number: "3", postcode: "3590", town: "Diepenbeek", country: "BE" },
    registerScheme: "BE-BCE_KBO",
    registerId: "0999.987.252",
    headcount: 680,
    verification: "verified",
  },
];

/** Who needs something that a call may answer. */
const posers: Organisation[] = [
  {
    ref: "hjartslag",
    legalName: "Hjärtslag patientförening",
    kind: "patient-organisation",
    homePark: "lund",
    address: { street: "Bytaregatan", number: "4", postcode: "222 21", town: "Lund", country: "SE" },
    registerScheme: "SE-ON",
    registerId: "802999-8013",
    headcount: 6,
    verification: "verified",
  },
];

export const demoOrganisations: readonly Organisation[] = [
  ...applicants,
  ...toldOrganisations,
  ...providers,
  ...employers,
  ...posers,
];
