/** Interests over HTTP: a manager who declares one loses the case at once on every way in, and a colleague goes on with it. */
import { beforeAll, expect, test, vi } from "vitest";
import type { CaseBody } from "../scenario/story.ts";
import { until } from "../scenario/world.ts";
import { caseSeenBy, submittedCase } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let caseId: string;
const seen = (persona: string): Promise<CaseBody> => caseSeenBy(api, persona, caseId);

beforeAll(async () => {
  api = await openApi();
  caseId = await submittedCase(api);
});

test("what ties somebody is theirs to read, with the registers to name it by", async () => {
  const mine = await (await api.as("limburg-manager")).get("/api/my/interests");
  expect(mine.status).toBe(200);
  expect(mine.body).toMatchObject({ interests: [], version: 0 });
  expect(mine.body.registers.length).toBeGreaterThan(3);
});

test("a SOFT tie is kept, and its owner goes on; a HARD one found at the case takes it away at once", async () => {
  const manager = await api.as("limburg-manager");
  const before = await seen("sme-owner");
  const soft = await manager.post(`/api/cases/${caseId}/interest`, { party: "applicant", kind: "tenancy" });
  expect([soft.status, soft.text]).toEqual([200, '{"level":"SOFT"}']);
  expect((await manager.get(`/api/cases/${caseId}`)).status).toBe(200);
  const hard = await manager.post(`/api/cases/${caseId}/interest`, { party: "applicant", kind: "household" });
  expect([hard.status, hard.text]).toEqual([200, '{"level":"HARD"}']);

  expect((await manager.get(`/api/cases/${caseId}`)).status).toBe(404);
  for (const path of ["history", "letters", "evidence", "ledger", "workflow", "check"])
    expect([path, (await manager.get(`/api/cases/${caseId}/${path}`)).status]).toEqual([path, 404]);
  const { reference } = await seen("limburg-second-manager");
  const list = await manager.get("/api/parks/limburg/cases");
  expect([list.status, list.text.includes(reference)]).toEqual([200, false]);
  expect((await manager.get(`/api/parks/limburg/cases?search=${reference}`)).body.total).toBe(0);
  expect((await manager.get("/api/my/tasks")).text).not.toContain(caseId);
  const act = await manager.post(`/api/cases/${caseId}/screening`, { noInterest: true, outcome: "eligible" });
  expect([act.status, act.body.code]).toEqual([404, "case.not-found"]);
  expect(await seen("sme-owner")).toEqual(before);
});

test("a colleague does it, and the record holds who declared what and who said that nothing tied them", async () => {
  const second = await api.as("limburg-second-manager");
  const done = await second.post(`/api/cases/${caseId}/screening`, { noInterest: true, outcome: "eligible" });
  expect(done.status).toBe(200);
  const { entries } = (await second.get(`/api/cases/${caseId}/history`)).body;
  const of = (type: string) => entries.filter((entry: { type: string }) => entry.type === type);
  expect(of("interest.declared").map(({ facts }: { facts: CaseBody }) => facts["level"])).toEqual(["SOFT", "HARD"]);
  await until("passed on", async () => {
    const now = (await second.get(`/api/cases/${caseId}/history`)).body.entries as { type: string }[];
    return now.some(({ type }) => type === "task.passed-on") || undefined;
  });
  expect(of("application.screened").concat(of("application.eligible"))[0]?.statement).toEqual({ noInterest: true });
});

test("declared after the act, the act stays, and whoever decides sees the tie", async () => {
  const second = await api.as("limburg-second-manager");
  const { name } = (await second.get("/api/session")).body.me;
  const approver = await api.as("limburg-approver");
  const ties = async () => (await approver.get(`/api/cases/${caseId}/evidence`)).body.interests;
  expect(await ties()).toEqual([]);
  const tie = { party: "provider", kind: "other", level: "HARD", note: "An old friend runs it." };
  expect((await second.post(`/api/cases/${caseId}/interest`, tie)).status).toBe(200);
  expect(await ties()).toEqual([{ name, kind: "other", level: "HARD", about: "Skånska Mätlabbet AB" }]);
  expect((await second.get(`/api/cases/${caseId}`)).status).toBe(404);
  expect((await seen("limburg-approver"))["status"]).toBe("in-review");
});

test("taken back, the case is there again", async () => {
  const manager = await api.as("limburg-manager");
  const { interests, version } = (await manager.get("/api/my/interests")).body;
  expect(interests).toMatchObject([
    { kind: "tenancy", counts: "SOFT", name: "Kiemkracht Diagnostics BV" },
    { kind: "household", counts: "HARD" },
  ]);
  const saved = await manager.post("/api/my/interests", { interests: [], version });
  expect([saved.status, saved.text]).toEqual([200, '{"saved":true}']);
  expect((await manager.get(`/api/cases/${caseId}`)).status).toBe(200);
  const stale = await manager.post("/api/my/interests", { interests: [], version });
  expect([stale.status, stale.body.code]).toEqual([409, "person.changed"]);
});
