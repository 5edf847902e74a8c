/** A private thread on a case: between one paying park and one other side, or a park's own notes. */
import * as z from "zod";
import { caseIdSchema, messageIdSchema, type PersonId, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/** The side that is not the park. `notes`: nobody, the park writes for itself. */
export const sideSchema = z.enum(["applicant", "provider", "reviewer", "notes"]);
export type Side = z.infer<typeof sideSchema>;

/** Which thread: of one park with one side, and of reviewers with one person. */
export const threadNameSchema = z.object({
  parkId: z.string().min(1).max(40),
  side: sideSchema,
  /** The reviewer, where the side is one. */
  reviewerId: personIdSchema.optional(),
});
export type ThreadName = z.infer<typeof threadNameSchema>;

export const messageSchema = z.object({
  caseId: caseIdSchema,
  thread: z.string(),
  messageId: messageIdSchema,
  parkId: z.string(),
  side: sideSchema,
  reviewerId: personIdSchema.optional(),
  from: z.enum(["park", "other"]),
  text: z.string().min(1).max(4000),
  by: personIdSchema,
  at: instantSchema,
  version: z.number().int().default(0),
});
export type Message = z.infer<typeof messageSchema>;

/** How far a person has read a thread. */
export const readMarkSchema = z.object({
  caseId: caseIdSchema,
  thread: z.string(),
  personId: personIdSchema,
  /** The latest message that they have seen. */
  messageId: messageIdSchema,
  version: z.number().int().default(0),
});
export type ReadMark = z.infer<typeof readMarkSchema>;

export function threadKey({ parkId, side, reviewerId }: ThreadName): string {
  return side === "reviewer" && reviewerId !== undefined ? `${parkId}:${side}:${reviewerId}` : `${parkId}:${side}`;
}

/** Messages of others that come after what the person has read; ids are in order of writing. */
export function unreadOf(messages: readonly Message[], mark: ReadMark | undefined, personId: PersonId): Message[] {
  return messages.filter(({ by, messageId }) => by !== personId && messageId > (mark?.messageId ?? ""));
}
