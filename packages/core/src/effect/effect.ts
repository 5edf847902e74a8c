/** What must still be done in the world after a commit: written with it, done by one driver, harmless when done twice. */
import * as z from "zod";
import {
  callIdSchema,
  caseIdSchema,
  fileIdSchema,
  letterIdSchema,
  organisationIdSchema,
  personIdSchema,
} from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { taskKeySchema } from "../task/task.ts";

/** What is to be done. One member per handler in `effect/handler`. */
export const effectBodySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("send-letter"), stream: z.string(), letterId: letterIdSchema }),
  z.object({
    kind: z.literal("start-execution"),
    workflow: z.string(),
    executionName: z.string(),
    input: z.record(z.string(), z.unknown()),
  }),
  z.object({ kind: z.literal("stop-execution"), workflow: z.string(), executionName: z.string(), reason: z.string() }),
  z.object({ kind: z.literal("resolve-task"), task: taskKeySchema }),
  /** `failed` gave up, `lost` forgot a token: only if it is still the case's execution is there something to mend. */
  z.object({
    kind: z.literal("reconcile-case"),
    caseId: caseIdSchema,
    failed: z.string().optional(),
    lost: z.string().optional(),
  }),
  z.object({ kind: z.literal("apply-account"), organisationId: organisationIdSchema }),
  z.object({ kind: z.literal("confirm-booking"), endToEndId: z.string() }),
  z.object({
    kind: z.literal("ask-follow-up"),
    caseId: caseIdSchema,
    month: z.union([z.literal(6), z.literal(12), z.literal(24)]),
  }),
  /** Asks the provider of a case without a grant or a refusal whether its offer, which is about to run out, still stands. */
  z.object({ kind: z.literal("ask-offer-again"), caseId: caseIdSchema }),
  /** The day until which a recovery was to be paid may have passed. */
  z.object({ kind: z.literal("chase-recovery"), caseId: caseIdSchema, recovery: z.number().int().min(1) }),
  z.object({ kind: z.literal("carry-year"), parkId: z.string(), bookKey: z.string() }),
  /** Seal the stream's new events; for a case, recompute its rows too. */
  z.object({ kind: z.literal("tidy"), stream: z.string() }),
  /** Takes an assignment run one step on; each step asks for the next. */
  z.object({ kind: z.literal("advance-run"), callId: callIdSchema, runId: z.templateLiteral(["run_", z.string()]) }),
  /** Releases the decisions of a run, one by one. */
  z.object({
    kind: z.literal("advance-release"),
    callId: callIdSchema,
    runId: z.templateLiteral(["rel_", z.string()]),
  }),
  /** Computes a call's calibrated ranking for the scores of that hash. */
  z.object({ kind: z.literal("calibrate-call"), callId: callIdSchema, hash: z.string() }),
  /** Looks whether the call's next instant or its cases take it to another state; `wake` says why, and makes it once. */
  z.object({ kind: z.literal("advance-call"), callId: callIdSchema, wake: z.string() }),
  /** A question about a call was asked so many days ago; `step` says who is told if nobody has answered it. */
  z.object({
    kind: z.literal("remind-enquiry"),
    callId: callIdSchema,
    enquiryId: z.templateLiteral(["enq_", z.string()]),
    step: z.number().int().min(0),
  }),
  /** The ranking is frozen: every case that waited for it goes on. */
  z.object({ kind: z.literal("open-gate"), callId: callIdSchema, round: z.number().int() }),
  /** A version of the ranking counts no more: every case that rests on it, or is not proposed yet, goes back to the gate. */
  z.object({ kind: z.literal("shut-gate"), callId: callIdSchema, round: z.number().int() }),
  /** Asks the lead park's translation service for the words of a case that waits for them. */
  z.object({ kind: z.literal("translate-case"), caseId: caseIdSchema, attempt: z.number().int() }),
  /** It has answered: reviewers are chosen. */
  z.object({ kind: z.literal("plan-translated"), caseId: caseIdSchema, attempt: z.number().int() }),
  /** A reviewer's facts changed: the conflict rules are asked again for what they review. */
  z.object({ kind: z.literal("recheck-reviewer"), personId: personIdSchema }),
  /** A fact of an organisation changed by which they are computed: asked again for whoever reviews its cases. `wake` names the change. */
  z.object({ kind: z.literal("recheck-parties"), organisationId: organisationIdSchema, wake: z.string() }),
  /** Their interests changed: open tasks that they can no longer do are passed on. */
  z.object({ kind: z.literal("recheck-interests"), personId: personIdSchema }),
  /** The departments that they work in changed: asked again for whoever reviews a case of a large organisation of theirs. */
  z.object({ kind: z.literal("recheck-departments"), personId: personIdSchema }),
  /** Joins the people of two records of one organisation. */
  z.object({ kind: z.literal("advance-merge"), mergeId: z.templateLiteral(["mrg_", z.string()]) }),
  /** Takes over the next lines of an import. */
  z.object({
    kind: z.literal("advance-import"),
    parkId: z.string(),
    importId: z.templateLiteral(["imp_", z.string()]),
  }),
  /** Looks at a file in quarantine, and clears away what belongs to no file. */
  z.object({ kind: z.literal("tend-file"), caseId: caseIdSchema, fileId: fileIdSchema }),
  /** Looks at the age of a draft; each look asks for the next, `turn` counts them. */
  z.object({ kind: z.literal("tend-draft"), caseId: caseIdSchema, turn: z.number().int().min(1) }),
  /** Clears away what an erased draft left: the bytes of these files, its letters and messages. */
  z.object({ kind: z.literal("clear-draft"), caseId: caseIdSchema, fileIds: z.array(fileIdSchema) }),
  /** Tells the applicants of a call of an amendment, a bounded number at a time. */
  z.object({ kind: z.literal("tell-amendment"), callId: callIdSchema, number: z.number().int().min(1) }),
  /** Writes to the applicants of a mailing, one by one. */
  z.object({
    kind: z.literal("advance-mailing"),
    parkId: z.string(),
    mailingId: z.templateLiteral(["mlg_", z.string()]),
  }),
  /** Tells a person in one letter of the notices that were held for that day. */
  z.object({ kind: z.literal("send-digest"), personId: personIdSchema, day: z.string() }),
  /** Looks whether a case that ended at that instant can be closed; until it can, each look asks for the next. */
  z.object({ kind: z.literal("close-case"), caseId: caseIdSchema, since: instantSchema }),
  /** Stands for a stored body that this version of the code does not know; it is parked, never written. */
  z.object({ kind: z.literal("unreadable") }),
]);
export type EffectBody = z.infer<typeof effectBodySchema>;
export type EffectKind = EffectBody["kind"];

export const effectSchema = z.object({
  /** Always unique: a shared item in every commit of a case would make parallel answers collide. */
  effectId: z.string(),
  body: effectBodySchema.catch({ kind: "unreadable" }),
  createdAt: instantSchema,
  dueAt: instantSchema,
  attempts: z.number().int().min(0),
  lastError: z.string().optional(),
  parkedAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Effect = z.infer<typeof effectSchema>;

/** An effect as a decision states it. `dueAt` defaults to now. */
export interface EffectDraft {
  body: EffectBody;
  dueAt?: Effect["dueAt"];
}
