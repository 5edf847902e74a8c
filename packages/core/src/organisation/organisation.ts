/** An organisation: company, university, park or other party, with what payments and registers need to know of it. */
import * as z from "zod";
import { organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/** Payments refuse unstructured addresses. */
export const addressSchema = z.object({
  street: z.string().min(1).max(70),
  number: z.string().min(1).max(16),
  postcode: z.string().min(1).max(16),
  town: z.string().min(1).max(35),
  country: z.string().regex(/^[A-Z]{2}$/),
});
export type Address = z.infer<typeof addressSchema>;

/** Account of a payee. `iban`, or `other` with the bank's own account number. */
export const bankAccountSchema = z.object({
  holder: z.string().min(1).max(140),
  iban: z.string().optional(),
  other: z.string().max(34).optional(),
  bic: z.string().optional(),
  currency: z.string().length(3),
  country: z.string().regex(/^[A-Z]{2}$/),
});
export type BankAccount = z.infer<typeof bankAccountSchema>;

export const organisationKindSchema = z.enum([
  "company",
  "academia",
  "public",
  "funder",
  "park",
  "patient-organisation",
]);

const amountSchema = z.object({ amount: z.number().int(), currency: z.string() });

/** What an organisation was called, or by which number it was known, until it was changed. */
const formerSchema = z.object({
  legalName: z.string(),
  registerScheme: z.string(),
  registerId: z.string(),
  until: instantSchema,
  changedBy: personIdSchema,
});
export type FormerName = z.infer<typeof formerSchema>;

/** What an owner may say anew of their organisation. */
export const ownFields = [
  "legalName",
  "registerScheme",
  "registerId",
  "address",
  "sector",
  "headcount",
  "turnover",
  "balanceSheet",
] as const;

export const organisationSchema = z.object({
  organisationId: organisationIdSchema,
  legalName: z.string().min(1).max(140),
  kind: organisationKindSchema,
  homePark: z.string().optional(),
  address: addressSchema,
  registerScheme: z.string(),
  registerId: z.string(),
  sector: z.string().optional(),
  headcount: z.number().int().min(0).optional(),
  /** Of the last closed year, minor units. */
  turnover: amountSchema.optional(),
  balanceSheet: amountSchema.optional(),
  verification: z.enum(["unverified", "verified", "rejected"]),
  /** Who found so, when, and by what; absent where the operator provisioned it. */
  verifiedBy: z.object({ personId: personIdSchema, at: instantSchema, reason: z.string() }).optional(),
  /** Who entered it for themself; absent where the operator provisioned it. */
  registeredBy: personIdSchema.optional(),
  accounts: z.array(bankAccountSchema).max(5),
  /** Its account is the word of its owner alone, who may still correct it: no park has verified it since. */
  ownAccount: z.literal(true).optional(),
  /** Organisations linked in the same Member State share one aid group (single undertaking). */
  aidGroupId: z.templateLiteral(["aid_", z.string()]),
  /** A duplicate of that one: this record only points there. */
  mergedInto: organisationIdSchema.optional(),
  /** Ids of duplicates that became part of this one; cases begun under them keep them. */
  absorbed: z.array(organisationIdSchema).optional(),
  /** Names and numbers that its owners changed, oldest first. */
  formerly: z.array(formerSchema).optional(),
  /** What its owner has changed themself: the operator's file overwrites nothing of that. */
  ownWord: z.array(z.enum(ownFields)).optional(),
  /** Numbers under which a park verified it, or the operator entered it; in older records absent, and every number counts as one. */
  proven: z.array(z.object({ registerScheme: z.string(), registerId: z.string() })).optional(),
  /** No organisation of its own: only keeps a number that the organisation in `mergedInto` took later. */
  numberOnly: z.literal(true).optional(),
  createdAt: instantSchema,
  version: z.number().int().default(0),
});
export type Organisation = z.infer<typeof organisationSchema>;
