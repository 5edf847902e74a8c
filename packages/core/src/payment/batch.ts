/** Payment orders and the batches in which a park sends them to its bank. */
import * as z from "zod";
import { daySchema } from "../kernel/day.ts";
import { batchIdSchema, caseIdSchema, organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";
import { addressSchema, bankAccountSchema } from "../organisation/organisation.ts";

/** `payee`: what is paid out. `tax`: what was withheld of it, paid to the revenue authority on the payee's account. */
export const purposeSchema = z.enum(["payee", "tax"]).default("payee");

/** One amount one park owes one payee for one claim, or owes the revenue authority on its account. Found by park while it waits, and by its case for ever. */
export const orderSchema = z.object({
  caseId: caseIdSchema,
  parkId: z.string(),
  claim: z.number().int().min(1),
  purpose: purposeSchema,
  /** ISO 20022 EndToEndId, at most 35 characters, unique; another one for each sending. */
  endToEndId: z.string().max(35),
  amount: moneySchema,
  payeeId: organisationIdSchema,
  /** The budget year that owes it: what was accepted in a year stays in it until it is booked. */
  budgetYear: z.number().int(),
  /** `returned`: the money came back, or the bank rejected the payment; it waits to be sent again. */
  status: z.enum(["waiting", "batched", "sent", "booked", "returned"]),
  /** Grows with each return and each rejection. */
  sending: z.number().int().min(1).default(1),
  batchId: batchIdSchema.optional(),
  bookedOn: daySchema.optional(),
  bankReference: z.string().optional(),
  /** Last day on which the booking may still come back by the scheme's rules; absent once it is final. */
  returnableUntil: daySchema.optional(),
  returnedOn: daySchema.optional(),
  /** Earlier sendings that the bank was said to have rejected, and the batches that they stand in. */
  rejected: z.array(z.object({ endToEndId: z.string(), batchId: batchIdSchema })).optional(),
  version: z.number().int().default(0),
});
export type Order = z.infer<typeof orderSchema>;

/** Finds the order behind an EndToEndId of a bank statement. */
export const orderRefSchema = z.object({
  endToEndId: z.string(),
  caseId: caseIdSchema,
  parkId: z.string(),
  claim: z.number().int(),
  purpose: purposeSchema,
  version: z.number().int().default(0),
});
export type OrderRef = z.infer<typeof orderRefSchema>;

/** The queue of a park's finance officer: orders not yet sent. */
export const orderWaitingSchema = z.object({
  parkId: z.string(),
  endToEndId: z.string(),
  caseId: caseIdSchema,
  claim: z.number().int(),
  purpose: purposeSchema,
  since: instantSchema,
  version: z.number().int().default(0),
});

/** An order as it is sent: payee, address and account stay as they were checked. */
export const batchOrderSchema = z.object({
  endToEndId: z.string(),
  caseId: caseIdSchema,
  claim: z.number().int(),
  purpose: purposeSchema,
  payeeId: organisationIdSchema,
  payeeName: z.string(),
  address: addressSchema,
  amount: moneySchema,
  account: bankAccountSchema,
  remittance: z.string(),
});
export type BatchOrder = z.infer<typeof batchOrderSchema>;

export const batchSchema = z.object({
  parkId: z.string(),
  batchId: batchIdSchema,
  currency: z.string().length(3),
  channel: z.string(),
  status: z.enum(["prepared", "released", "sent", "discarded"]),
  orders: z.array(batchOrderSchema),
  /** Control sum in minor units. */
  total: z.number().int(),
  executionDate: daySchema,
  /** How many of its orders the bank has booked, less what it returned. */
  booked: z.number().int().min(0).default(0),
  preparedBy: personIdSchema,
  preparedAt: instantSchema,
  releasedBy: personIdSchema.optional(),
  releasedAt: instantSchema.optional(),
  sentBy: personIdSchema.optional(),
  sentAt: instantSchema.optional(),
  discardedBy: personIdSchema.optional(),
  /** Why a batch that was released already was taken back: its file may be out, so its payments wait under new references. */
  withdrawn: z.object({ reason: z.string(), at: instantSchema }).optional(),
  /** Payments of it that the bank rejected before it booked them, with its reason; kept whatever follows. */
  rejections: z
    .array(z.object({ endToEndId: z.string(), reason: z.string(), by: personIdSchema, at: instantSchema }))
    .optional(),
  version: z.number().int().default(0),
});
export type Batch = z.infer<typeof batchSchema>;

/** One commit writes every order of a batch, so that a sent line can stand in no other (80 items at most). */
export const ordersMost = 35;

/** Booked, and nothing may come back any more. */
export function isFinal(order: { status: string; returnableUntil?: string | undefined }): boolean {
  return order.status === "booked" && order.returnableUntil === undefined;
}
