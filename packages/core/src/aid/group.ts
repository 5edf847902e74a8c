/** An aid group (single undertaking) and its dated grants: what counts against a ceiling. */
import * as z from "zod";
import { caseIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/** Guarded by its version: a proposal that read an older list of grants is decided again. */
export const aidGroupSchema = z.object({
  aidGroupId: z.templateLiteral(["aid_", z.string()]),
  members: z.array(z.templateLiteral(["org_", z.string()])),
  version: z.number().int().default(0),
});
export type AidGroup = z.infer<typeof aidGroupSchema>;

export const aidGrantSchema = z.object({
  aidGroupId: z.templateLiteral(["aid_", z.string()]),
  caseId: caseIdSchema,
  parkId: z.string(),
  /** Member State or country whose ceiling it counts against: the payer's. */
  jurisdiction: z.string(),
  basis: z.string(),
  /** In the ceiling's currency, minor units. */
  amount: z.number().int().min(0),
  currency: z.string().length(3),
  status: z.enum(["reserved", "granted", "freed"]),
  /** Day the legal right arose; while reserved, the day of the proposal. */
  date: z.string(),
  at: instantSchema,
  version: z.number().int().default(0),
});
export type AidGrant = z.infer<typeof aidGrantSchema>;
