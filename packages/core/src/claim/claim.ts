/** Report and claim of a payee: what was done, the invoice lines with evidence, and what the park accepted of them. */
import * as z from "zod";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";

export const claimLineSchema = z.object({
  invoiceNumber: z.string().trim().min(1).max(40),
  invoiceDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  description: z.string().min(1).max(400),
  net: moneySchema,
  vat: moneySchema,
});
export type ClaimLine = z.infer<typeof claimLineSchema>;

export const claimSchema = z.object({
  caseId: caseIdSchema,
  claim: z.number().int().min(1),
  report: z.string().min(1).max(8000),
  workFinishedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  lines: z.array(claimLineSchema).min(1).max(20),
  filedBy: personIdSchema,
  filedAt: instantSchema,
  status: z.enum(["filed", "confirmed", "assessed", "accepted", "queried", "refused", "paid"]),
  confirmedBy: z.string().optional(),
  /** Set by the manager: accepted net cost and what is payable of it, in the paying park's currency. */
  assessment: z
    .object({
      by: personIdSchema,
      at: instantSchema,
      acceptedNet: moneySchema,
      payable: moneySchema,
      rate: z.string().optional(),
      reason: z.string().max(2000),
    })
    .optional(),
  checkedBy: personIdSchema.optional(),
  version: z.number().int().default(0),
});
export type Claim = z.infer<typeof claimSchema>;

/** An invoice number counts once per provider, across all vouchers. */
export const invoiceUseSchema = z.object({
  providerId: z.string(),
  invoiceNumber: z.string(),
  caseId: caseIdSchema,
  claim: z.number().int(),
  version: z.number().int().default(0),
});
