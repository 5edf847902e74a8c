/** Own views of the pipeline over HTTP: kept with the person, seen by nobody else, refused in sentences. */
import { beforeAll, expect, test, vi } from "vitest";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
beforeAll(async () => {
  api = await openApi();
});

const viewsOf = async (persona: string) => (await (await api.as(persona)).get("/api/my/views")).body;
const save = async (persona: string, body: object) => (await api.as(persona)).post("/api/my/views", body);

test("a view is kept with the person, on every device, and nobody else sees or deletes it", async () => {
  const search = { view: "overdue", park: "limburg", descending: true };
  const saved = await save("limburg-manager", { name: "Late ones", search });
  expect(saved.status).toBe(201);
  api.signOut();
  expect(await viewsOf("limburg-manager")).toMatchObject({ views: [{ name: "Late ones", search }], most: 30 });
  expect((await viewsOf("limburg-second-manager")).views).toEqual([]);
  const colleague = await api.as("limburg-second-manager");
  expect((await colleague.post(`/api/my/views/${saved.body.viewId}/removal`, {})).status).toBe(200);
  expect((await viewsOf("limburg-manager")).views).toHaveLength(1);
  expect((await save("limburg-second-manager", { name: "Late ones", search: {} })).status).toBe(201);
  expect((await api.visitor().get("/api/my/views")).status).toBe(401);
});

test("a second one of the name is refused in a sentence; deleted, the name is free", async () => {
  const taken = await save("limburg-manager", { name: "late ones", search: {} });
  expect([taken.status, taken.body.code]).toEqual([409, "saved-view.name-taken"]);
  expect(taken.body.detail).toContain("Late ones");
  const [view] = (await viewsOf("limburg-manager")).views;
  const manager = await api.as("limburg-manager");
  expect((await manager.post(`/api/my/views/${view.viewId}/removal`, {})).body).toEqual({ deleted: true });
  expect((await save("limburg-manager", { name: "late ones", search: {} })).status).toBe(201);
});

test("thirty are kept, saved in the same moment or not", async () => {
  const names = Array.from({ length: 31 }, (_, nth) => `View ${nth}`);
  const statuses: number[] = [];
  for (const name of names) statuses.push((await save("wales-manager", { name, search: {} })).status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(30);
  expect(statuses.at(-1)).toBe(409);
  expect((await viewsOf("wales-manager")).views).toHaveLength(30);
});
