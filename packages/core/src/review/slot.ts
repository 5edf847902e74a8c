/** A review slot: one wanted review of a case, with the people tried for it and what the present one filed. */
import * as z from "zod";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

export const slotSchema = z.object({
  caseId: caseIdSchema,
  /** `r1`, `r2`, … */
  slot: z.string(),
  attempt: z.number().int().min(1),
  /** Grows with each replacement. */
  round: z.number().int().min(1),
  reviewerId: personIdSchema.optional(),
  reviewerPark: z.string().optional(),
  status: z.enum(["planned", "invited", "accepted", "filed", "declined", "conflicted", "set-aside", "unfilled"]),
  /** Everyone tried before, with why they left. */
  tried: z.array(z.object({ personId: personIdSchema, reason: z.string(), at: instantSchema })),
  soft: z.array(z.string()),
  declaredAt: instantSchema.optional(),
  filedAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Slot = z.infer<typeof slotSchema>;
