/** A review slot: one wanted review of a case, with the people tried for it and what the present one filed. */
import * as z from "zod";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

export const declarationSchema = z.object({
  outcome: z.enum(["accepted", "conflicted", "declined"]),
  reason: z.enum(["conflict", "expertise", "load", "time"]).optional(),
  note: z.string().max(1000).optional(),
});
export type Declaration = z.infer<typeof declarationSchema>;

export const slotSchema = z.object({
  caseId: caseIdSchema,
  /** `r1`, `r2`, … */
  slot: z.string(),
  attempt: z.number().int().min(1),
  /** Grows with each replacement. */
  round: z.number().int().min(1),
  /** The review of a patient or lay member, of the criteria meant for them. */
  lay: z.literal(true).optional(),
  reviewerId: personIdSchema.optional(),
  reviewerPark: z.string().optional(),
  status: z.enum(["planned", "invited", "accepted", "filed", "declined", "conflicted", "set-aside", "unfilled"]),
  /** When the present reviewer was asked. */
  askedAt: instantSchema.optional(),
  /** Everyone tried before, with why they left. */
  tried: z.array(
    z.object({
      personId: personIdSchema,
      reason: z.string(),
      at: instantSchema,
      /** What they wrote when they left. */
      note: z.string().optional(),
      /** They had declared no conflict, so the full text was open to them. */
      read: z.boolean().optional(),
    }),
  ),
  /** Names of the SOFT rules that the present reviewer falls under. */
  soft: z.array(z.string()),
  /** What the present reviewer declared; every earlier one stands in `tried`. */
  declaration: declarationSchema.optional(),
  declaredAt: instantSchema.optional(),
  filedAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Slot = z.infer<typeof slotSchema>;
