/** Who belonged to an organisation and does no more: for some time it still ties them to its cases (domain §8). */
import * as z from "zod";
import { daySchema } from "../kernel/day.ts";
import { organisationIdSchema, personIdSchema } from "../kernel/id.ts";

export const formerMemberSchema = z.object({
  personId: personIdSchema,
  organisationId: organisationIdSchema,
  endedOn: daySchema,
  version: z.number().int().default(0),
});
export type FormerMember = z.infer<typeof formerMemberSchema>;
