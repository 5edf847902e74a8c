/** One section of an application: saved by itself, so that two people and two tabs never overwrite each other unseen. */
import * as z from "zod";
import { sizeLinkSchema } from "../aid/size-link.ts";
import { daySchema } from "../kernel/day.ts";
import { caseIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/**
 * What is asked, section by section. All optional while drafting; `submit` says what is missing. A field whose schema is
 * optional may stay empty; whether it is needed in this call is for the requirements.
 */
export const sectionData = {
  project: z.object({
    title: z.string().max(120),
    summary: z.string().max(500),
    need: z.string().max(4000),
    effect: z.string().max(4000),
    /** Other offers that were compared, or why there are none: needed above the call's threshold. */
    comparison: z.string().max(2000).optional(),
  }),
  /** Last closed year of the enterprise by itself; amounts in minor units of the call's currency. */
  company: z.object({
    /** Annual work units. */
    headcount: z.number().int().min(0),
    turnover: z.number().int().min(0),
    balanceSheet: z.number().int().min(0),
    /** Last day of that year. */
    closed: daySchema.optional(),
    /** The year before it. */
    headcountBefore: z.number().int().min(0).optional(),
    turnoverBefore: z.number().int().min(0).optional(),
    balanceSheetBefore: z.number().int().min(0).optional(),
    /** Bought or merged since the year before: the last year counts at once. */
    newOwner: z.boolean().optional(),
    /** Owners and owned, here and abroad. */
    links: z.array(sizeLinkSchema).max(30).optional(),
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
/** Those of every call, and the one whose questions the call itself asks. */
export const sectionIdSchema = z.enum(["project", "company", "aid", "declarations", "questions"]);
export type StoredSectionId = z.infer<typeof sectionIdSchema>;

export const sectionSchema = z.object({
  caseId: caseIdSchema,
  sectionId: sectionIdSchema,
  data: z.record(z.string(), z.unknown()),
  savedAt: instantSchema,
  savedBy: personIdSchema,
  version: z.number().int().default(0),
});
export type Section = z.infer<typeof sectionSchema>;
