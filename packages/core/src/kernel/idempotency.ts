/** The memory of an act: same actor and key give the same result; another input under the key is a conflict. */
import * as z from "zod";

export const idempotencySchema = z.object({
  actor: z.string(),
  key: z.string(),
  verb: z.string(),
  inputHash: z.string(),
  /** Absent where the verb tells nothing. */
  result: z.unknown().optional(),
  /** Epoch seconds after which the table forgets it. */
  expires: z.number().int(),
  version: z.number().int().default(0),
});
export type Idempotency = z.infer<typeof idempotencySchema>;
