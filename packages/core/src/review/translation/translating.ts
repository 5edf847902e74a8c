/** What a case says of the translation service that it waits for. */
import * as z from "zod";
import { instantSchema } from "../../kernel/instant.ts";
import { languageSchema } from "../../person/person.ts";
import { translationFaults } from "../../port/translator.ts";

/** How it stands with the service while a case waits; gone once there is a translation. */
export const translatingSchema = z.object({
  /** Its name, as it was when it was asked. */
  service: z.string(),
  language: languageSchema,
  state: z.enum(["asked", "failed"]),
  fault: z.enum(translationFaults).optional(),
  at: instantSchema,
});
export type Translating = z.infer<typeof translatingSchema>;
