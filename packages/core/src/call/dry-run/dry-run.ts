/** What somebody types while walking a draft as its applicant, provider and reviewer: sent along with each question, stored nowhere. */
import * as z from "zod";
import { offerContentSchema } from "../../application/offer.ts";
import { sectionIdSchema } from "../../application/section.ts";
import { fileBytesMost, filesPerCase } from "../../file/file.ts";
import { daySchema } from "../../kernel/day.ts";
import { fileIdSchema, organisationIdSchema } from "../../kernel/id.ts";
import { organisationKindSchema } from "../../organisation/organisation.ts";
import { languageSchema } from "../../person/person.ts";
import { saveReviewInput } from "../../review/save-review.ts";
import { declarationSchema } from "../../review/slot.ts";

const name = z.string().trim().min(1).max(80);

export const dryRunSchema = z.strictObject({
  /** Of the application, and of the letters that would be written. */
  language: languageSchema,
  /** What the invented people are called, in the reader's language; an organisation is called by its kind. */
  names: z.strictObject({ person: name, kinds: z.partialRecord(organisationKindSchema, name) }),
  /** The invented company that applies. */
  applicant: z.strictObject({
    kind: organisationKindSchema,
    country: z.string().regex(/^[A-Z]{2}$/),
    homePark: z.string().max(40).optional(),
    sector: z.string().max(60).optional(),
  }),
  sections: z.partialRecord(sectionIdSchema, z.record(z.string(), z.unknown())),
  /** One of the invented providers. */
  provider: organisationIdSchema.optional(),
  offer: z
    .discriminatedUnion("answer", [
      z.strictObject({ answer: z.literal("confirmed"), content: offerContentSchema, validUntil: daySchema.optional() }),
      z.strictObject({ answer: z.literal("declined") }),
    ])
    .optional(),
  /** Names and sizes; the bytes stay where they are. */
  documents: z
    .array(
      z.strictObject({
        fileId: fileIdSchema,
        slot: z.string().min(1).max(40),
        name: z.string().min(1).max(120),
        bytes: z.number().int().min(1).max(fileBytesMost),
      }),
    )
    .max(filesPerCase),
  sent: z.boolean(),
  /** Reviews as a patient or lay member. */
  lay: z.boolean(),
  declaration: declarationSchema.optional(),
  review: saveReviewInput.pick({ marks: true, confidence: true }).optional(),
  filed: z.boolean(),
});
export type DryRun = z.infer<typeof dryRunSchema>;

/** A step of the walk: what the draft refuses of it now is told, and refuses the request that does it. */
export const dryStepSchema = z.enum([
  ...sectionIdSchema.options,
  "provider",
  "offer",
  "documents",
  "send",
  "declare",
  "review",
  "file",
]);
export type DryStep = z.infer<typeof dryStepSchema>;

/** In whose place the manager looks. */
export const dryPartSchema = z.enum(["applicant", "provider", "reviewer"]);
export type DryPart = z.infer<typeof dryPartSchema>;

export const askDryRunSchema = z.strictObject({
  as: dryPartSchema,
  run: dryRunSchema,
  /** Draws the way ahead, in this language. */
  drawnIn: languageSchema.optional(),
  /** The step that was just taken. */
  doing: dryStepSchema.optional(),
});
export type AskDryRun = z.infer<typeof askDryRunSchema>;
