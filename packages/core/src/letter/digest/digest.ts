/** One person's digest of one day: what is held for it, when it is due, and whether it was written and sent. */
import * as z from "zod";
import { caseIdSchema, letterIdSchema, personIdSchema } from "../../kernel/id.ts";
import { instantSchema } from "../../kernel/instant.ts";

export const digestSchema = z.object({
  personId: personIdSchema,
  /** The day on which it is sent, as the person's zone has it: one of a person and a day. */
  day: z.iso.date(),
  dueAt: instantSchema,
  /** `open` takes notices; `written` takes none and is on its way; `sent` is over. */
  state: z.enum(["open", "written", "sent"]),
  notices: z.array(
    z.object({
      caseId: caseIdSchema,
      letterId: letterIdSchema,
      /** What became of it when the digest was written. `gone`: the letter is not held any more, or was erased. */
      outcome: z.enum(["told", "withheld", "gone"]).optional(),
    }),
  ),
  /** The letter that it became; none where nothing was left to tell. */
  letterId: letterIdSchema.optional(),
  /** Epoch seconds after which a sent one is forgotten. */
  expires: z.number().int().optional(),
  version: z.number().int().default(0),
});
export type Digest = z.infer<typeof digestSchema>;
