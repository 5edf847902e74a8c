/** The ranking that a call's decisions rest on, as it was frozen, and the panel's votes on its exact ties. */
import * as z from "zod";
import { callIdSchema, caseIdSchema, personIdSchema } from "../../kernel/id.ts";
import { instantSchema } from "../../kernel/instant.ts";

/** What put a case before those with the same mean; absent where its mean alone did. */
export const tieBreakSchema = z.enum(["criteria", "vote", "draw"]);
export type TieBreak = z.infer<typeof tieBreakSchema>;

export const frozenEntrySchema = z.object({
  caseId: caseIdSchema,
  reference: z.string(),
  /** From 1; absent where no review assessed anything. */
  rank: z.number().int().min(1).optional(),
  /** Percent, two decimals half up. */
  mean: z.number().optional(),
  /** Mean mark per criterion, in the order of the call's rubric; null where nobody assessed it. */
  marks: z.array(z.number().nullable()),
  by: tieBreakSchema.optional(),
});
export type FrozenEntry = z.infer<typeof frozenEntrySchema>;

/** Why a version does not count any more: a review in it was set aside, or two managers said so. */
export const supersededSchema = z.discriminatedUnion("cause", [
  z.object({ cause: z.literal("conflict"), at: instantSchema, caseId: caseIdSchema, slot: z.string() }),
  z.object({
    cause: z.literal("managers"),
    at: instantSchema,
    reason: z.string(),
    by: personIdSchema,
    confirmedBy: personIdSchema,
  }),
]);
export type Superseded = z.infer<typeof supersededSchema>;

export const frozenRankingSchema = z.object({
  callId: callIdSchema,
  /** Number of the version, from 1. */
  round: z.number().int().min(1),
  at: instantSchema,
  by: personIdSchema,
  /** SHA-256 over entries and votes: what a decision names. */
  hash: z.string(),
  /** Hash of the scores that it rests on; a draw is seeded by it. */
  scores: z.string(),
  /** Best first; at most some 2,000 cases (300 KB). */
  entries: z.array(frozenEntrySchema),
  /** Absent while it counts. */
  superseded: supersededSchema.optional(),
  version: z.number().int().default(0),
});
export type FrozenRanking = z.infer<typeof frozenRankingSchema>;

/** A recorded vote of the panel on cases that mean and criteria leave equal. */
export const tieVoteSchema = z.object({
  callId: callIdSchema,
  /** Hash of the tied cases: another set, another vote. */
  tieId: z.string(),
  votes: z.array(z.object({ caseId: caseIdSchema, votes: z.number().int().min(0).max(99) })).min(2),
  /** Members of the panel who were in the room. */
  present: z.number().int().min(1).max(99),
  reasons: z.string().max(2000),
  by: personIdSchema,
  at: instantSchema,
  version: z.number().int().default(0),
});
export type TieVote = z.infer<typeof tieVoteSchema>;
