/** A question that somebody puts about a call in public, and what the park answered: one entity each, beside the queue of those that wait. */
import * as z from "zod";
import type { Call } from "../call/call.ts";
import { windowOf } from "../call/call-window.ts";
import { callIdSchema, idSchema, personIdSchema } from "../kernel/id.ts";
import { type Instant, instantSchema } from "../kernel/instant.ts";
import type { NetworkFile } from "../network/network-file.ts";
import { languageSchema, personSchema } from "../person/person.ts";
import { clockOfPark, spanEnd } from "../task/due.ts";
import type { Span } from "../task/kind.ts";

export const enquiryIdSchema = idSchema("enq");
export type EnquiryId = z.infer<typeof enquiryIdSchema>;

export const questionText = z.string().trim().min(10).max(1000);

/** What is told in one language: the question as the park words it, where it is published, and the answer or the reason. */
export const enquiryTextSchema = z.strictObject({
  question: z.string().trim().min(1).max(1000).optional(),
  answer: z.string().trim().min(1).max(3000),
});
export const enquiryTextsSchema = z.partialRecord(languageSchema, enquiryTextSchema);
export type EnquiryTexts = z.infer<typeof enquiryTextsSchema>;

export const enquiryOutcomeSchema = z.enum(["published", "private", "declined"]);
export type EnquiryOutcome = z.infer<typeof enquiryOutcomeSchema>;

/** More often than this something else is wrong: the call is amended. */
export const correctionsMost = 5;

export const enquirySchema = z.object({
  callId: callIdSchema,
  enquiryId: enquiryIdSchema,
  status: z.enum(["open", ...enquiryOutcomeSchema.options]),
  /** Of the asker: the mail with the answer is written in it. */
  language: languageSchema,
  /** As it was asked. Never published: the park words what is. */
  question: z.string(),
  /** Where the answer goes; shown to nobody, and forgotten once it went. */
  email: personSchema.shape.email.optional(),
  askedAt: instantSchema,
  due: instantSchema,
  texts: enquiryTextsSchema.optional(),
  answeredAt: instantSchema.optional(),
  answeredBy: personIdSchema.optional(),
  /** What was published before, each with when and by whom it was replaced. */
  corrections: z
    .array(z.object({ texts: enquiryTextsSchema, at: instantSchema, by: personIdSchema }))
    .max(correctionsMost)
    .optional(),
  version: z.number().int().default(0),
});
export type Enquiry = z.infer<typeof enquirySchema>;

/** The queue of a park's managers: what nobody has answered yet. */
export const enquiryWaitingSchema = z.object({
  parkId: z.string(),
  callId: callIdSchema,
  enquiryId: enquiryIdSchema,
  askedAt: instantSchema,
  due: instantSchema,
  version: z.number().int().default(0),
});
export type EnquiryWaiting = z.infer<typeof enquiryWaitingSchema>;

/** Working days from the question: answered by then, and who is told while it is not. */
const dueAfter: Span = { wd: 5 };
export const enquirySteps = [
  { told: "managers", after: { wd: 3 } },
  { told: "substitutes", after: { wd: 8 } },
  { told: "secretaries", after: { wd: 13 } },
  // A quarter of a year: who asked has found out otherwise, and their address is kept for nothing.
  { told: "nobody", after: { wd: 65 } },
] as const satisfies readonly { told: string; after: Span }[];

const endOf = (network: NetworkFile, parkId: string, askedAt: Instant, span: Span) =>
  spanEnd(network, askedAt, span, clockOfPark(network, parkId));

/** The end of the fifth working day of the park. */
export function enquiryDue(network: NetworkFile, parkId: string, askedAt: Instant): Instant {
  return endOf(network, parkId, askedAt, dueAfter);
}

/** When step `nth` (0 = first) comes; undefined after the last. */
export function enquiryStepAt(
  network: NetworkFile,
  parkId: string,
  askedAt: Instant,
  nth: number,
): Instant | undefined {
  const step = enquirySteps[nth];
  return step === undefined ? undefined : endOf(network, parkId, askedAt, step.after);
}

/** Where what happens to a call's enquiries is written down; the call's own history stays short. */
export const enquiryStream = (callId: Enquiry["callId"]) => `enquiries:${callId}`;

/** Until the call takes no applications any more. */
export function takesQuestions(call: Call, now: Instant): boolean {
  return ["not-yet", "open"].includes(windowOf(call, now));
}
