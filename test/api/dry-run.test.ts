/** A draft walked over HTTP: answers as typed, the draft as it is saved, and nothing that anybody else could find afterwards. */
import { beforeAll, expect, test, vi } from "vitest";
import { aDryRun, dryMarks } from "../fixture/build/dry-run.ts";
import { dayAfter } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let callId: string;
const post = async (persona: string, path: string, body: object) => (await api.as(persona)).post(path, body);
const walk = (body: object, persona = "limburg-manager") => post(persona, `/api/calls/${callId}/dry-run`, body);

beforeAll(async () => {
  api = await openApi();
  const now = api.deps.clock.now();
  const begun = await post("limburg-manager", "/api/call-drafts", {
    code: "DRY-V26",
    leadPark: "limburg",
    languages: ["en"],
    title: { en: "Drafted" },
    summary: { en: "A call that nobody has published." },
    mode: "rolling",
    opensOn: dayAfter(now, 20),
    closesOn: dayAfter(now, 80),
  });
  expect(begun.status).toBe(201);
  callId = begun.body.callId;
});

const run = () => {
  const whole = aDryRun();
  if (whole.offer?.answer !== "confirmed") throw new Error("an offer");
  const [startsOn, endsOn] = [30, 120].map((days) => dayAfter(api.deps.clock.now(), days));
  return { ...whole, offer: { ...whole.offer, content: { ...whole.offer.content, startsOn, endsOn } } };
};

test("a manager walks the draft as company and as reviewer, and what is saved in it counts at once", async () => {
  const asked = await walk({ as: "applicant", run: run() });
  expect([asked.status, asked.body.check?.ready]).toEqual([200, true]);
  expect(asked.body.check.funding.requested).toEqual({ amount: 625_000, currency: "EUR" });
  expect(asked.body.call).toMatchObject({ code: "DRY-V26", state: "open" });
  for (const hidden of ["createdBy", "writers", "unconfirmed"]) expect(asked.body.call).not.toHaveProperty(hidden);
  const change = { step: "who", eligibleCountries: ["SE"], sectors: [], crossParkRequired: false };
  expect((await post("limburg-manager", `/api/calls/${callId}/draft`, { version: 0, change })).status).toBe(200);
  const after = await walk({ as: "applicant", run: run() });
  expect(after.body.check.requirements.find(({ ok }: { ok: boolean }) => !ok)).toMatchObject({
    requirement: "country",
    code: "country.not-eligible",
  });
  const reviewed = { ...run(), declaration: { outcome: "accepted" }, review: { marks: dryMarks, confidence: 2 } };
  const { body } = await walk({ as: "reviewer", run: { ...reviewed, filed: true }, doing: "file" });
  expect(body).toMatchObject({
    view: { audience: "reviewer", slots: [{ status: "filed" }] },
    score: { reached: true },
  });
});

test("what is typed wrongly is refused with a pointer, as the real form would be", async () => {
  const wrong = run();
  const answer = await walk({
    as: "provider",
    run: { ...wrong, offer: { ...wrong.offer, content: { ...wrong.offer.content, endsOn: "2020-01-01" } } },
    doing: "offer",
  });
  expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, "/content/endsOn"]);
});

test("nobody else walks it, and no case, number, letter or effect is found afterwards", async () => {
  const { sent: _, ...typed } = run();
  const inbox = api.product.inbox.all().length;
  const cases = async () => (await (await api.as("limburg-manager")).get("/api/parks/limburg/cases")).body;
  const before = await cases();
  expect((await walk({ as: "applicant", run: { ...typed, sent: true } })).status).toBe(200);
  expect(await cases()).toEqual(before);
  expect(await api.deps.store.get("reference", { reference: "DRY-V26-DRY-RUN" })).toBeUndefined();
  expect(await api.deps.store.list("draft", { callId: callId as `call_${string}` })).toEqual([]);
  expect(api.product.inbox.all()).toHaveLength(inbox);
  const statuses = ["sme-owner", "lund-manager", "limburg-finance", "limburg-second-manager"].map(async (persona) => {
    const answer = await walk({ as: "applicant", run: run() }, persona);
    return answer.status;
  });
  expect(await Promise.all(statuses)).toEqual([404, 404, 403, 200]);
});
