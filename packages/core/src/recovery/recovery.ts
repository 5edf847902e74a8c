/** Money that a park wants back from whom it paid: how much, why, and what has come of it. */
import * as z from "zod";
import { daySchema } from "../kernel/day.ts";
import { caseIdSchema, organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";
import { ledgerKeySchema } from "../ledger/posting.ts";

export const recoverySchema = z.object({
  caseId: caseIdSchema,
  /** Counts up within the case. */
  recovery: z.number().int().min(1),
  parkId: z.string(),
  /** The key that had paid it out. */
  ledger: ledgerKeySchema,
  debtorId: organisationIdSchema,
  amount: moneySchema,
  reasons: z.string().min(1).max(2000),
  status: z.enum(["asked", "received", "cancelled", "written-off"]),
  /** Last day on which it is to be paid. */
  due: daySchema,
  askedBy: personIdSchema,
  askedAt: instantSchema,
  /** What came in, minor units, by the bank's day. */
  received: z.array(
    z.object({
      amount: z.number().int().positive(),
      bookedOn: daySchema,
      by: personIdSchema,
      /** The bank's own; absent of what was entered before it was asked. */
      bankReference: z.string().optional(),
    }),
  ),
  /** Redress was right in part: what was asked before. */
  lowered: z.object({ from: moneySchema, by: personIdSchema, at: instantSchema, reasons: z.string() }).optional(),
  cancelled: z.object({ by: personIdSchema, at: instantSchema, reasons: z.string() }).optional(),
  /** When its finance was asked to see to it: its day had passed. Gone again while redress against it is examined. */
  chasedAt: instantSchema.optional(),
  /** It is irrecoverable once two approvers say so. */
  writeOff: z
    .object({ reasons: z.string(), by: z.array(z.object({ personId: personIdSchema, at: instantSchema })) })
    .optional(),
  version: z.number().int().default(0),
});
export type Recovery = z.infer<typeof recoverySchema>;

/** What is still owed, minor units. */
export function owedOf({ status, amount, received }: Recovery): number {
  return status === "asked" ? amount.amount - received.reduce((sum, one) => sum + one.amount, 0) : 0;
}
