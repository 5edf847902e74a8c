/** A review as its reviewer wrote it. Confidential: read by the view and the scoring only. */
import * as z from "zod";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/** `not-assessable` and `out-of-scope` are answers of their own and never count as zero. */
export const markSchema = z.object({
  criterion: z.string(),
  score: z.union([z.number().min(0).max(10), z.literal("not-assessable"), z.literal("out-of-scope")]),
  toApplicant: z.string().max(4000),
  toPark: z.string().max(4000),
  /** What the applicant reads instead of `toApplicant`, by whom of the park and why; the reviewer's words stay. */
  redacted: z
    .object({ text: z.string().max(4000), reason: z.string().max(1000), by: personIdSchema, at: instantSchema })
    .optional(),
});
/** What a reviewer writes: only the park redacts. */
export const writtenMarkSchema = markSchema.omit({ redacted: true });
export type Mark = z.infer<typeof markSchema>;

export const reviewSchema = z.object({
  caseId: caseIdSchema,
  slot: z.string(),
  attempt: z.number().int().min(1),
  reviewerId: personIdSchema,
  status: z.enum(["draft", "filed", "set-aside"]),
  marks: z.array(markSchema),
  confidence: z.number().int().min(1).max(3),
  savedAt: instantSchema,
  filedAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Review = z.infer<typeof reviewSchema>;
