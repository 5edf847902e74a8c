/** A reviewer's profile over HTTP: a tie named by register number takes them off the case, and the parties cannot tell. */
import { beforeAll, expect, test, vi } from "vitest";
import { asked, type CaseBody } from "../scenario/story.ts";
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
  const body = { noInterest: true, outcome: "eligible" };
  expect((await (await api.as("limburg-manager")).post(`/api/cases/${caseId}/screening`, body)).status).toBe(200);
  await until("declarations", async () => asked(await seen("limburg-manager"), "declare", "r1") || undefined);
});

test("a tie named by register number takes the reviewer off the case, and another is asked", async () => {
  const { slots } = await seen("limburg-manager");
  const { reviewerId } = (slots as { slot: string; reviewerId: string }[]).find(({ slot }) => slot === "r1") ?? {};
  const places = ["uppsala", "wales", "sherbrooke", "lund", "limburg"].map((place) => `reviewer-${place}`);
  const ids = await Promise.all(
    places.map(async (name) => (await (await api.as(name)).get("/api/session")).body.me.personId),
  );
  const reviewer = await api.as(places[ids.indexOf(reviewerId)] ?? "");
  const before = await seen("sme-owner");
  const { memberships } = (await (await api.as("sme-owner")).get("/api/session")).body.me;
  const organisation = `/api/organisations/${memberships[0].organisationId}`;
  const { register, registerId, legalName } = (await (await api.as("limburg-manager")).get(organisation)).body;

  const { interests, version } = (await reviewer.get("/api/my/interests")).body;
  const own = interests.map(({ counts: _, name: _name, declaredAt: _at, ...one }: CaseBody) => one);
  const tie = { register: { scheme: register.id, id: registerId, name: legalName }, kind: "equity" };
  const saved = await reviewer.post("/api/my/interests", { interests: [...own, tie], version });
  expect([saved.status, saved.text]).toEqual([200, '{"saved":true}']);
  await until("another reviewer", async () => {
    const { slots: now } = await seen("limburg-manager");
    const one = (now as { slot: string; reviewerId?: string }[]).find(({ slot }) => slot === "r1");
    return (one?.reviewerId !== undefined && one.reviewerId !== reviewerId) || undefined;
  });
  expect((await reviewer.get(`/api/cases/${caseId}`)).status).toBe(404);
  expect(await seen("sme-owner")).toEqual(before);
  const stale = await reviewer.post("/api/my/interests", { interests: own, version });
  expect([stale.status, stale.body.code]).toEqual([409, "person.changed"]);
});

test("what a reviewer knows and has time for is saved apart, and leaves the ties alone", async () => {
  const reviewer = await api.as("reviewer-lund");
  const ties = (await reviewer.get("/api/my/interests")).body.interests;
  const { profile, version } = (await reviewer.get("/api/my/profile")).body;
  const { parkId: _, ...own } = profile;
  const saved = await reviewer.post("/api/my/profile", { ...own, capacity: 3, version });
  expect([saved.status, saved.text]).toEqual([200, '{"saved":true}']);
  expect((await reviewer.get("/api/my/interests")).body.interests).toEqual(ties);
  const stale = await reviewer.post("/api/my/profile", { ...own, version });
  expect([stale.status, stale.body.code]).toEqual([409, "person.changed"]);
});

test("who is no reviewer has none", async () => {
  expect((await (await api.as("sme-owner")).get("/api/my/profile")).status).toBe(403);
});
