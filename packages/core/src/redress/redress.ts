/** A request for redress: one per case, against a decision that was told, with what became of it (domain §9). */
import * as z from "zod";
import { personIdSchema, redressIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/** Procedural only: whether the decision is liked is no ground. */
export const redressGrounds = ["rule-misapplied", "fact-overlooked", "conflict-missed"] as const;

const answerSchema = z.object({ reasons: z.string().max(4000), by: personIdSchema, at: instantSchema });

export const redressSchema = z.object({
  redressId: redressIdSchema,
  against: z.enum(["rejection", "ineligibility", "claim-refusal"]),
  /** The claim whose refusal is asked about. */
  claim: z.number().int().optional(),
  /** Attempt whose decision is asked about. */
  attempt: z.number().int().min(1),
  ground: z.enum(redressGrounds),
  reasons: z.string().min(1).max(4000),
  by: personIdSchema,
  at: instantSchema,
  /** `asked` and `admitted` wait for the redress officer; the others are final. */
  status: z.enum(["asked", "admitted", "inadmissible", "upheld", "partly", "rejected"]),
  admission: answerSchema.optional(),
  outcome: answerSchema.optional(),
});
export type Redress = z.infer<typeof redressSchema>;

/** It still waits for the officer. */
export function isPending(redress: Pick<Redress, "status"> | undefined): boolean {
  return redress?.status === "asked" || redress?.status === "admitted";
}
