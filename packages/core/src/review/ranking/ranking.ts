/** The calibrated scores of a call as they were last computed, with the hash of the scores they rest on. */
import * as z from "zod";
import { callIdSchema, caseIdSchema, personIdSchema } from "../../kernel/id.ts";
import { instantSchema } from "../../kernel/instant.ts";

/** From the better to the worse rank. */
const intervalSchema = z.tuple([z.number(), z.number()]);

export const rankingSchema = z.object({
  callId: callIdSchema,
  state: z.enum(["computing", "ready", "failed"]),
  /** Part done, 0 to 1. */
  part: z.number(),
  /** Hash of the scores; other scores, and it is out of date. */
  hash: z.string(),
  seed: z.number().int(),
  askedBy: personIdSchema,
  askedAt: instantSchema,
  readyAt: instantSchema.optional(),
  applications: z.array(
    z.object({
      caseId: caseIdSchema,
      expectedRank: z.number(),
      sucra: z.number(),
      interval50: intervalSchema,
      interval90: intervalSchema,
    }),
  ),
  assessors: z.array(
    z.object({
      personId: personIdSchema,
      scores: z.number().int(),
      /** Points below the panel; below 0 milder. */
      strictness: z.number(),
      interval50: intervalSchema,
      interval90: intervalSchema,
    }),
  ),
  /** Applications of each part of the panel; several: ranks between the parts stand on the model alone. */
  groups: z.array(z.number().int()),
  settled: z.boolean(),
  rankError: z.number().optional(),
  version: z.number().int().default(0),
});
export type Ranking = z.infer<typeof rankingSchema>;

/** Domain §9: fewer applications are not calibrated. */
export const calibratedFrom = 8;
