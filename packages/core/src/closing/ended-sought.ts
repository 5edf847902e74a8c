/** Which calls were gone through for what is older than the rules that would have seen to it. */
import * as z from "zod";
import { callIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/** A call was gone through for ended cases; whatever ends in it since then schedules its own look. */
export const endedSoughtSchema = z.object({
  callId: callIdSchema,
  at: instantSchema,
  /** Gone through for money asked back and accounts named that nobody was asked to see to. */
  unaskedAt: instantSchema.optional(),
  version: z.number().int().default(0),
});
