/** A letter as it was written for one recipient, and whether the mail server took it. */
import * as z from "zod";
import { caseIdSchema, letterIdSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";
import { languageSchema } from "../person/person.ts";

export const letterSchema = z.object({
  /** The case id, or `person:<id>` for mail outside a case. */
  stream: z.string(),
  letterId: letterIdSchema,
  /** One letter per key: `decision:per_…`. */
  key: z.string(),
  kind: z.string(),
  caseId: caseIdSchema.optional(),
  to: z.object({ personId: personIdSchema.optional(), email: z.string(), name: z.string() }),
  language: languageSchema,
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  createdAt: instantSchema,
  /**
   * `held`: waits for its recipient's digest. `withheld`: never sent, because its recipient has a HARD interest in the
   * case, or lost their part in it while it was held.
   */
  status: z.enum(["queued", "held", "sent", "refused", "bounced", "withheld"]),
  /** Never held, although letters of its kind may be: it moves a date, asks for something, or was sent again by hand. */
  atOnce: z.literal(true).optional(),
  /** When the digest that it waits for is due. */
  heldUntil: instantSchema.optional(),
  /** The digest that told of it: a letter of its recipient's own stream. */
  digestId: letterIdSchema.optional(),
  sentAt: instantSchema.optional(),
  messageId: z.string().optional(),
  refusal: z.string().optional(),
  openedAt: instantSchema.optional(),
  /** Mail that must not be kept (codes): epoch seconds after which the item vanishes. */
  expires: z.number().int().optional(),
  version: z.number().int().default(0),
});
export type Letter = z.infer<typeof letterSchema>;
