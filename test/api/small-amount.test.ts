/** An amount for which the call wants no review, over HTTP and the embedded store: from screening straight to the proposal, with its promised day. */
import { beforeAll, expect, test, vi } from "vitest";
import { asked, type CaseBody } from "../scenario/story.ts";
import { until } from "../scenario/world.ts";
import { submittedInDutch } from "./dutch-case.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let caseId: string;
beforeAll(async () => {
  api = await openApi();
  caseId = await submittedInDutch(api, "SMA-V26", { noReviewUpTo: 1_000_000, decisionDays: 30 });
});

const get = async (persona: string, path: string): Promise<CaseBody> => (await (await api.as(persona)).get(path)).body;

test("nobody is invited, no translation is waited for, and the manager is asked for a proposal at once", async () => {
  const seen = () => get("limburg-manager", `/api/cases/${caseId}`);
  await until("the proposal to be asked", async () => asked(await seen(), "propose") || undefined);
  const view = await seen();
  expect([view.status, view.slots]).toEqual(["deciding", []]);
  const { entries } = await get("limburg-manager", `/api/cases/${caseId}/history`);
  expect(entries.map(({ type }: { type: string }) => type)).toContain("review.none-wanted");
});

test("the applicant and the park read until when the decision is promised, the provider does not, and the list counts what is late", async () => {
  const { decisionBy } = await get("sme-owner", `/api/cases/${caseId}`);
  expect(Date.parse(decisionBy) - Date.parse(api.deps.clock.now())).toBeGreaterThan(29 * 86_400_000);
  expect((await get("limburg-manager", `/api/cases/${caseId}`)).decisionBy).toBe(decisionBy);
  expect(await get("provider-lund", `/api/cases/${caseId}`)).not.toHaveProperty("decisionBy");
  const { rows, views } = await get("limburg-manager", "/api/parks/limburg/cases");
  expect(rows).toContainEqual(expect.objectContaining({ caseId, decisionBy }));
  expect(views["promise-late"]).toBe(0);
});

test("the applicant's picture has no reviewers in it and says that the park decides without a review", async () => {
  const picture = await get("sme-owner", `/api/cases/${caseId}/workflow`);
  const stations = (picture.blocks as { id: string; state: string }[]).map(({ id, state }) => `${id} ${state}`);
  expect(stations.slice(0, 3)).toEqual(["Submitted done", "Screen done", "Release present"]);
  expect(picture.next).toContain("decides without a review");
});
