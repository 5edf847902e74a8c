/** A draft over the API, filled in so that it could be submitted: what the tests of drafts and of confidentiality start from. */
import { expect } from "vitest";
import { dayOf } from "../day.ts";
import { asked, type CaseBody } from "../scenario/story.ts";
import { lotsOf } from "../scenario/voucher-steps.ts";
import { until } from "../scenario/world.ts";
import type { OpenApi } from "./open-api.ts";

export const sections = {
  project: {
    title: "Shelf life of a lyophilised enzyme",
    summary: "How long does our enzyme keep its activity outside the cold chain?",
    need: "We have no climate chambers; the provider has.",
    effect: "Three markets without freezers open.",
  },
  company: {
    headcount: 12,
    turnover: 140_000_000,
    balanceSheet: 90_000_000,
    inDifficulty: false,
    outstandingRecovery: false,
  },
  aid: { declared: [], signed: true },
  declarations: { notBegun: true, noDoubleFunding: true, noExport: true, truthful: true },
} as const;

export const offer = (now: string, amount = 1_250_000) => ({
  scope: "Stability study at three temperatures over eight weeks.",
  price: { amount, currency: "EUR" },
  startsOn: dayAfter(now, 30),
  endsOn: dayAfter(now, 120),
  independent: true,
  priceBasis: "market-price",
});

export const dayAfter = (now: string, days: number) => dayOf(Date.parse(now), days);

/** Started by the SME in Limburg, nothing filled in. */
export async function startedDraft(api: OpenApi): Promise<string> {
  const sme = await api.as("sme-owner");
  const { calls } = (await sme.get("/api/calls")).body;
  const { callId } = calls.find((call: { code: string }) => call.code === "LIM-V26");
  const { me } = (await sme.get("/api/session")).body;
  const started = await sme.post("/api/cases", { callId, organisationId: me.memberships[0].organisationId });
  expect(started.status).toBe(201);
  return started.body.caseId;
}

/** With all sections and a confirmed offer of the provider in Lund. */
export async function fullDraft(api: OpenApi, price?: number): Promise<string> {
  const caseId = await startedDraft(api);
  const sme = await api.as("sme-owner");
  // A service of its own: the same one from the same provider is not paid twice.
  const project = { ...sections.project, need: lotsOf(caseId) };
  for (const [section, data] of Object.entries({ ...sections, project }))
    expect((await sme.put(`/api/cases/${caseId}/sections/${section}`, { data })).status).toBe(200);
  await invited(api, caseId);
  const provider = await api.as("provider-lund");
  const content = offer(api.deps.clock.now(), price);
  expect((await provider.post(`/api/cases/${caseId}/offer`, { content })).status).toBe(200);
  return caseId;
}

export async function invited(api: OpenApi, caseId: string): Promise<void> {
  const sme = await api.as("sme-owner");
  const { providers } = (await sme.get(`/api/providers?search=${encodeURIComponent("Skånska")}`)).body;
  const { organisationId } = providers[0];
  expect((await sme.post(`/api/cases/${caseId}/provider`, { organisationId })).status).toBe(200);
}

/** Submitted, and the manager is asked to screen it. */
export async function submittedCase(api: OpenApi): Promise<string> {
  const caseId = await fullDraft(api);
  expect((await (await api.as("sme-owner")).post(`/api/cases/${caseId}/submission`)).status).toBe(200);
  await until("screening", async () => asked(await caseSeenBy(api, "limburg-manager", caseId), "screen") || undefined);
  return caseId;
}

/** The case as this persona reads it. */
export async function caseSeenBy(api: OpenApi, persona: string, caseId: string): Promise<CaseBody> {
  return (await (await api.as(persona)).get(`/api/cases/${caseId}`)).body;
}
