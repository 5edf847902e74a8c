/** What the manager made of a reviewer's *out of scope*, for the attempt that was reviewed. */
import * as z from "zod";
import { personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

export const scopeSchema = z.object({
  attempt: z.number().int().min(1),
  outcome: z.enum(["in-scope", "outside"]),
  reasons: z.string().min(1).max(4000),
  by: personIdSchema,
  at: instantSchema,
});
