/** Calls of the demonstration: one that Limburg pays alone, one of Lund with Limburg as co-payer, two of Wales and Sherbrooke under their own law. */
import type { CreateCall } from "@multihelix/core/call/create-call.ts";
import { questionSetOf } from "@multihelix/core/call/question-set.ts";
import { toInstant } from "@multihelix/core/kernel/instant.ts";
import { defaultVoucherRubric } from "@multihelix/core/review/rubric.ts";

export interface DemoCall {
  readonly call: CreateCall;
  /** Personas who draft it, give money to it and publish it. */
  readonly drafter: string;
  /** Absent: it stays a draft. */
  readonly publisher?: string;
  /** Appropriation per paying park, minor units of its currency, and who sets it. */
  readonly budgets: readonly { readonly parkId: string; readonly amount: number; readonly by: string }[];
}

const europe = ["AT", "BE", "DE", "DK", "ES", "FI", "FR", "IE", "IT", "LU", "NL", "PL", "PT", "SE"];

export const limburg: DemoCall = {
  drafter: "limburg-manager",
  publisher: "limburg-second-manager",
  budgets: [{ parkId: "limburg", amount: 25_000_000, by: "limburg-finance" }],
  call: {
    code: "LIM-V26",
    leadPark: "limburg",
    instrument: "voucher",
    title: { en: "Health innovation vouchers Limburg", nl: "Gezondheidsinnovatievouchers Limburg" },
    summary: {
      en: "Up to 10,000 € for an SME that buys a test, a measurement or advice from a laboratory or testbed, also in another park of the network. We decide in the order in which complete applications come in.",
      nl: "Tot 10.000 € voor een kmo die een test, een meting of advies koopt bij een laboratorium of testomgeving, ook in een ander park van het netwerk. We beslissen in de volgorde waarin volledige aanvragen binnenkomen.",
    },
    mode: "rolling",
    opens: toInstant("2026-01-05T08:00:00Z"),
    closes: toInstant("2028-12-15T22:59:59Z"),
    payers: [{ parkId: "limburg", fundId: "limburg-regional", sharePercent: 100, aidBasis: "eu-de-minimis" }],
    currency: "EUR",
    minimumAward: 200_000,
    maximumAward: 1_000_000,
    intensity: 80,
    validityMonths: 9,
    eligibleCountries: ["BE"],
    sectors: [
      "sec-pharma",
      "sec-biotech",
      "sec-medical-devices",
      "sec-diagnostics",
      "sec-e-health",
      "sec-nano-health",
      "sec-functional-food",
    ],
    languages: ["en", "nl"],
    crossParkRequired: false,
    pays: "provider",
    documents: [
      {
        documentId: "technical-description",
        title: { en: "Technical description", nl: "Technische beschrijving" },
        hint: {
          en: "A drawing, a protocol or a data sheet, where words are not enough. Reviewers read it.",
          nl: "Een tekening, een protocol of een datablad, waar woorden niet volstaan. Beoordelaars lezen het.",
        },
        required: false,
      },
      {
        documentId: "annual-accounts",
        title: { en: "Annual accounts of the last closed year", nl: "Jaarrekening van het laatst afgesloten jaar" },
        hint: { en: "Only the park sees it.", nl: "Alleen het park ziet ze." },
        required: false,
        parkOnly: true,
      },
    ],
    rubric: defaultVoucherRubric,
    oneReviewUpTo: 750_000,
  },
};

export const lund: DemoCall = {
  drafter: "lund-manager",
  publisher: "lund-second-manager",
  budgets: [
    { parkId: "lund", amount: 180_000_000, by: "lund-finance" },
    { parkId: "limburg", amount: 6_000_000, by: "limburg-second-finance" },
  ],
  call: {
    code: "LUN-V26",
    leadPark: "lund",
    instrument: "voucher",
    title: { en: "Cross-border testing vouchers", sv: "Checkar för test över gränserna" },
    summary: {
      en: "Up to 150,000 kr for an SME whose provider is at home in another park. Lund pays 70 %, Limburg 30 %, each in its own currency and under its own aid ceiling.",
      sv: "Upp till 150 000 kr till små och medelstora företag vars leverantör hör hemma i en annan park. Lund betalar 70 %, Limburg 30 %, var och en i sin valuta och under sitt eget stödtak.",
    },
    mode: "rolling",
    opens: toInstant("2026-02-02T07:00:00Z"),
    closes: toInstant("2028-11-30T22:59:59Z"),
    payers: [
      { parkId: "lund", fundId: "lund-regional", sharePercent: 70, aidBasis: "eu-de-minimis" },
      { parkId: "limburg", fundId: "limburg-regional", sharePercent: 30, aidBasis: "eu-de-minimis" },
    ],
    currency: "SEK",
    minimumAward: 3_000_000,
    maximumAward: 15_000_000,
    intensity: 75,
    validityMonths: 12,
    eligibleCountries: europe,
    sectors: [],
    languages: ["en", "sv"],
    crossParkRequired: true,
    pays: "provider",
    irrecoverableVat: true,
    rubric: defaultVoucherRubric,
    oneReviewUpTo: 8_000_000,
  },
};

