/** A call: who pays what for which service, by which rules and until when. */
import * as z from "zod";
import { callIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { ledgerKeySchema } from "../ledger/posting.ts";
import { languageSchema } from "../person/person.ts";
import { rubricSchema } from "../review/rubric.ts";

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

/** A paying park's part of a call. Shares of all payers add up to 100. */
export const payerSchema = z.object({
  parkId: z.string(),
  ledger: ledgerKeySchema,
  sharePercent: z.number().min(0).max(100),
  aidBasis: aidBasisSchema,
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
  languages: z.array(languageSchema),
  crossParkRequired: z.boolean(),
  pays: z.enum(["provider", "sme"]),
  rubric: rubricSchema,
  /** One review up to this amount (minor units of `currency`), two above. */
  oneReviewUpTo: z.number().int().min(0),
  createdBy: personIdSchema,
  publishedBy: personIdSchema.optional(),
  version: z.number().int().default(0),
});
export type Call = z.infer<typeof callSchema>;
