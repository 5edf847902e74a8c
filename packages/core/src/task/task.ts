/** A human task: one wanted answer, with who may give it, until when, and the token of the workflow that waits for it. */
import * as z from "zod";
import { caseIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { askedSchema } from "./asked.ts";

/** Same key, same task: after a restart of the workflow the answered stay answered. */
export const taskKeySchema = z.object({
  caseId: caseIdSchema,
  workflow: z.enum(["voucher-selection", "voucher-use", "redress"]),
  attempt: z.number().int().min(1),
  /** The state of the workflow that waits. */
  state: z.string(),
  /** Park id, review slot or party; `-` where there is only one. */
  slot: z.string(),
  round: z.number().int().min(1),
});
export type TaskKey = z.infer<typeof taskKeySchema>;

export const taskKinds = [
  "screen",
  "renew-offer",
  "answer-question",
  "confirm-ineligible",
  "assign-reviewer",
  "declare",
  "review",
  "settle-scope",
  "await-ranking",
  "propose",
  "approve",
  "release",
  "give-statement",
  "accept",
  "use",
  "resume",
  "confirm-change",
  "confirm-service",
  "settle-dispute",
  "check-claim",
  "finance-check",
  "answer-query",
  "settle-refusal",
  "pay",
  "answer-kpi",
  "file-slip",
  "pay-again",
  "answer-account",
  "ask-back",
  "chase-recovery",
  "admit-redress",
  "decide-redress",
] as const;
export const taskKindSchema = z.enum(taskKinds);
export type TaskKind = z.infer<typeof taskKindSchema>;

/** Who may answer: a role in a park, one person, or members of an organisation. */
export const holderSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("role"),
    role: z.enum(["manager", "approver", "finance", "redress"]),
    parkId: z.string(),
    /** Only of whoever holds it for a time from another park: the park itself has an interest in the case. */
    apart: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal("person"), personId: z.templateLiteral(["per_", z.string()]) }),
  z.object({ kind: z.literal("organisation"), organisationId: z.templateLiteral(["org_", z.string()]) }),
]);
export type Holder = z.infer<typeof holderSchema>;

/** `role:manager:limburg`, `person:per_…`, `organisation:org_…`: the key of the index by holder. */
export function holderText(holder: Holder): string {
  if (holder.kind === "role") return `role:${holder.role}:${holder.parkId}`;
  return holder.kind === "person" ? `person:${holder.personId}` : `organisation:${holder.organisationId}`;
}

export const taskStatusSchema = z.enum(["open", "answered", "timed-out", "cancelled", "superseded"]);

export const taskSchema = taskKeySchema.extend({
  ...askedSchema.shape,
  kind: taskKindSchema,
  holder: holderSchema,
  status: taskStatusSchema,
  opened: instantSchema,
  due: instantSchema,
  /** Instants still to come, ascending. */
  reminders: z.array(instantSchema),
  escalations: z.array(instantSchema),
  /** When silence becomes an answer; absent if it never does. */
  timeOut: instantSchema.optional(),
  /** Earliest of reminders, escalations and time-out; absent once closed or when nothing is left. */
  nextAt: instantSchema.optional(),
  remindersSent: z.number().int().min(0),
  escalated: z.number().int().min(0),
  /** Hash of the content this task asks about. */
  contentHash: z.string().optional(),
  /** What the person must know to answer: small facts for the page. */
  facts: z.record(z.string(), z.unknown()),
  /** Secret of the router; never leaves the server. */
  token: z.string().optional(),
  execution: z.string().optional(),
  entered: z.string().optional(),
  retry: z.number().int().optional(),
  /** What the workflow is told: `{ outcome: "eligible" }` and small facts. */
  answer: z.record(z.string(), z.unknown()).optional(),
  by: z.string().optional(),
  at: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type Task = z.infer<typeof taskSchema>;

/** The key alone, for changes and effects. */
export function taskKeyOf(task: TaskKey): TaskKey {
  const { caseId, workflow, attempt, state, slot, round } = task;
  return { caseId, workflow, attempt, state, slot, round };
}

/** `screen~voucher-selection~1~Screen~-~1`-like path segment that names a task below its case in a URL. */
export function taskPath(key: TaskKey): string {
  return [key.workflow, key.attempt, key.state, key.slot, key.round].join("~");
}
