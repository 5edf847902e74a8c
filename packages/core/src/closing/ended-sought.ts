/** Which calls were gone through for cases that ended before ended cases were closed. */
import * as z from "zod";
import { callIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/** A call was gone through; whatever ends in it since then schedules its own look. */
export const endedSoughtSchema = z.object({
  callId: callIdSchema,
  at: instantSchema,
  version: z.number().int().default(0),
});
