/** Why somebody may not do something, as the verb itself said. */
import * as z from "zod";

export const refusalSchema = z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) });
export type RefusalView = z.infer<typeof refusalSchema>;
