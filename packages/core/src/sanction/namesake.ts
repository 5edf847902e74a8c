/** Somebody of the same name as an entry of a sanctions list, found not to be the one listed: kept with who found so and why. */
import * as z from "zod";
import { organisationIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

export const namesakeEntrySchema = z.object({
  organisationId: organisationIdSchema,
  /** `comparableName` of the organisation, of an owner of it, or of the holder of its account. */
  name: z.string().min(1),
  /** The list's own reference of the entry that is somebody else: another entry of the same name is found as before. */
  reference: z.string().min(1).max(200),
  reason: z.string().trim().min(1).max(500),
  decidedBy: z.string().trim().min(1).max(120),
});

export const namesakeSchema = namesakeEntrySchema.extend({ at: instantSchema, version: z.number().int().default(0) });
