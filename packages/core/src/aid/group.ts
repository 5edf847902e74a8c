/** An aid group (single undertaking) and its dated grants: what counts against a ceiling. */
import * as z from "zod";
import { caseIdSchema, idSchema, organisationIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { moneySchema } from "../kernel/money.ts";
import { rateSchema } from "../kernel/rate.ts";

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
  /** Grows with every voucher that a member is issued, or has again, and never falls. Absent: none since it is counted. */
  issued: z.number().int().optional(),
  version: z.number().int().default(0),
});
export type AidGroup = z.infer<typeof aidGroupSchema>;

/** An award that was made elsewhere, as a line of a file tells of it. */
export const earlierAwardSchema = z.object({
  organisationId: organisationIdSchema,
  grantor: z.string(),
  /** Of the award at its grantor. */
  reference: z.string(),
  /** What of it is aid, in the currency in which it was granted. */
  original: moneySchema,
  /** Absent where it was granted in the ceiling's currency. */
  rate: rateSchema.optional(),
  from: z.object({ importId: idSchema("imp"), line: z.number().int() }),
  /** It was brought by mistake: two people took it back. */
  takenBack: z
    .object({
      reason: z.string(),
      at: instantSchema,
      from: z.object({ importId: idSchema("imp"), line: z.number().int() }),
    })
    .optional(),
});
export type EarlierAward = z.infer<typeof earlierAwardSchema>;

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
  /** Granted elsewhere, and entered by an import: no case stands behind it. */
  earlier: earlierAwardSchema.optional(),
  version: z.number().int().default(0),
});
export type AidGrant = z.infer<typeof aidGrantSchema>;
