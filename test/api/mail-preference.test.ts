/** Mail preferences over HTTP: chosen in one's own account, held notices shown as such on the case, told in one letter. */
import { beforeAll, expect, test, vi } from "vitest";
import type { CaseBody } from "../scenario/story.ts";
import { submittedCase } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let caseId: string;
const zone = "Europe/Brussels";

beforeAll(async () => {
  api = await openApi();
  caseId = await submittedCase(api);
  await api.settled();
});

const mailOf = async (persona: string) => (await (await api.as(persona)).get("/api/my/mail")).body;
const message = async (text: string) => {
  const manager = await api.as("limburg-manager");
  const written = await manager.post(`/api/cases/${caseId}/threads`, { parkId: "limburg", side: "applicant", text });
  expect(written.status).toBe(201);
  await api.settled();
};
const letter = async (persona: string): Promise<CaseBody> =>
  (await (await api.as(persona)).get(`/api/cases/${caseId}/letters`)).body.letters.find(
    ({ kind }: CaseBody) => kind === "message",
  );

test("everybody who is signed in chooses for themself: applicant, provider, reviewer and staff", async () => {
  for (const persona of ["sme-owner", "provider-lund", "reviewer-uppsala", "limburg-manager"]) {
    const who = await api.as(persona);
    expect(await mailOf(persona)).toEqual({ pace: "immediate", hour: 8, held: 0 });
    expect((await who.post("/api/my/mail", { pace: "daily", zone })).body).toEqual({ pace: "daily" });
    expect(await mailOf(persona)).toEqual({ pace: "daily", hour: 8, zone, held: 0 });
    expect((await who.post("/api/my/mail", { pace: "immediate", zone })).status).toBe(200);
    expect(await mailOf(persona)).toEqual({ pace: "immediate", hour: 8, held: 0 });
  }
  expect((await api.visitor().get("/api/my/mail")).status).toBe(401);
});

test("a zone that nobody knows is refused in a sentence", async () => {
  const refused = await (await api.as("sme-owner")).post("/api/my/mail", { pace: "daily", zone: "Mars/Olympus" });
  expect([refused.status, refused.body.code]).toEqual([422, "zone.unknown"]);
  expect(refused.body.detail).toContain("Mars/Olympus");
});

test("a notice is held, both sides see until when, and it is sent in the digest", async () => {
  const sme = await api.as("sme-owner");
  expect((await sme.post("/api/my/mail", { pace: "daily", zone })).status).toBe(200);
  await message("Is the sensor on its way?");
  const mine = await mailOf("sme-owner");
  expect(mine).toMatchObject({ held: 1 });
  for (const persona of ["sme-owner", "limburg-manager"])
    expect(await letter(persona)).toMatchObject({ status: "held", heldUntil: mine.next, inDigest: false });
  const digests = () => api.product.inbox.all().filter(({ subject }) => /dagoverzicht|daily digest/.test(subject));
  expect(digests()).toEqual([]);

  api.clock.move(Date.parse(mine.next) - Date.parse(api.deps.clock.now()));
  api.signOut();
  await api.settled();
  expect(digests()).toHaveLength(1);
  expect(digests()[0]?.text).toContain(`/cases/${caseId}/messages`);
  expect(digests()[0]?.text).not.toContain("sensor on its way");
  for (const persona of ["sme-owner", "limburg-manager"]) {
    const seen = await letter(persona);
    expect(seen).toMatchObject({ status: "sent", inDigest: true });
    expect(seen).not.toHaveProperty("heldUntil");
  }
  expect(await mailOf("sme-owner")).toMatchObject({ held: 0 });
});
