/** What the network file says of the service that translates a park's applications for reviewers. */
import * as z from "zod";

/** Words of applications are confidential: they leave the machine over TLS, or not at all. */
const address = /^(https:\/\/[^\s/?#@]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)(\/[^\s#?]*)?$/;

export const translationServiceSchema = z.strictObject({
  /** As reviewers are told beside its text. */
  name: z.string().trim().min(1).max(140),
  /**
   * Takes `POST` of `{q: string[], source, target, format: "text", api_key?}` and answers `{translatedText: string[]}`,
   * as LibreTranslate does.
   */
  url: z
    .string()
    .max(500)
    .regex(address, "The address begins with https://, or is on this machine, and holds no name or key."),
  /** Whether it asks for a key; the key itself is a secret of the installation, never in this file. */
  key: z.boolean(),
});
export type TranslationService = z.infer<typeof translationServiceSchema>;
