/** A call from nothing over HTTP: begun, changed step by step by two managers, refused while steps are open, published by a third. */
import { defaultVoucherRubric } from "@multihelix/core/review/rubric.ts";
import { beforeAll, expect, test, vi } from "vitest";
import { aPreCheck } from "../fixture/build/pre-check.ts";
import { dayAfter } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let callId: string;
beforeAll(async () => {
  api = await openApi();
  const now = api.deps.clock.now();
  const answer = await post("limburg-manager", "/api/call-drafts", {
    code: "NEW-V26",
    leadPark: "limburg",
    ...about,
    opensOn: dayAfter(now, -1),
    closesOn: dayAfter(now, 60),
  });
  expect(answer.status).toBe(201);
  callId = answer.body.callId;
});

const about = { languages: ["en"], title: { en: "New" }, summary: { en: "A call from nothing." }, mode: "rolling" };
const steps = [
  {
    step: "money",
    minimumAward: 100_000,
    maximumAward: 900_000,
    intensity: 75,
    ownShareLeast: 10,
    validityMonths: 8,
    pays: "provider",
    payers: [{ parkId: "limburg", fundId: "limburg-regional", sharePercent: 100, aidBasis: "eu-de-minimis" }],
  },
  {
    step: "who",
    eligibleCountries: ["BE"],
    sectors: [],
    sizeMost: "small",
    notBegunBefore: "award",
    crossParkRequired: false,
  },
  { step: "papers", documents: [], evidence: ["invoice"] },
  { step: "review", rubric: defaultVoucherRubric, oneReviewUpTo: 500_000, reviewLanguages: ["en"] },
];

const post = async (persona: string, path: string, body: object) => (await api.as(persona)).post(path, body);
const desk = async () => (await (await api.as("limburg-manager")).get(`/api/calls/${callId}/desk`)).body;

test("each step is saved on its own, the second of two managers at one version is told, and the publication names what is open", async () => {
  const path = `/api/calls/${callId}/draft`;
  const publication = `/api/calls/${callId}/publication`;
  for (const change of steps) {
    const open = (await desk()).readiness.problems.map((one: { path: string }) => one.path);
    expect(open).toContain(`steps.${change.step}`);
    expect((await post("limburg-second-manager", publication, {})).body.code).toBe("call.not-publishable");
    const { version } = await desk();
    const answer = await post("limburg-manager", path, { version, change });
    expect([answer.status, answer.body]).toEqual([200, { version: version + 1 }]);
    const late = await post("limburg-second-manager", path, { version, change });
    expect([late.status, late.body.code]).toEqual([409, "call.changed"]);
  }
  const { call, payers, readiness } = await desk();
  expect(readiness).toEqual({ problems: [], parksWithoutMoney: ["limburg"], gaps: [] });
  expect(call).toMatchObject({ sizeMost: "small", ownShareLeast: 10, evidence: ["invoice"], reviewLanguages: ["en"] });
  const { fundId, budgetYear, currency } = payers[0];
  const ledger = { parkId: "limburg", fundId, callId, budgetYear, currency };
  expect((await post("limburg-finance", "/api/budgets", { ledger, amount: 5_000_000 })).status).toBe(200);
  expect((await post("limburg-second-manager", publication, {})).body).toEqual({ state: "open" });
  const { version } = await desk();
  const closed = await post("limburg-manager", path, { version, change: steps[0] });
  expect(closed.body.code).toBe("call.wrong-state");
  const shown = (await (await api.as("sme-owner")).get(`/api/calls/${callId}`)).body;
  expect(shown).toMatchObject({ code: "NEW-V26", state: "open", maximumAward: 900_000 });
  for (const hidden of ["writers", "unconfirmed", "createdBy"]) expect(shown).not.toHaveProperty(hidden);
});

test("a call that wants the award first says so on its page, in the public check and in its file", async () => {
  const path = `/api/calls/${callId}`;
  expect((await api.visitor().get(path)).body.notBegunBefore).toBe("award");
  const asked = await api.visitor().post(`${path}/check`, aPreCheck({ begun: true }));
  expect(asked.body.requirements).toContainEqual(
    expect.objectContaining({ code: "work.begun", facts: { declared: false, before: "award" } }),
  );
  const file = (await (await api.as("limburg-manager")).get(`${path}/file`)).body;
  expect(file.call.notBegunBefore).toBe("award");
  const copied = await post("limburg-manager", "/api/call-files", { file, code: "NEW-V28" });
  expect(copied.status).toBe(201);
  const copy = (await (await api.as("limburg-manager")).get(`/api/calls/${copied.body.callId}/desk`)).body;
  expect(copy.call.notBegunBefore).toBe("award");
});

test("problems point at the fields of the step that was sent", async () => {
  const begun = await post("limburg-manager", "/api/call-drafts", {
    code: "NEW-V27",
    leadPark: "limburg",
    ...about,
    opensOn: "2027-01-11",
    closesOn: "2027-03-31",
  });
  const path = `/api/calls/${begun.body.callId}/draft`;
  const change = { ...steps[0], maximumAward: 1, payers: [{ ...(steps[0]?.payers?.[0] ?? {}), sharePercent: 50 }] };
  const answer = await post("limburg-manager", path, { version: 0, change });
  expect(answer.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual([
    "/change/maximumAward",
    "/change/payers",
  ]);
});
