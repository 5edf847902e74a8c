/** Views of the pipeline that somebody saves for themself. */
import { deleteView, saveView } from "@multihelix/core/person/save-view.ts";
import { type SavedViews, savedSearchSchema, viewsMost } from "@multihelix/core/person/saved-view.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf } from "../../fixture/refusal.ts";

const mia = staff("mia", "manager", "limburg");
const moment = aMoment();
const overdue = { view: "overdue", park: "limburg" };

function kept(...names: readonly string[]): SavedViews {
  const views = names.map((name) => ({ viewId: idOf("view", name), name, search: overdue, savedAt: moment.now }));
  return { personId: mia.personId, views, version: 3 };
}

describe("a view of the pipeline", () => {
  test("is saved under its name with its filters, for whoever saves it", () => {
    const { changes } = saveView.decide({ own: undefined }, mia, { name: "Late ones", search: overdue }, moment);
    expect(changes.map(({ op }) => op)).toEqual(["create"]);
    expect(written(changes, "savedViews")).toMatchObject([
      { personId: mia.personId, views: [{ name: "Late ones", search: overdue }] },
    ]);
  });

  test("stands beside the earlier ones, which keep their order", () => {
    const { changes } = saveView.decide({ own: kept("A", "B") }, mia, { name: "C", search: {} }, moment);
    expect(changes.map(({ op }) => op)).toEqual(["replace"]);
    expect(written(changes, "savedViews")[0]?.views.map(({ name }) => name)).toEqual(["A", "B", "C"]);
  });

  test("of the same name and other filters is refused, however the name is written; the same again changes nothing", () => {
    const own = kept("Late ones");
    const other = { name: "late  ONES", search: { view: "mine" } };
    expect(refusalOf(() => saveView.decide({ own }, mia, other, moment))).toMatchObject({
      kind: "conflict",
      code: "saved-view.name-taken",
      facts: { name: "Late ones" },
    });
    const same = { name: "Late ones", search: { park: "limburg", view: "overdue" } };
    expect(saveView.decide({ own }, mia, same, moment)).toEqual({
      changes: [],
      result: { viewId: own.views[0]?.viewId },
    });
  });

  test(`is one of ${viewsMost} at most`, () => {
    const names = Array.from({ length: viewsMost }, (_, nth) => `View ${nth}`);
    const add = (own: SavedViews) => () => saveView.decide({ own }, mia, { name: "More", search: {} }, moment);
    expect(refusalOf(add(kept(...names)))).toMatchObject({ code: "saved-view.too-many", facts: { most: viewsMost } });
    expect(add(kept(...names.slice(1)))().changes).toHaveLength(1);
  });

  test("is deleted alone; one that is gone stays gone", () => {
    const own = kept("A", "B");
    const gone = deleteView.decide({ own }, mia, { viewId: idOf("view", "A") }, moment);
    expect(written(gone.changes, "savedViews")[0]?.views.map(({ name }) => name)).toEqual(["B"]);
    expect(deleteView.decide({ own }, mia, { viewId: idOf("view", "C") }, moment).changes).toEqual([]);
    expect(deleteView.decide({ own: undefined }, mia, { viewId: idOf("view", "C") }, moment).changes).toEqual([]);
  });

  test("has a name of 1 to 60 characters and filters as an address carries them, bounded", () => {
    const fits = (name: string, search: object = {}) => saveView.input.safeParse({ name, search }).success;
    expect([fits(" "), fits("x"), fits("x".repeat(60)), fits("x".repeat(61))]).toEqual([false, true, true, false]);
    expect(fits("x", { search: "enzyme & co", descending: true })).toBe(true);
    expect(fits("x", { search: "x".repeat(401) })).toBe(false);
    expect(fits("x", { "__proto__ x": "y" })).toBe(false);
    expect(savedSearchSchema.safeParse({ nested: { a: 1 } }).success).toBe(false);
  });
});
