/** One small row per case and paying park: what lists show, filter, sort and count. */
import * as z from "zod";
import { caseStatusSchema } from "../application/case.ts";
import { callIdSchema, caseIdSchema, organisationIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

export const rowSchema = z.object({
  parkId: z.string(),
  callId: callIdSchema,
  caseId: caseIdSchema,
  reference: z.string(),
  title: z.string(),
  applicantId: organisationIdSchema,
  applicant: z.string(),
  provider: z.string().optional(),
  providerPark: z.string().optional(),
  status: caseStatusSchema,
  since: instantSchema,
  /** Of an ended case: since when nothing can come of it any more. */
  closedAt: instantSchema.optional(),
  submittedAt: instantSchema.optional(),
  /** By when the decision was promised, while there is none. */
  decisionBy: instantSchema.optional(),
  requested: z.number().int().optional(),
  awarded: z.number().int().optional(),
  currency: z.string().optional(),
  /** Soonest due of the open tasks and who holds them; filled by `refresh-row`. */
  due: instantSchema.optional(),
  holders: z.array(z.string()),
  version: z.number().int().default(0),
});
export type Row = z.infer<typeof rowSchema>;

/** Which cases an organisation takes part in (applicant or provider): the list behind "my cases". */
export const partyCaseSchema = z.object({
  organisationId: organisationIdSchema,
  caseId: caseIdSchema,
  part: z.enum(["applicant", "provider"]),
  version: z.number().int().default(0),
});
export type PartyCase = z.infer<typeof partyCaseSchema>;
