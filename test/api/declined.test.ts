/** A proposal that the park sends back again and again: the workflow goes on in a new execution, and nobody notices. */
import { beforeAll, expect, test, vi } from "vitest";
import { asked, type CaseBody } from "../scenario/story.ts";
import { until } from "../scenario/world.ts";
import { fullDraft } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let caseId: string;

async function act(persona: string, path: string, body: object): Promise<void> {
  const reply = await (await api.as(persona)).post(`/api/cases/${caseId}/${path}`, { noInterest: true, ...body });
  expect(reply.status, `${path}: ${reply.text}`).toBe(200);
}

async function wanted(kind: string, slot?: string): Promise<CaseBody> {
  const manager = await api.as("limburg-manager");
  return until(kind, async () => {
    const { body } = await manager.get(`/api/cases/${caseId}`);
    return asked(body, kind, slot) ? (body as CaseBody) : undefined;
  });
}

beforeAll(async () => {
  api = await openApi();
  caseId = await fullDraft(api);
  const owner = await api.as("sme-owner");
  expect((await owner.post(`/api/cases/${caseId}/submission`)).status).toBe(200);
  await wanted("screen");
  await act("limburg-manager", "screening", { outcome: "eligible" });
  const { slots } = await wanted("declare");
  const reviewers = await Promise.all(
    ["uppsala", "wales", "sherbrooke", "lund", "limburg"].map((park) => api.as(`reviewer-${park}`)),
  );
  for (const { slot, reviewerId } of slots as CaseBody[]) {
    const all = await Promise.all(
      reviewers.map(async (one) => [(await one.get("/api/session")).body.me.personId, one] as const),
    );
    const reviewer = all.find(([personId]) => personId === reviewerId)?.[1];
    const path = `/api/cases/${caseId}/slots/${slot}`;
    expect((await reviewer?.post(`${path}/declaration`, { outcome: "accepted" }))?.status).toBe(200);
    await wanted("review", slot);
    const marks = ["relevance", "quality", "effect", "value"].map((criterion) => ({
      criterion,
      score: 4,
      toApplicant: "Good.",
      toPark: "",
    }));
    expect((await reviewer?.post(`${path}/review`, { marks, confidence: 2 }))?.status).toBe(200);
  }
});

test("five proposals declined and a sixth approved end in a release like a first one", async () => {
  for (let round = 1; round <= 6; round++) {
    await wanted("propose");
    const amount = { amount: 900_000 + round, currency: "EUR" };
    await act("limburg-manager", "proposal", { kind: "award", amount, reasons: "Clear need.", conditions: "" });
    await wanted("approve", "limburg");
    const answer = round < 6 ? { answer: "decline", reason: "Ask for less." } : { answer: "approve" };
    await act("limburg-approver", "approvals/limburg", answer);
  }
  await wanted("release");
  await act("limburg-second-manager", "release", {});
  await wanted("accept");
  const manager = await api.as("limburg-manager");
  const { entries } = (await manager.get(`/api/cases/${caseId}/history`)).body;
  expect(entries.filter(({ type }: CaseBody) => type === "case.workflow-restarted")).toHaveLength(1);
  expect(entries.filter(({ type }: CaseBody) => type === "decision.proposed")).toHaveLength(6);
  const { body } = await manager.get(`/api/cases/${caseId}`);
  expect(body.tasks.filter(({ status }: CaseBody) => status === "open").map(({ kind }: CaseBody) => kind)).toEqual([
    "accept",
    "accept",
  ]);
});