const walesQuestions = questionSetOf([
  {
    id: "worked-before",
    widget: "yes-no",
    property: { type: "boolean" },
    required: false,
    title: {
      en: "Has your company worked with a knowledge provider before?",
      cy: "A yw eich cwmni wedi gweithio gyda darparwr gwybodaeth o’r blaen?",
    },
    options: [],
  },
  {
    id: "worked-with",
    widget: "long-text",
    property: { type: "string", maxLength: 600 },
    required: false,
    title: {
      en: "Whom did you work with, and on what?",
      cy: "Gyda phwy y gweithioch chi, ac ar beth?",
    },
    help: { en: "A sentence or two are enough.", cy: "Mae brawddeg neu ddwy yn ddigon." },
    options: [],
    showIf: { question: "worked-before", equals: true },
  },
]);

const wales: DemoCall = {
  drafter: "wales-manager",
  publisher: "wales-second-manager",
  budgets: [{ parkId: "wales", amount: 12_000_000, by: "wales-finance" }],
  call: {
    code: "WAL-V26",
    leadPark: "wales",
    instrument: "voucher",
    title: { en: "Life science vouchers Wales", cy: "Talebau gwyddorau bywyd Cymru" },
    summary: {
      en: "Up to £8,000 for an SME in the United Kingdom that buys a test, a measurement or advice. The voucher is minimal financial assistance: before it is granted, the company states what it has had already.",
      cy: "Hyd at £8,000 i fusnes bach neu ganolig yn y Deyrnas Unedig sy’n prynu prawf, mesuriad neu gyngor. Cymorth ariannol lleiaf yw’r daleb: cyn ei rhoi, mae’r cwmni’n datgan yr hyn y mae wedi’i gael eisoes.",
    },
    mode: "rolling",
    opens: toInstant("2026-04-07T08:00:00Z"),
    closes: toInstant("2028-10-31T23:59:59Z"),
    payers: [{ parkId: "wales", fundId: "wales-innovation", sharePercent: 100, aidBasis: "uk-mfa" }],
    currency: "GBP",
    minimumAward: 150_000,
    maximumAward: 800_000,
    intensity: 80,
    validityMonths: 9,
    eligibleCountries: ["GB"],
    sectors: [],
    languages: ["en", "cy"],
    questions: walesQuestions,
    crossParkRequired: false,
    pays: "provider",
    rubric: defaultVoucherRubric,
    oneReviewUpTo: 650_000,
  },
};

/** Its providers may be at home elsewhere: what they do in Canada is taxed at the payment. */
const sherbrooke: DemoCall = {
  drafter: "sherbrooke-manager",
  publisher: "sherbrooke-second-manager",
  budgets: [{ parkId: "sherbrooke", amount: 15_000_000, by: "sherbrooke-finance" }],
  call: {
    code: "SHE-V26",
    leadPark: "sherbrooke",
    instrument: "voucher",
    title: { en: "Health technology vouchers Sherbrooke", fr: "Chèques technologies de la santé Sherbrooke" },
    summary: {
      en: "Up to 10,000 CA$ for an SME in Canada that buys a test, a measurement or advice, also from a laboratory abroad. What a laboratory abroad does in Canada is taxed at the payment.",
      fr: "Jusqu’à 10 000 $ CA pour une PME au Canada qui achète un essai, une mesure ou un conseil, aussi auprès d’un laboratoire à l’étranger. Ce qu’un laboratoire étranger fait au Canada est imposé au moment du paiement.",
    },
    mode: "rolling",
    opens: toInstant("2026-04-07T12:00:00Z"),
    closes: toInstant("2028-11-30T21:59:59Z"),
    payers: [{ parkId: "sherbrooke", fundId: "sherbrooke-provincial", sharePercent: 100, aidBasis: "ca-stacking" }],
    currency: "CAD",
    minimumAward: 200_000,
    maximumAward: 1_000_000,
    intensity: 75,
    validityMonths: 9,
    eligibleCountries: ["CA"],
    sectors: [],
    languages: ["en", "fr"],
    crossParkRequired: false,
    pays: "provider",
    rubric: defaultVoucherRubric,
    oneReviewUpTo: 750_000,
  },
};

/** A second manager has not published it yet. */
const limburgNext: DemoCall = {
  drafter: "limburg-manager",
  budgets: [],
  call: {
    ...limburg.call,
    code: "LIM-V28",
    title: {
      en: "Health innovation vouchers Limburg, next round",
      nl: "Gezondheidsinnovatievouchers Limburg, volgende ronde",
    },
    mode: "deadline",
    opens: toInstant("2028-10-02T07:00:00Z"),
    closes: toInstant("2028-12-15T22:59:59Z"),
  },
};

/** Published, and not open before its day. */
const walesNext: DemoCall = {
  drafter: "wales-manager",
  publisher: "wales-second-manager",
  budgets: [{ parkId: "wales", amount: 8_000_000, by: "wales-finance" }],
  call: {
    ...wales.call,
    code: "WAL-V28",
    title: { en: "Life science vouchers Wales, next round", cy: "Talebau gwyddorau bywyd Cymru, y rownd nesaf" },
    mode: "deadline",
    opens: toInstant("2028-11-06T09:00:00Z"),
    closes: toInstant("2029-01-31T23:59:59Z"),
  },
};

export const demoCalls: readonly DemoCall[] = [limburg, lund, wales, sherbrooke, limburgNext, walesNext];
