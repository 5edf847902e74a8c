/** One section of an application: saved by itself, so that two people and two tabs never overwrite each other unseen. */
import * as z from "zod";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/** What is asked, section by section. All optional while drafting; `submit` says what is missing. */
export const sectionData = {
  project: z.object({
    title: z.string().max(120),
    summary: z.string().max(500),
    need: z.string().max(4000),
    effect: z.string().max(4000),
  }),
  /** Last closed year of the enterprise with its linked enterprises; amounts in minor units of the call's currency. */
  company: z.object({
    /** Annual work units. */
    headcount: z.number().int().min(0),
    turnover: z.number().int().min(0),
    balanceSheet: z.number().int().min(0),
    inDifficulty: z.boolean(),
    outstandingRecovery: z.boolean(),
  }),
  aid: z.object({
    /**
     * Other de minimis aid of the single undertaking, last three years; minor units of the call's currency. `country` is the
     * grantor's, and without it that of the lead park: each payer's ceiling counts its own country's aid only.
     */
    declared: z
      .array(
        z.object({
          grantor: z.string().min(1).max(140),
          amount: z.number().int().min(0),
          granted: z.iso.date(),
          country: z
            .string()
            .regex(/^[A-Z]{2}$/)
            .optional(),
        }),
      )
      .max(100),
    signed: z.boolean(),
  }),
  declarations: z.object({
    notBegun: z.boolean(),
    noDoubleFunding: z.boolean(),
    noExport: z.boolean(),
    truthful: z.boolean(),
  }),
} as const;
export type SectionId = keyof typeof sectionData;
export const sectionIds = Object.keys(sectionData) as SectionId[];
export const sectionIdSchema = z.enum(["project", "company", "aid", "declarations"]);

export const sectionSchema = z.object({
  caseId: caseIdSchema,
  sectionId: sectionIdSchema,
  data: z.record(z.string(), z.unknown()),
  savedAt: instantSchema,
  savedBy: personIdSchema,
  version: z.number().int().default(0),
});
export type Section = z.infer<typeof sectionSchema>;
