/** A call: who pays what for which service, by which rules and until when. */
import * as z from "zod";
import { askedEvidenceSchema, documentSchema } from "../file/file.ts";
import { kpiQuestionSchema } from "../follow-up/question.ts";
import { callIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { ledgerKeySchema } from "../ledger/posting.ts";
import { organisationKindSchema } from "../organisation/organisation.ts";
import { languageSchema } from "../person/person.ts";
import { rubricSchema } from "../review/rubric.ts";
import { callChallengeSchema } from "./challenge.ts";
import { questionSetSchema } from "./question-set.ts";

export const callStateSchema = z.enum(["draft", "scheduled", "open", "closed", "deciding", "decided", "archived"]);

export const aidBasisSchema = z.enum([
  "no-aid",
  "eu-de-minimis",
  "gber-28",
  "gber-25",
  "uk-mfa",
  "uk-scheme",
  "ca-stacking",
  "not-assessed",
]);
export type AidBasis = z.infer<typeof aidBasisSchema>;

/** Steps in which a draft is written; the questions have a form of their own. */
export const draftSteps = ["about", "money", "who", "papers", "review"] as const;
export type DraftStep = (typeof draftSteps)[number];

/** A paying park's part of a call. Shares of all payers add up to 100. */
export const payerSchema = z.object({
  parkId: z.string(),
  ledger: ledgerKeySchema,
  sharePercent: z.number().min(0).max(100),
  aidBasis: aidBasisSchema,
  /** Percent of the budget kept back for upheld redress once the call is published; 5 where nothing is said (domain §9). */
  redressPercent: z.number().min(0).max(50).optional(),
});
export type Payer = z.infer<typeof payerSchema>;

export const callSchema = z.object({
  callId: callIdSchema,
  /** Short code in references: `LIM-V26`. */
  code: z.string().regex(/^[A-Z]{2,4}-[VJ]\d{2}[A-Z]?$/),
  leadPark: z.string(),
  instrument: z.literal("voucher"),
  title: z.partialRecord(languageSchema, z.string().max(120)),
  summary: z.partialRecord(languageSchema, z.string().max(600)),
  state: callStateSchema,
  mode: z.enum(["rolling", "deadline"]),
  opens: instantSchema,
  closes: instantSchema,
  payers: z.array(payerSchema).min(1).max(5),
  /** Limits in the lead park's currency, minor units. */
  currency: z.string().length(3),
  minimumAward: z.number().int().min(0),
  maximumAward: z.number().int().positive(),
  /** Percent of the accepted net cost that the award covers. */
  intensity: z.number().min(1).max(100),
  validityMonths: z.number().int().min(1).max(24),
  eligibleCountries: z.array(z.string().regex(/^[A-Z]{2}$/)),
  sectors: z.array(z.string()),
  /** Sectors that are shut out even where `sectors` is empty. */
  excludedSectors: z.array(z.string()).optional(),
  /** The largest class of company that may apply; medium if left out, which is every SME. */
  sizeMost: z.enum(["micro", "small", "medium", "any"]).optional(),
  /** Kinds of organisation that may be the provider; any if left out. */
  providerKinds: z.array(organisationKindSchema).min(1).optional(),
  /** Above this net price (minor units of `currency`) the applicant says what it compared the offer with. */
  comparisonAbove: z.number().int().min(0).optional(),
  /** Percent of the price that the company pays itself at least, whatever the intensity leaves. */
  ownShareLeast: z.number().min(0).max(100).optional(),
  /** A company gets at most so many vouchers of these parks in so many months. */
  vouchersMost: z
    .object({ count: z.number().int().min(1).max(20), months: z.number().int().min(1).max(60) })
    .optional(),
  /** What the work may not begin before; the application if left out. */
  notBegunBefore: z.enum(["application", "award"]).optional(),
  languages: z.array(languageSchema),
  /** Languages that reviews are made in; a case in none of them waits for a translation. Absent: every language. */
  reviewLanguages: z.array(languageSchema).optional(),
  /** What an organisation needs and this call answers. */
  challenge: callChallengeSchema.optional(),
  /** What is asked besides the fixed sections. */
  questions: questionSetSchema.optional(),
  crossParkRequired: z.boolean(),
  pays: z.enum(["provider", "sme"]),
  /** VAT that the SME cannot recover counts as cost. Absent: no VAT counts. */
  irrecoverableVat: z.boolean().optional(),
  rubric: rubricSchema,
  /** Asked 6, 12 and 24 months after redemption; absent or empty: three plain questions. */
  kpiQuestions: z.array(kpiQuestionSchema).max(8).optional(),
  /** What an application brings along besides its answers. */
  documents: z.array(documentSchema).max(12).optional(),
  /** Without which no claim is taken. */
  evidence: z.array(askedEvidenceSchema).max(3).optional(),
  /** Days to the decision that applicants are promised: after closing where there is a deadline, else after submission. */
  decisionDays: z.number().int().min(1).max(365).optional(),
  /** No review up to this amount (minor units of `currency`): the manager decides alone. Absent: each has one at least. */
  noReviewUpTo: z.number().int().min(0).optional(),
  /** One review up to this amount (minor units of `currency`), two above. */
  oneReviewUpTo: z.number().int().min(0),
  /** Two reviews up to this amount (minor units of `currency`), three above. Absent: never three. */
  twoReviewsUpTo: z.number().int().min(0).optional(),
  /** What breaks an exact tie of a deadline call after its criteria: a recorded vote of the panel unless the published call says a seeded draw. */
  tieRule: z.enum(["vote", "draw"]).optional(),
  /** The frozen ranking of a deadline call: before it nothing may be proposed. */
  frozen: z
    .object({ round: z.number().int().min(1), hash: z.string(), by: personIdSchema, at: instantSchema })
    .optional(),
  /** The latest version of the ranking that does not count any more; the next one has the number after it. */
  superseded: z.object({ round: z.number().int().min(1), at: instantSchema }).optional(),
  /** A manager proposes that the version in force shall not count any more; a second one confirms it. */
  superseding: z
    .object({ round: z.number().int().min(1), reason: z.string(), by: personIdSchema, at: instantSchema })
    .optional(),
  createdBy: personIdSchema,
  /** Everybody else who changed the draft: none of them publishes it. */
  writers: z.array(personIdSchema).optional(),
  /** Steps of a draft made from nothing whose first settings nobody has saved yet. */
  unconfirmed: z.array(z.enum(draftSteps)).optional(),
  publishedBy: personIdSchema.optional(),
  version: z.number().int().default(0),
});
export type Call = z.infer<typeof callSchema>;
