/** The voucher: number, value, validity, who accepted the terms, and what is left of the award. */
import * as z from "zod";
import { followUpSchema } from "../follow-up/question.ts";
import { caseIdSchema, organisationIdSchema, personIdSchema, voucherIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";
import { ledgerKeySchema } from "../ledger/posting.ts";
import type { Change } from "../port/store.ts";
import { agreedScopeSchema, scopeChangeSchema } from "./scope.ts";

export const voucherSchema = z.object({
  caseId: caseIdSchema,
  voucherId: voucherIdSchema,
  /** For people: the case's reference with `-W`. */
  number: z.string(),
  value: moneySchema,
  left: moneySchema,
  /** Of one that moved in: what was paid of it elsewhere, in no claim here. Absent where nothing was. */
  paidBefore: moneySchema.optional(),
  /** Percent of the accepted cost that it pays, as its call said at its issue; read through `intensityOf`. */
  intensity: z.number().min(1).max(100).optional(),
  applicantId: organisationIdSchema,
  providerId: organisationIdSchema,
  issuedAt: instantSchema,
  /** Last instant of validity; a report is taken for 30 days after it. */
  expires: instantSchema,
  accepted: z.array(z.object({ party: z.enum(["applicant", "provider"]), by: personIdSchema, at: instantSchema })),
  /** A manager wants the voucher cancelled; it is, once an approver says so too. */
  cancellation: z
    .object({
      by: personIdSchema,
      at: instantSchema,
      reasons: z.string().min(1).max(2000),
      approvedBy: personIdSchema.optional(),
      /** What each key took back with it, minor units. */
      given: z.array(z.object({ ledger: ledgerKeySchema, amount: z.number().int().positive() })).optional(),
    })
    .optional(),
  /** Each time a manager stopped the use; the last may still stand. Its days are added to the validity. */
  suspensions: z
    .array(
      z.object({
        by: personIdSchema,
        at: instantSchema,
        reasons: z.string().min(1).max(2000),
        resumed: z.object({ by: personIdSchema, at: instantSchema }).optional(),
      }),
    )
    .optional(),
  /** What the company was asked after redemption, and answered. */
  followUps: z.array(followUpSchema).optional(),
  /** The one extension; in force once `confirmedBy` is there. */
  extension: z
    .object({
      months: z.number().int().min(1).max(6),
      reasons: z.string().min(1).max(2000),
      by: personIdSchema,
      at: instantSchema,
      confirmedBy: personIdSchema.optional(),
    })
    .optional(),
  /** Another value that a manager wants; it counts once an approver of every paying park says so too. */
  valueChange: z
    .object({
      value: moneySchema,
      reasons: z.string().min(1).max(2000),
      by: personIdSchema,
      at: instantSchema,
      /** `hashOfValue`; absent on proposals of earlier versions, which are made anew. */
      contentHash: z.string().optional(),
      approved: z.array(z.object({ parkId: z.string(), by: personIdSchema, at: instantSchema })),
    })
    .optional(),
  /** Another description of the service that waits for a party's word or for the park's. */
  scopeChange: scopeChangeSchema.optional(),
  /** Each description that was agreed; the last is in force instead of the offer's. */
  scopes: z.array(agreedScopeSchema).optional(),
  /** What was proposed and came to nothing, the latest last; staff only. */
  changesRefused: z
    .array(
      z.object({
        change: z.enum(["value", "cancellation", "extension", "scope"]),
        by: personIdSchema,
        at: instantSchema,
        reasons: z.string().min(1).max(2000),
        outcome: z.enum(["refused", "taken-back"]),
      }),
    )
    .max(20)
    .optional(),
  /** Each time the value was changed, with what it was before; the latest last. */
  valuesBefore: z
    .array(
      z.object({
        value: moneySchema,
        at: instantSchema,
        by: personIdSchema,
        approvedBy: z.array(personIdSchema),
        /** What each key took back where it was lowered, minor units. */
        given: z.array(z.object({ ledger: ledgerKeySchema, amount: z.number().int().positive() })),
      }),
    )
    .optional(),
  version: z.number().int().default(0),
});
export type Voucher = z.infer<typeof voucherSchema>;

/** Percent of the accepted cost that the voucher pays. A call amended later changes nothing; vouchers from before it was kept follow their call. */
export function intensityOf({ intensity }: Pick<Voucher, "intensity">, call: { readonly intensity: number }): number {
  return intensity ?? call.intensity;
}

/** Whatever follows from its validity or value is decided anew where that has changed meanwhile. */
export function voucherStands({ caseId, version }: Voucher): Change {
  return { op: "check", name: "voucher", key: { caseId }, when: { version } };
}
