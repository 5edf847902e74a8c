/** A membership found by its organisation: who can be written to and asked there. */
import * as z from "zod";
import { organisationIdSchema, personIdSchema } from "../kernel/id.ts";
import { membershipSchema } from "./membership.ts";

export const memberSchema = z.object({
  organisationId: organisationIdSchema,
  personId: personIdSchema,
  level: membershipSchema.shape.level,
  version: z.number().int().default(0),
});
export type Member = z.infer<typeof memberSchema>;
