/** An application outside the review languages over HTTP: it waits, is translated, and is read by its reviewers and nobody else outside. */
import { beforeAll, expect, test, vi } from "vitest";
import { asked, type CaseBody } from "../scenario/story.ts";
import { until } from "../scenario/world.ts";
import { poster, submittedInDutch } from "./dutch-case.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let caseId: string;
beforeAll(async () => {
  api = await openApi();
  caseId = await submittedInDutch(api, "TRA-V26");
});

const post = (persona: string, path: string, body: object) => poster(api)(persona, path, body);
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
