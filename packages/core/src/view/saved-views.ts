/** The views of the pipeline that the reader saved, in the order in which they were. */
import * as z from "zod";
import type { PersonActor } from "../kernel/actor.ts";
import { savedViewSchema, viewsMost } from "../person/saved-view.ts";
import type { Deps } from "../port/deps.ts";

export const savedViewsViewSchema = z.object({ views: z.array(savedViewSchema), most: z.number().int() });

export async function readSavedViews(
  { store }: Pick<Deps, "store">,
  { personId }: PersonActor,
): Promise<z.infer<typeof savedViewsViewSchema>> {
  return { views: (await store.get("savedViews", { personId }))?.views ?? [], most: viewsMost };
}
