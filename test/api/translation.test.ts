/** An application outside the review languages over HTTP: it waits, is translated, and is read by its reviewers and nobody else outside. */
import { beforeAll, expect, test, vi } from "vitest";
import { asked, type CaseBody } from "../scenario/story.ts";
import { until } from "../scenario/world.ts";
import { dayAfter, offer, sections } from "./draft.ts";
import { call } from "./forged-call.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let caseId: string;
beforeAll(async () => {
  api = await openApi();
  caseId = await submittedInDutch();
});

const post = async (persona: string, path: string, body: object) => {
  const answer = await (await api.as(persona)).post(path, body);
  expect([path, answer.status < 300, answer.text.slice(0, 400 * Number(answer.status >= 300))]).toEqual([
    path,
    true,
    "",
  ]);
  return answer.body;
};

/** In a call whose applications are in Dutch and whose reviews are in English. */
async function submittedInDutch(): Promise<string> {
  const now = api.deps.clock.now();
  const drafted = {
    ...call({ now }),
    code: "TRA-V26",
    closes: `${dayAfter(now, 60)}T12:00:00.000Z`,
    minimumAward: 100_000,
    maximumAward: 1_000_000,
    languages: ["nl"],
    title: { nl: "Cheques", en: "Vouchers" },
    summary: { nl: "Cheques", en: "Vouchers" },
    reviewLanguages: ["en"],
    oneReviewUpTo: 1_000_000,
  };
  const { callId } = await post("limburg-manager", "/api/calls", drafted);
  const budgetYear = Number(now.slice(0, 4));
  const ledger = { parkId: "limburg", fundId: "limburg-regional", callId, budgetYear, currency: "EUR" };
  await post("limburg-finance", "/api/budgets", { ledger, amount: 5_000_000 });
  await post("limburg-second-manager", `/api/calls/${callId}/publication`, {});
  await api.settled();
  const sme = await api.as("sme-owner");
  const { me } = (await sme.get("/api/session")).body;
  const started = await post("sme-owner", "/api/cases", { callId, organisationId: me.memberships[0].organisationId });
  for (const [section, data] of Object.entries(sections))
    expect((await sme.put(`/api/cases/${started.caseId}/sections/${section}`, { data })).status).toBe(200);
  const { providers } = (await sme.get(`/api/providers?search=${encodeURIComponent("Skånska")}`)).body;
  await post("sme-owner", `/api/cases/${started.caseId}/provider`, { organisationId: providers[0].organisationId });
  await post("provider-lund", `/api/cases/${started.caseId}/offer`, { content: offer(now, 500_000) });
  await post("sme-owner", `/api/cases/${started.caseId}/submission`, {});
  await until("screening", async () => asked(await seenBy("limburg-manager"), "screen") || undefined);
  await post("limburg-manager", `/api/cases/${started.caseId}/screening`, { noInterest: true, outcome: "eligible" });
  return started.caseId;

  async function seenBy(persona: string): Promise<CaseBody> {
    return (await (await api.as(persona)).get(`/api/cases/${started.caseId}`)).body;
  }
}

const seen = async (persona: string): Promise<CaseBody> =>
  (await (await api.as(persona)).get(`/api/cases/${caseId}`)).body;

const translation = {
  source: "person",
  translator: "A. Tolk",
  words: {
    title: "Shelf life of an enzyme, in English",
    need: "No climate chambers here.",
    effect: "Three markets open.",
    scope: "Stability at three temperatures, in English.",
  },
};

test("it waits with the manager, and choosing anew is refused until it is translated", async () => {
  await until("the manager's task", async () => asked(await seen("limburg-manager"), "assign-reviewer") || undefined);
  const again = await (await api.as("limburg-manager")).post(`/api/cases/${caseId}/slots/-/plan`, { noInterest: true });
  expect([again.status, again.body.code]).toEqual([409, "review.waits-for-translation"]);
  const history = (await (await api.as("limburg-manager")).get(`/api/cases/${caseId}/history`)).body;
  expect(history.entries.map(({ type }: { type: string }) => type)).toContain("review.waits-for-translation");
});

test("translated, a plan is found; who reviews it reads the translation after declaring, the parties never", async () => {
  await post("limburg-manager", `/api/cases/${caseId}/translations/en`, translation);
  await post("limburg-manager", `/api/cases/${caseId}/slots/-/plan`, { noInterest: true });
  const { slots, translations } = await seen("limburg-manager");
  expect(translations).toMatchObject([{ language: "en", translator: "A. Tolk", current: true }]);
  const [{ slot, reviewerId }] = slots as { slot: string; reviewerId: string }[] as [
    { slot: string; reviewerId: string },
  ];
  const places = ["uppsala", "wales", "sherbrooke", "lund", "limburg"];
  const reviewers = await Promise.all(places.map(async (place) => api.as(`reviewer-${place}`)));
  const own = await Promise.all(reviewers.map(async (one) => (await one.get("/api/session")).body.me.personId));
  const reviewer = reviewers[own.indexOf(reviewerId)];
  if (reviewer === undefined) throw new Error("the reviewer is one of the personas");
  await until("the declaration to be asked", async () => asked(await seen("limburg-manager"), "declare") || undefined);
  expect((await reviewer.get(`/api/cases/${caseId}`)).body.translations).toEqual([]);
  const declared = await reviewer.post(`/api/cases/${caseId}/slots/${slot}/declaration`, { outcome: "accepted" });
  expect(declared.status).toBe(200);
  expect((await reviewer.get(`/api/cases/${caseId}`)).body.translations).toMatchObject([translation]);
  for (const party of ["sme-owner", "provider-lund"]) expect((await seen(party)).translations).toEqual([]);
});
