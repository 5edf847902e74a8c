/** Somebody saves the filters of the pipeline under a name of their own, and deletes them again: for themself alone. */
import * as z from "zod";
import { type Actor, requirePerson } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/error.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Change, Reader } from "../port/store.ts";
import { type SavedView, type SavedViews, savedSearchSchema, viewIdSchema, viewsMost } from "./saved-view.ts";

export const saveViewInput = z.object({ name: z.string().trim().min(1).max(60), search: savedSearchSchema });
export const deleteViewInput = z.object({ viewId: viewIdSchema });

interface Facts {
  readonly own: SavedViews | undefined;
}

async function readOwn(reader: Reader, actor: Actor): Promise<Facts> {
  return { own: await reader.get("savedViews", { personId: requirePerson(actor).personId }) };
}

/** The same filters under the same name again are no error. @throws conflict `saved-view.name-taken`; conflict `saved-view.too-many` */
export const saveView = verb({
  name: "person.save-view",
  input: saveViewInput,
  read: (reader: Reader, _input, actor) => readOwn(reader, actor),
  decide({ own }: Facts, actor, { name, search }, moment): Decision<{ viewId: string }> {
    const views = own?.views ?? [];
    const same = views.find((one) => foldedName(one.name) === foldedName(name));
    if (same !== undefined) {
      if (canonicalJson(same.search) === canonicalJson(search)) return { changes: [], result: { viewId: same.viewId } };
      throw new DomainError("conflict", "saved-view.name-taken", { name: same.name });
    }
    if (views.length >= viewsMost) throw new DomainError("conflict", "saved-view.too-many", { most: viewsMost });
    const view: SavedView = { viewId: moment.newId("view"), name, search, savedAt: moment.now };
    return { changes: [write(own, requirePerson(actor).personId, [...views, view])], result: { viewId: view.viewId } };
  },
});

/** One that is gone already stays gone. */
export const deleteView = verb({
  name: "person.delete-view",
  input: deleteViewInput,
  read: (reader: Reader, _input, actor) => readOwn(reader, actor),
  decide({ own }: Facts, _actor, { viewId }): Decision<{ deleted: true }> {
    const left = own?.views.filter((one) => one.viewId !== viewId) ?? [];
    const changes = own === undefined || left.length === own.views.length ? [] : [write(own, own.personId, left)];
    return { changes, result: { deleted: true } };
  },
});

function write(own: SavedViews | undefined, personId: SavedViews["personId"], views: SavedView[]): Change {
  return own === undefined
    ? { op: "create", name: "savedViews", value: { personId, views, version: 0 } }
    : { op: "replace", name: "savedViews", value: { ...own, views } };
}

/** Two names that a reader would take for one are one. */
function foldedName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ");
}
