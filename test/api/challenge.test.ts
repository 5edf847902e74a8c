/** Challenges over HTTP: posed by an organisation, taken up by a draft, public with the call, not to be taken back then. */
import { beforeAll, expect, test, vi } from "vitest";
import { dayAfter } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let organisationId: string;
beforeAll(async () => {
  api = await openApi();
  organisationId = (await mine()).organisations[0]?.organisationId ?? "";
});

const get = async (persona: string, path: string) => (await api.as(persona)).get(path);
const post = async (persona: string, path: string, body: object) => (await api.as(persona)).post(path, body);
const mine = async () => (await get("patients", "/api/my/challenges")).body;
const texts = { title: { en: "Cold chain without dry ice" }, text: { en: "Samples travel four days at -70 °C." } };
const pose = async (parkId = "limburg") => post("patients", "/api/my/challenges", { organisationId, parkId, texts });

async function draft(): Promise<{ callId: string; version: number }> {
  const now = api.deps.clock.now();
  const { body } = await post("limburg-manager", "/api/call-drafts", {
    code: "CHL-V26",
    leadPark: "limburg",
    languages: ["en"],
    title: { en: "Cold chain" },
    summary: { en: "Answers a challenge." },
    mode: "rolling",
    opensOn: dayAfter(now, 1),
    closesOn: dayAfter(now, 60),
  });
  return {
    callId: body.callId,
    version: (await get("limburg-manager", `/api/calls/${body.callId}/desk`)).body.version,
  };
}

test("a posed challenge is read by the park's managers, chosen for a draft, and stands with the call as it was then", async () => {
  const { status, body } = await pose();
  expect(status).toBe(201);
  expect((await get("limburg-manager", "/api/parks/limburg/challenges")).body.challenges).toContainEqual(
    expect.objectContaining({ challengeId: body.challengeId, title: texts.title, calls: [] }),
  );
  const { callId, version } = await draft();
  const path = `/api/calls/${callId}/challenge`;
  expect((await post("limburg-manager", path, { version: version + 5, challengeId: body.challengeId })).body.code).toBe(
    "call.changed",
  );
  expect((await post("limburg-manager", path, { version, challengeId: body.challengeId })).status).toBe(200);
  const { call } = (await get("limburg-manager", `/api/calls/${callId}/desk`)).body;
  expect(call.challenge).toMatchObject({ challengeId: body.challengeId, ...texts });
  const published = await api.deps.store.get("call", { callId: callId as `call_${string}` });
  if (published === undefined) throw new Error("the draft is not there");
  await api.deps.store.commit([{ op: "replace", name: "call", value: { ...published, state: "scheduled" } }]);
  expect((await get("sme-owner", `/api/calls/${callId}`)).body.challenge.title).toEqual(texts.title);
  const taken = await post("patients", `/api/my/challenges/limburg/${body.challengeId}/withdrawal`, {});
  expect([taken.status, taken.body.code]).toEqual([409, "challenge.in-call"]);
  const own = (await mine()).challenges.find((one: { challengeId: string }) => one.challengeId === body.challengeId);
  expect(own.calls).toMatchObject([{ code: "CHL-V26" }]);
});

test("a challenge that was taken back is no longer read and no draft answers it", async () => {
  const { body } = await pose();
  const withdrawal = `/api/my/challenges/limburg/${body.challengeId}/withdrawal`;
  expect((await post("sme-owner", withdrawal, {})).status).toBe(404);
  expect((await post("patients", withdrawal, {})).status).toBe(200);
  expect((await post("patients", withdrawal, {})).status).toBe(200);
  const { challenges } = (await get("limburg-manager", "/api/parks/limburg/challenges")).body;
  expect(challenges.map(({ challengeId }: { challengeId: string }) => challengeId)).not.toContain(body.challengeId);
});

test("those whom calls serve pose none, nor does anybody for a foreign organisation", async () => {
  const session = (await get("sme-owner", "/api/my/challenges")).body;
  expect(session.organisations).toEqual([]);
  const own = (await get("sme-owner", "/api/session")).body.me.memberships[0].organisationId;
  const asked = (id: string) =>
    post("sme-owner", "/api/my/challenges", { organisationId: id, parkId: "limburg", texts });
  expect((await asked(own)).body.code).toBe("challenge.not-yours-to-pose");
  expect((await asked(organisationId)).status).toBe(404);
  expect((await pose("nowhere")).body.code).toBe("park.unknown");
});

test("an organisation has ten open challenges in a park at most", async () => {
  const statuses: number[] = [];
  for (let nth = 0; nth < 11; nth++) statuses.push((await pose("wales")).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 409]);
});
