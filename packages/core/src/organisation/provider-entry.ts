/** The public list of knowledge providers: who can be asked for an offer. */
import * as z from "zod";
import { organisationIdSchema } from "../kernel/id.ts";

export const providerEntrySchema = z.object({
  organisationId: organisationIdSchema,
  name: z.string(),
  parkId: z.string().optional(),
  country: z.string(),
  version: z.number().int().default(0),
});
export type ProviderEntry = z.infer<typeof providerEntrySchema>;
