/** A published change of a call: proposed by one manager, published by another, numbered, and told to everybody whom it concerns. */
import * as z from "zod";
import { callIdSchema, caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { languageSchema } from "../person/person.ts";
import { changeSchema } from "./change-schema.ts";

/** Why the call is changed, in each of its languages. */
export const amendmentReasonSchema = z.partialRecord(languageSchema, z.string().trim().min(1).max(1000));

/** A field of the call as it was and as it is; absent where it is not set. */
export const fieldChangeSchema = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
export type FieldChange = z.infer<typeof fieldChangeSchema>;

export const amendmentSchema = z.object({
  callId: callIdSchema,
  /** Counts from 1; withdrawn ones keep their number. */
  number: z.number().int().min(1),
  status: z.enum(["proposed", "published", "withdrawn"]),
  change: changeSchema,
  changes: z.array(fieldChangeSchema).min(1),
  reason: amendmentReasonSchema,
  proposedBy: personIdSchema,
  proposedAt: instantSchema,
  endedBy: personIdSchema.optional(),
  /** When it was published or withdrawn. */
  endedAt: instantSchema.optional(),
  /** The last case whose applicant was told; they are told in the order of case ids. */
  toldUpTo: caseIdSchema.optional(),
  /** When all of them were told. */
  toldAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Amendment = z.infer<typeof amendmentSchema>;
