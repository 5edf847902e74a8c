/** Views of the pipeline that somebody saved for themself: the page's own filters under a name. */
import * as z from "zod";
import { idSchema, personIdSchema } from "../kernel/id.ts";
import { instantSchema } from "../kernel/instant.ts";

/** So many views one person keeps at most. */
export const viewsMost = 30;

export const viewIdSchema = idSchema("view");

/** The page's own search, as its address carries it. Only bounded here: the page reads it with its schema, which may know more one day, or less. */
export const savedSearchSchema = z
  .record(z.string().regex(/^[a-zA-Z]{1,30}$/), z.union([z.string().max(400), z.boolean()]))
  .refine((search) => Object.keys(search).length <= 20, { error: "At most twenty filters." });

export const savedViewSchema = z.object({
  viewId: viewIdSchema,
  name: z.string().min(1).max(60),
  search: savedSearchSchema,
  savedAt: instantSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** All of one person in one item: number and names are judged together. */
export const savedViewsSchema = z.object({
  personId: personIdSchema,
  views: z.array(savedViewSchema).max(viewsMost),
  version: z.number().int().default(0),
});
export type SavedViews = z.infer<typeof savedViewsSchema>;
