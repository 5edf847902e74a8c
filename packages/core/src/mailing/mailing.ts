/** One letter of a park to many applicants as one run: the words, who gets them as it was previewed, and what became of each case. */
import * as z from "zod";
import { caseIdSchema, idSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { type Language, languageSchema } from "../person/person.ts";

export const mailingIdSchema = idSchema("mlg");
export type MailingId = z.infer<typeof mailingIdSchema>;

/** Cases of one mailing; more are narrowed by the filters, or written to in turns. */
export const mailingCasesMost = 200;
/** Mailings of one person within 24 hours. */
export const mailingsMost = 5;

/** A subject ends at its line: a header of a mail must not hold another. */
const oneLine = /^[^\r\n]*$/;

export const mailingWordsSchema = z.partialRecord(
  languageSchema,
  z.object({
    subject: z.string().trim().min(1).max(120).regex(oneLine),
    text: z.string().trim().min(1).max(3000),
  }),
);
export type MailingWords = Partial<Record<Language, { subject: string; text: string }>>;

const mailingEntrySchema = z.object({
  caseId: caseIdSchema,
  reference: z.string(),
  /** Who was previewed: nobody who joins later is written to. */
  to: z.array(personIdSchema),
  /** It was still going on when the mailing was sent. */
  going: z.boolean(),
  /** `code` says why it was left out. */
  outcome: z.enum(["written", "left-out"]).optional(),
  code: z.string().optional(),
});

export const mailingSchema = z.object({
  parkId: z.string(),
  mailingId: mailingIdSchema,
  state: z.enum(["running", "done"]),
  /** In whose name each case is written to. */
  startedBy: personIdSchema,
  startedAt: instantSchema,
  words: mailingWordsSchema,
  /** Of words, cases and people, as they were previewed. */
  hash: z.string(),
  cases: z.array(mailingEntrySchema),
  version: z.number().int().default(0),
});
export type Mailing = z.infer<typeof mailingSchema>;
