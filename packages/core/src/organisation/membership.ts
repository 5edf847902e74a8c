/** Which person may act for which organisation, and how far. */
import * as z from "zod";
import { organisationIdSchema, personIdSchema } from "../kernel/id.ts";

export const membershipSchema = z.object({
  personId: personIdSchema,
  organisationId: organisationIdSchema,
  level: z.enum(["owner", "editor", "finance", "viewer"]),
  version: z.number().int().default(0),
});
export type Membership = z.infer<typeof membershipSchema>;
