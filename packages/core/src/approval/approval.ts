/** One park's answer to a proposal, bound to the content it was given for. */
import * as z from "zod";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

export const approvalSchema = z.object({
  caseId: caseIdSchema,
  attempt: z.number().int().min(1),
  round: z.number().int().min(1),
  parkId: z.string(),
  answer: z.enum(["approve", "decline", "ask"]),
  reason: z.string().max(2000),
  contentHash: z.string(),
  by: personIdSchema,
  at: instantSchema,
  /** Whose answer it was, where a colleague handed it over. */
  instead: personIdSchema.optional(),
  /** They hold the role as substitute: nobody handed them the answer. */
  substitute: z.literal(true).optional(),
  /** So many people of the park must approve (its policy for the amount). */
  needed: z.union([z.literal(1), z.literal(2)]).optional(),
  /** The second approver, where the policy needs two. */
  second: z
    .object({
      by: personIdSchema,
      at: instantSchema,
      instead: personIdSchema.optional(),
      substitute: z.literal(true).optional(),
    })
    .optional(),
  /** Set when what was approved changed: kept, no longer counted. */
  invalidatedAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Approval = z.infer<typeof approvalSchema>;

/** Whether as many people of the park have approved as its policy needs. */
export function isComplete(approval: Approval): boolean {
  return approval.answer === "approve" && (approval.needed !== 2 || approval.second !== undefined);
}
