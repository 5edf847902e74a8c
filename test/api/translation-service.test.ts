/** A park with a translation service, over HTTP: the case goes on by itself, marked as a machine's work; where the service fails it waits with the manager, who reads why and asks again. */
import { applyNetworkFile } from "@multihelix/core/network/apply-network.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startTranslationServer, type TranslationServer } from "../fixture/translation-server.ts";
import { asked, type CaseBody } from "../scenario/story.ts";
import { until } from "../scenario/world.ts";
import { poster, submittedInDutch } from "./dutch-case.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let server: TranslationServer;
let first: string;
beforeAll(async () => {
  [api, server] = await Promise.all([openApi(), startTranslationServer()]);
  const network = demoNetwork();
  const parks = network.parks.map((park) =>
    park.id === "limburg" ? { ...park, translation: { name: "Tolk", url: server.url, key: false } } : park,
  );
  await applyNetworkFile(api.deps, { kind: "system", name: "operator" }, { ...network, parks });
  api.deps.network.refresh();
});
afterAll(() => server.stop());

const seenIn = async (caseId: string, persona: string): Promise<CaseBody> =>
  (await (await api.as(persona)).get(`/api/cases/${caseId}`)).body;

test("a case outside the review languages is translated, planned and marked, without anybody", async () => {
  const caseId = await submittedInDutch(api, "TRB-V26");
  first = caseId;
  const seen = await until("a reviewer to be asked", async () => {
    api.deps.wake();
    const view = await seenIn(caseId, "limburg-manager");
    return asked(view, "declare") ? view : undefined;
  });
  expect(seen.translations).toMatchObject([{ language: "en", source: "service", translator: "Tolk", current: true }]);
  expect(seen).not.toHaveProperty("translating");
  expect(server.asked).toMatchObject([{ source: "nl", target: "en" }]);
  for (const party of ["sme-owner", "provider-lund"]) {
    const theirs = await seenIn(caseId, party);
    expect([party, theirs.translations, theirs.translating]).toEqual([party, [], undefined]);
  }
  const shown = (await (await api.visitor()).get("/api/network")).text;
  expect(shown).not.toContain(server.url);
});

test("where the service refuses, the case waits with the manager, who reads why and has it asked once more", async () => {
  server.behave("refuses");
  // Another case on the same service is double funding.
  await poster(api)("sme-owner", `/api/cases/${first}/withdrawal`, { reason: "Another one." });
  const caseId = await submittedInDutch(api, "TRC-V26");
  const waiting = await until("the failure to be told", async () => {
    api.deps.wake();
    const view = await seenIn(caseId, "limburg-manager");
    return view.translating?.state === "failed" && asked(view, "assign-reviewer") ? view : undefined;
  });
  expect(waiting.translating).toMatchObject({ service: "Tolk", language: "en", fault: "refused" });
  server.behave("translates");
  const answer = await poster(api)("limburg-manager", `/api/cases/${caseId}/slots/-/plan`, { noInterest: true });
  expect(answer).toEqual({ outcome: "translating" });
  await until("a reviewer to be asked", async () => {
    api.deps.wake();
    return asked(await seenIn(caseId, "limburg-manager"), "declare") || undefined;
  });
  const history = (await (await api.as("limburg-manager")).get(`/api/cases/${caseId}/history`)).body;
  const types = history.entries.map(({ type }: { type: string }) => type);
  for (const type of ["translation.asked", "translation.failed", "translation.added"]) expect(types).toContain(type);
});
