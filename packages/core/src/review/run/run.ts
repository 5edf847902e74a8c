/** The assignment of a whole call as one run (frozen question, answers by round, progress), and the items it is stored in. */
import * as z from "zod";
import { callIdSchema, caseIdSchema, idSchema, personIdSchema } from "../../kernel/id.ts";
import { instantSchema } from "../../kernel/instant.ts";
import { impossibleSchema } from "../review-plan.ts";
import { moveSchema, seatSchema, sheetSchema } from "../sheet.ts";

export const runIdSchema = idSchema("run");
export type RunId = z.infer<typeof runIdSchema>;

/** `ready` is the dry run: nobody was told anything yet. */
export const runStates = [
  "collecting",
  "solving",
  "ready",
  "impossible",
  "publishing",
  "published",
  "discarded",
] as const;

/** A rule of one case that a manager sets aside. */
export const runWaiverSchema = z.object({
  caseId: caseIdSchema,
  rule: z.string().min(1).max(80),
  reason: z.string().trim().min(1).max(1000),
});

export const runSchema = z.object({
  callId: callIdSchema,
  runId: runIdSchema,
  leadPark: z.string(),
  state: z.enum(runStates),
  startedBy: personIdSchema,
  startedAt: instantSchema,
  changedAt: instantSchema,
  publishedBy: personIdSchema.optional(),
  /** Cases in review when it began, in the order they are taken up; those whose reviewers are set already are passed over. */
  caseIds: z.array(caseIdSchema).max(2000),
  seats: z.number().int(),
  /** Hash of the seats and cases it began with. */
  hash: z.string(),
  seed: z.number().int(),
  /** Cases looked at, and those of them that want reviewers. */
  collected: z.number().int(),
  wanting: z.number().int(),
  /** Answers so far; each change of the moves asks again. */
  round: z.number().int(),
  moves: z.array(moveSchema).max(200),
  waived: z.array(runWaiverSchema).max(200),
  /** Cases whose reviewers were invited, and those that had moved on. */
  published: z.number().int(),
  skipped: z.number().int(),
  version: z.number().int().default(0),
});
export type Run = z.infer<typeof runSchema>;

export const runSeatSchema = seatSchema.extend({ terms: z.string(), taxonomy: z.array(z.string()) });

/** Reviewers of a run as they were when it began, so many to an item. */
export const seatsAnItem = 200;
export const runSeatsSchema = z.object({
  runId: runIdSchema,
  part: z.number().int(),
  seats: z.array(runSeatSchema),
  version: z.number().int().default(0),
});
export type RunSeats = z.infer<typeof runSeatsSchema>;

/** One case of a run. Expertise is matched when all are there, for how rare a term is depends on all. */
export const runSheetSchema = z.object({
  runId: runIdSchema,
  caseId: caseIdSchema,
  attempt: z.number().int(),
  /** `-` for a case without reviewers, else the slots that nobody fills. */
  slots: z.array(z.string()).min(1),
  sheet: sheetSchema,
  text: z.string(),
  sector: z.string().optional(),
  /** What became of it when the run was published. */
  outcome: z.enum(["invited", "case-moved", "already-planned", "reviewer-barred"]).optional(),
  version: z.number().int().default(0),
});
export type RunSheet = z.infer<typeof runSheetSchema>;

/** The answer to one round of the question. */
export const runAnswerSchema = z.object({
  runId: runIdSchema,
  round: z.number().int(),
  at: instantSchema,
  moves: runSchema.shape.moves,
  waived: runSchema.shape.waived,
  outcome: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("chosen"),
      /** Proved to be the least there is. */
      cost: z.number(),
      /** Newly chosen reviewers of each case, as positions of seats. */
      chosen: z.array(z.object({ caseId: caseIdSchema, seats: z.array(z.number().int()) })),
      /** Rules that the plan pays for, the dearest first. */
      rules: z.array(z.object({ caseId: caseIdSchema, rule: z.string(), price: z.number() })),
      /** Branches beyond the flow; 1: its prices alone are the proof. */
      branches: z.number().int(),
    }),
    impossibleSchema
      .omit({ kind: true })
      .extend({ kind: z.literal("impossible"), binding: impossibleSchema.shape.kind }),
  ]),
  version: z.number().int().default(0),
});
export type RunAnswer = z.infer<typeof runAnswerSchema>;
