/** A request for redress: one against each decision that was told, with what became of it (domain §9). */
import * as z from "zod";
import { personIdSchema, redressIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";

/** Procedural only: whether the decision is liked is no ground. */
export const redressGrounds = ["rule-misapplied", "fact-overlooked", "conflict-missed"] as const;

const answerSchema = z.object({ reasons: z.string().max(4000), by: personIdSchema, at: instantSchema });

/** The decisions that can be asked about (domain §9). */
export const redressAgainst = [
  "rejection",
  "ineligibility",
  "claim-refusal",
  "claim-cut",
  "cancellation",
  "lowering",
  "recovery",
] as const;

export const redressSchema = z.object({
  redressId: redressIdSchema,
  against: z.enum(redressAgainst),
  /** The claim whose refusal or cut is asked about. */
  claim: z.number().int().optional(),
  /** The recovery that is asked about. */
  recovery: z.number().int().optional(),
  /** Who asked; absent: the applicant. */
  party: z.enum(["applicant", "provider"]).optional(),
  /** Attempt whose decision is asked about. */
  attempt: z.number().int().min(1),
  ground: z.enum(redressGrounds),
  reasons: z.string().min(1).max(4000),
  by: personIdSchema,
  at: instantSchema,
  /** `asked` and `admitted` wait for the redress officer; the others are final. */
  status: z.enum(["asked", "admitted", "inadmissible", "upheld", "partly", "rejected"]),
  admission: answerSchema.optional(),
  /** `amount`: what is looked at anew of a cut at most, or what a recovery still comes to. */
  outcome: answerSchema.extend({ amount: moneySchema.optional() }).optional(),
  /** Restarts of its workflow, where the voucher's own goes on beside it; absent: the case counts them. */
  restarts: z.number().int().min(0).optional(),
});
export type Redress = z.infer<typeof redressSchema>;

/** It still waits for the officer. */
export function isPending(redress: Pick<Redress, "status"> | undefined): boolean {
  return redress?.status === "asked" || redress?.status === "admitted";
}
