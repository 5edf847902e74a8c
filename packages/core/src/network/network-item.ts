/** The stored network file: the version in force, and every version before it. */
import * as z from "zod";
import { instantSchema } from "../kernel/instant.ts";

export const networkItemSchema = z.object({
  /** `current`, or the number of an earlier version. */
  id: z.string(),
  number: z.number().int().min(1),
  appliedAt: instantSchema,
  /** The file as applied; parsed by `networkFileSchema` when read. */
  file: z.record(z.string(), z.unknown()),
  hash: z.string(),
  version: z.number().int().default(0),
});
export type NetworkItem = z.infer<typeof networkItemSchema>;
