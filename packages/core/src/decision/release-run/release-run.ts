/** The release of many decisions of a call as one run: which cases, as they were previewed, and what became of each. */
import * as z from "zod";
import { callIdSchema, caseIdSchema, idSchema, personIdSchema } from "../../kernel/id.ts";
import { instantSchema } from "../../kernel/instant.ts";

export const releaseRunIdSchema = idSchema("rel");
export type ReleaseRunId = z.infer<typeof releaseRunIdSchema>;
export const releasesMost = 200;

/** `refused`: it had changed, or a rule was against it, named by `code`; it waits to be released by itself. */
export const releaseOutcomeSchema = z.enum(["released", "rejected", "condition", "back", "refused"]);
export type ReleaseOutcome = z.infer<typeof releaseOutcomeSchema>;

export const releaseEntrySchema = z.object({
  caseId: caseIdSchema,
  reference: z.string(),
  /** Hash of the proposal that the releaser saw. */
  hash: z.string(),
  outcome: releaseOutcomeSchema.optional(),
  code: z.string().optional(),
  at: instantSchema.optional(),
});
export type ReleaseEntry = z.infer<typeof releaseEntrySchema>;

export const releaseRunSchema = z.object({
  callId: callIdSchema,
  runId: releaseRunIdSchema,
  leadPark: z.string(),
  state: z.enum(["running", "done"]),
  /** In whose name each case is released. */
  startedBy: personIdSchema,
  startedAt: instantSchema,
  changedAt: instantSchema,
  cases: z.array(releaseEntrySchema).min(1).max(releasesMost),
  version: z.number().int().default(0),
});
export type ReleaseRun = z.infer<typeof releaseRunSchema>;
