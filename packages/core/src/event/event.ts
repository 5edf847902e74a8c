/** What happened, append-only: ids and facts of record, never names, so that erasure keeps the chain. */
import * as z from "zod";
import { caseIdSchema, eventIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/** What the actor said about interests when they acted: none, but for SOFT ties that were known. */
export const statementSchema = z.object({
  noInterest: z.literal(true),
  soft: z.array(z.object({ organisationId: z.string(), kind: z.string() })).optional(),
});
export type Statement = z.infer<typeof statementSchema>;

export const eventSchema = z.object({
  /** The stream: a case id, or `network` | `call:<id>` | `budget:<key>` | `batch:<id>` | `person:<id>`. */
  stream: z.string(),
  eventId: eventIdSchema,
  at: instantSchema,
  /** `noun.happened`, e.g. `application.submitted`. */
  type: z.string(),
  /** Person id or `system:sweep`. */
  actor: z.string(),
  verb: z.string(),
  caseId: caseIdSchema.optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  facts: z.record(z.string(), z.unknown()),
  statement: statementSchema.optional(),
  /** Set by the sealer: hash over the previous seal and this event. */
  seal: z.string().optional(),
  sequence: z.number().int().optional(),
  version: z.number().int().default(0),
});
export type Event = z.infer<typeof eventSchema>;

/** An event as a decision states it; id, time, actor and verb are added by `perform`. */
export interface EventDraft {
  stream: string;
  type: string;
  caseId?: Event["caseId"];
  from?: string;
  to?: string;
  facts?: Record<string, unknown>;
}
