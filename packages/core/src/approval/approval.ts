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
  /** Set when what was approved changed: kept, no longer counted. */
  invalidatedAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Approval = z.infer<typeof approvalSchema>;
