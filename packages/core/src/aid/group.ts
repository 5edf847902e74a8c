/** An aid group (single undertaking) and its dated grants: what counts against a ceiling. */
import * as z from "zod";
import { caseIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/** The guard of its list of grants, without being a queue: whoever reserves says how much others may have drawn meanwhile. */
export const aidGroupSchema = z.object({
  aidGroupId: z.templateLiteral(["aid_", z.string()]),
  members: z.array(z.templateLiteral(["org_", z.string()])),
  /** Groups that became part of this one: their grants stay where they are and count here. */
  unites: z.array(z.templateLiteral(["aid_", z.string()])).optional(),
  /** The group that this one became part of: whoever is linked to it by its old name belongs there. */
  unitedInto: z.templateLiteral(["aid_", z.string()]).optional(),
  /** Grows when the members change: what was counted before was another undertaking's. */
  membership: z.number().int().default(0),
  /** Counts down with every reservation and grant, whatever its ceiling, and never up. */
  drawn: z.number().int().max(0).default(0),
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
