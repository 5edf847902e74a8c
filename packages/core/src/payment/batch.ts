/** Payment orders and the batches in which a park sends them to its bank. */
import * as z from "zod";
import { batchIdSchema, caseIdSchema, organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";
import { bankAccountSchema } from "../organisation/organisation.ts";

/** One amount one park owes one payee for one claim. Found by park while it waits, and by its case for ever. */
export const orderSchema = z.object({
  caseId: caseIdSchema,
  parkId: z.string(),
  claim: z.number().int().min(1),
  /** ISO 20022 EndToEndId, at most 35 characters, unique. */
  endToEndId: z.string().max(35),
  amount: moneySchema,
  payeeId: organisationIdSchema,
  status: z.enum(["waiting", "batched", "sent", "booked", "returned"]),
  batchId: batchIdSchema.optional(),
  bookedOn: z.string().optional(),
  bankReference: z.string().optional(),
  version: z.number().int().default(0),
});
export type Order = z.infer<typeof orderSchema>;

/** Finds the order behind an EndToEndId of a bank statement. */
export const orderRefSchema = z.object({
  endToEndId: z.string(),
  caseId: caseIdSchema,
  parkId: z.string(),
  claim: z.number().int(),
  version: z.number().int().default(0),
});
export type OrderRef = z.infer<typeof orderRefSchema>;

/** The queue of a park's finance officer: orders not yet sent. */
export const orderWaitingSchema = z.object({
  parkId: z.string(),
  endToEndId: z.string(),
  caseId: caseIdSchema,
  claim: z.number().int(),
  since: instantSchema,
  version: z.number().int().default(0),
});

export const batchSchema = z.object({
  parkId: z.string(),
  batchId: batchIdSchema,
  currency: z.string().length(3),
  channel: z.string(),
  status: z.enum(["prepared", "released", "sent", "closed"]),
  orders: z.array(
    z.object({
      endToEndId: z.string(),
      caseId: caseIdSchema,
      claim: z.number().int(),
      payeeId: organisationIdSchema,
      payeeName: z.string(),
      amount: moneySchema,
      account: bankAccountSchema,
      remittance: z.string(),
    }),
  ),
  /** Control sum in minor units. */
  total: z.number().int(),
  executionDate: z.string(),
  preparedBy: personIdSchema,
  preparedAt: instantSchema,
  releasedBy: personIdSchema.optional(),
  releasedAt: instantSchema.optional(),
  sentAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Batch = z.infer<typeof batchSchema>;
