/** A file of a case: what it is for, who sent it, and what was found in it. Its bytes lie in the file store. */
import * as z from "zod";
import { caseIdSchema, fileIdSchema, organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { languageSchema } from "../person/person.ts";

/** Bytes of one file at most. */
export const fileBytesMost = 20 * 1024 * 1024;
export const filesPerSlot = 5;
export const filesPerCase = 40;

/** `document`: belongs to the application. `evidence`: belongs to a claim. */
export const fileUseSchema = z.enum(["document", "evidence"]);
export type FileUse = z.infer<typeof fileUseSchema>;
export const evidenceSchema = z.enum(["invoice", "report", "own-share", "tax-waiver"]);
/** Kinds that a call may ask for with every claim; a waiver exists only where an authority gave one. */
export const askedEvidenceSchema = evidenceSchema.exclude(["tax-waiver"]);
export type Evidence = z.infer<typeof evidenceSchema>;

/** A document that a call asks for. */
export const documentSchema = z.strictObject({
  documentId: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: z.partialRecord(languageSchema, z.string().trim().min(1).max(120)),
  hint: z.partialRecord(languageSchema, z.string().max(400)).optional(),
  required: z.boolean(),
  /** Reviewers do not get it; otherwise they do, after their declaration. */
  parkOnly: z.boolean().optional(),
});
export type CallDocument = z.infer<typeof documentSchema>;

/** Why the bytes were not taken. */
export const fileRefusalSchema = z.enum([
  "not-arrived",
  "empty",
  "too-large",
  "other-type",
  "harmful",
  "expands",
  "macros",
  "broken",
]);
export type FileRefusal = z.infer<typeof fileRefusalSchema>;

export const fileSchema = z.object({
  caseId: caseIdSchema,
  fileId: fileIdSchema,
  use: fileUseSchema,
  /** Id of the call's document, or the kind of evidence. */
  slot: z.string().min(1).max(40),
  /** Claim that the evidence was filed with. */
  claim: z.number().int().min(1).optional(),
  /** As its document was, when it was sent. */
  parkOnly: z.boolean().optional(),
  name: z.string().min(1).max(120),
  bytes: z.number().int().min(1).max(fileBytesMost),
  /** `awaited`: announced. `checking`: in quarantine. */
  status: z.enum(["awaited", "checking", "kept", "refused"]),
  reason: fileRefusalSchema.optional(),
  sha256: z.string().optional(),
  scan: z.enum(["clean", "not-scanned"]).optional(),
  organisationId: organisationIdSchema,
  by: personIdSchema,
  at: instantSchema,
  version: z.number().int().default(0),
});
export type CaseFile = z.infer<typeof fileSchema>;

export function fileKey({ caseId, fileId }: Pick<CaseFile, "caseId" | "fileId">): string {
  return `${caseId}/${fileId}`;
}
