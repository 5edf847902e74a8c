/** A case found eligible that is written in a language which its call does not review in. */
import type { Call } from "@multihelix/core/call/call.ts";
import { expect } from "vitest";
import { asked, type CaseBody } from "../scenario/story.ts";
import { until } from "../scenario/world.ts";
import { dayAfter, offer, sections } from "./draft.ts";
import { call } from "./forged-call.ts";
import type { OpenApi } from "./open-api.ts";

/** Posts as a persona, and expects that it is taken. */
export const poster = (api: OpenApi) => async (persona: string, path: string, body: object) => {
  const answer = await (await api.as(persona)).post(path, body);
  expect([path, answer.status < 300, answer.text.slice(0, 400 * Number(answer.status >= 300))]).toEqual([
    path,
    true,
    "",
  ]);
  return answer.body;
};

/** In a call whose applications are in Dutch and whose reviews are in English. */
export async function submittedInDutch(api: OpenApi, code: string, given: Partial<Call> = {}): Promise<string> {
  const post = poster(api);
  const now = api.deps.clock.now();
  const drafted = {
    ...call({ now }),
    code,
    closes: `${dayAfter(now, 60)}T12:00:00.000Z`,
    minimumAward: 100_000,
    maximumAward: 1_000_000,
    languages: ["nl"],
    title: { nl: "Cheques", en: "Vouchers" },
    summary: { nl: "Cheques", en: "Vouchers" },
    reviewLanguages: ["en"],
    oneReviewUpTo: 1_000_000,
    ...given,
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
