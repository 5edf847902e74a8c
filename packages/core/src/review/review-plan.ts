/** A choice of reviewers for one case as it was made: the whole question, so that why and why not can be told for ever, and its answer. */
import * as z from "zod";
import { caseIdSchema, idSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { seatSchema, sheetSchema } from "./sheet.ts";

export const planIdSchema = idSchema("pln");

/** Why there is no plan, in kinds and ids that a page puts into words, and in English. */
export const impossibleSchema = z.object({
  kind: z.enum(["too-few-eligible", "load", "least", "rule", "started", "rules-together"]),
  text: z.string(),
  /** Rules in the way, by key. */
  rules: z.array(z.string()),
  needed: z.number().int().optional(),
  available: z.number().int().optional(),
  /** The smallest change that mends it. */
  changes: z.array(
    z.object({
      kind: z.enum(["raise-most", "lower-least", "waive", "release-started", "want-fewer"]),
      reviewer: personIdSchema.optional(),
      case: caseIdSchema.optional(),
      rule: z.string().optional(),
      by: z.number().int(),
    }),
  ),
  mend: z.string(),
});
export type Impossible = z.infer<typeof impossibleSchema>;

export const reviewPlanSchema = z.object({
  caseId: caseIdSchema,
  attempt: z.number().int().min(1),
  planId: planIdSchema,
  at: instantSchema,
  /** `another`: the reviews were far apart. `again`: the manager asked for it. `lay`: a patient or lay member. */
  purpose: z.enum(["plan", "replace", "another", "again", "lay"]),
  /** The slot that is filled anew. */
  slot: z.string().optional(),
  seats: z.array(seatSchema),
  sheet: sheetSchema,
  seed: z.number().int(),
  outcome: z.discriminatedUnion("kind", [
    /** `cost`: of the whole plan with its loads; proved to be the least there is. */
    z.object({ kind: z.literal("chosen"), chosen: z.array(personIdSchema), cost: z.number() }),
    impossibleSchema
      .omit({ kind: true })
      .extend({ kind: z.literal("impossible"), binding: impossibleSchema.shape.kind }),
  ]),
  version: z.number().int().default(0),
});
export type ReviewPlan = z.infer<typeof reviewPlanSchema>;
