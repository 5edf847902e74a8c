/** A merge of two records of one organisation: who proposed it on what they saw, who confirmed it, how far it is. */
import * as z from "zod";
import { idSchema, organisationIdSchema, personIdSchema } from "../../kernel/id.ts";
import { instantSchema } from "../../kernel/instant.ts";

export const mergeIdSchema = idSchema("mrg");
export type MergeId = z.infer<typeof mergeIdSchema>;

export const mergeSchema = z.object({
  mergeId: mergeIdSchema,
  /** The record that stays. */
  keptId: organisationIdSchema,
  /** The duplicate, which only points to the kept one afterwards. */
  mergedId: organisationIdSchema,
  /** As they were called when it was proposed. */
  keptName: z.string(),
  mergedName: z.string(),
  /** The versions that were looked at: what changed since is looked at again. */
  keptVersion: z.number().int().min(0),
  mergedVersion: z.number().int().min(0),
  /** `running`: aid, accounts and cases count as one; people are being joined. */
  state: z.enum(["proposed", "withdrawn", "running", "done"]),
  reason: z.string().min(1).max(500),
  proposedBy: personIdSchema,
  proposedAt: instantSchema,
  /** Who confirmed or withdrew it. */
  answeredBy: personIdSchema.optional(),
  answeredAt: instantSchema.optional(),
  endedAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Merge = z.infer<typeof mergeSchema>;

/** Duplicates that one organisation takes up, and organisations linked with either, so that a merge is one commit. */
export const mergedMost = 15;
