/** A file from another system that one person proposed and another confirms: its lines as they were looked at, and what became of each. */
import * as z from "zod";
import { caseIdSchema, idSchema, organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

export const importIdSchema = idSchema("imp");
export type ImportId = z.infer<typeof importIdSchema>;
export const importKindSchema = z.enum(["vouchers", "aid", "aid-back"]);
export type ImportKind = z.infer<typeof importKindSchema>;

/** `known`: it was here before, nothing was done. `refused`: a rule was against it meanwhile, named by `code`. */
export const importOutcomeSchema = z.enum(["taken", "known", "refused"]);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

export const importWarningSchema = z.enum(["over-ceiling", "no-longer-counts", "rule-not-in-force", "looks-like"]);
export type ImportWarning = z.infer<typeof importWarningSchema>;

/** Minor units of the currency. */
const amounts = {
  currency: z.string(),
  awarded: z.number().int(),
  /** Paid before the move. */
  paid: z.number().int(),
  left: z.number().int(),
};

/** What a line brings into one sum: of a fund in a budget year of a paying park; of earlier aid, under a ceiling in the year of the grant. */
export const importFigureSchema = z.object({
  parkId: z.string(),
  fundId: z.string().optional(),
  basis: z.string().optional(),
  country: z.string().optional(),
  year: z.number().int(),
  ...amounts,
});
export type ImportFigure = z.infer<typeof importFigureSchema>;

export const importLineSchema = z.object({
  /** Line of the file, from 1; the head is a line. */
  line: z.number().int(),
  /** The cells as they were read. */
  row: z.record(z.string(), z.string()),
  /** Its reference in the other system. */
  reference: z.string(),
  party: z.string(),
  organisationIds: z.array(organisationIdSchema),
  caseId: caseIdSchema.optional(),
  /** It was here before when it was looked at. */
  known: z.boolean(),
  ...amounts,
  figures: z.array(importFigureSchema),
  /** What whoever answers ought to look at; nothing of it bars the line. */
  warnings: z.array(importWarningSchema).optional(),
  outcome: importOutcomeSchema.optional(),
  code: z.string().optional(),
  /** Its reference here. */
  taken: z.string().optional(),
});
export type ImportLine = z.infer<typeof importLineSchema>;

export const importRunSchema = z.object({
  parkId: z.string(),
  importId: importIdSchema,
  kind: importKindSchema,
  fileName: z.string(),
  /** Of the content of all lines: what is confirmed is what was looked at. */
  hash: z.string(),
  state: z.enum(["proposed", "declined", "taken-back", "running", "done"]),
  lines: z.number().int(),
  /** Lines with an outcome. */
  done: z.number().int(),
  refused: z.number().int(),
  proposedBy: personIdSchema,
  proposedAt: instantSchema,
  answeredBy: personIdSchema.optional(),
  answeredAt: instantSchema.optional(),
  endedAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
export type ImportRun = z.infer<typeof importRunSchema>;

/** Some lines of a run, in the order of the file: as many as one turn takes over. */
export const importPartSchema = z.object({
  importId: importIdSchema,
  part: z.number().int().min(1),
  lines: z.array(importLineSchema),
  version: z.number().int().default(0),
});
export type ImportPart = z.infer<typeof importPartSchema>;
