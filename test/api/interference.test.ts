/** Non-interference: what is decided inside a park changes no byte of what is answered outside, until it is released. */
import { beforeAll, expect, test, vi } from "vitest";
import { weekdayFrom } from "../day.ts";
import { asked, type CaseBody, expectStatus, type Story } from "../scenario/story.ts";
import { accepted, reported } from "../scenario/voucher-use-steps.ts";
import { until as poll } from "../scenario/world.ts";
import type { Caller } from "./caller.ts";
import { fullDraft } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";
import { type Places, readAll } from "./reading.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Over midnight, so that a due day that hangs on the hour of an act would show. */
const later = 26 * 3_600_000;
const criteria = ["relevance", "quality", "effect", "value"];

let api: OpenApi;
let story: Story;
let caseId: string;
let places: Places;
/** Who must not notice. */
let readers: Record<string, Caller>;
/** What they read before. */
let before: Record<string, Record<string, string>>;

beforeAll(async () => {
  api = await openApi();
  story = api.story();
  caseId = await fullDraft(api);
  // A draft of the same undertaking that could be submitted: what is held for the first case could show in its arithmetic.
  const draft = await fullDraft(api, 1_100_000);
  const submitted = await (await api.as("sme-owner")).post(`/api/cases/${caseId}/submission`);
  expect(submitted.status).toBe(200);
  const { callId } = await view("limburg-manager");
  const batchIds = ["bat_01K8Z3V5J0QW4R7T9Y2B6C8D1F"];
  places = { caseIds: [caseId, draft], parkIds: ["limburg"], callIds: [callId], batchIds };
  const names = ["sme-owner", "provider-lund", "reviewer-conflicted"];
  readers = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await api.as(name)] as const)));
});

async function readings(): Promise<typeof before> {
  const read = Object.entries(readers).map(async ([name, who]) => [name, await readAll(who, places)] as const);
  return Object.fromEntries(await Promise.all(read));
}

/** From here on, nothing may change for the readers. */
async function begin(): Promise<void> {
  await api.settled();
  before = await readings();
}

/** Done later, looked at at the same instant as before: neither the act nor its hour may show. */
async function hidden(act: () => Promise<unknown>): Promise<void> {
  api.clock.move(later);
  api.signOut();
  await act();
  await api.settled();
  api.clock.move(-later);
  api.signOut();
  for (const [name, read] of Object.entries(await readings()))
    for (const [path, text] of Object.entries(read))
      expect.soft(text, `${name} reads ${path}`).toBe(before[name]?.[path]);
}

async function view(persona: string): Promise<CaseBody> {
  return (await (await api.as(persona)).get(`/api/cases/${caseId}`)).body;
}

/** An act of staff on the case. */
async function act(persona: string, path: string, body: object): Promise<void> {
  expectStatus(await (await api.as(persona)).post(`/api/cases/${caseId}/${path}`, { noInterest: true, ...body }), 200);
}

async function until(kind: string, slot?: string): Promise<CaseBody> {
  return poll(`the task ${kind}`, async () => {
    const one = await view("limburg-manager");
    return asked(one, kind, slot) ? one : undefined;
  });
}

/** The signed-in reviewer who sits in the slot now. */
async function seated(slot: string): Promise<Caller> {
  const { slots } = await view("limburg-manager");
  const { reviewerId } = (slots as CaseBody[]).find((one) => one["slot"] === slot) ?? {};
  for (const place of ["uppsala", "wales", "sherbrooke", "lund", "limburg"]) {
    const reviewer = await api.as(`reviewer-${place}`);
    if ((await reviewer.get("/api/session")).body.me.personId === reviewerId) return reviewer;
  }
  throw new Error(`nobody known sits in ${slot}`);
}

async function declare(slot: string, declaration: object): Promise<void> {
  await until("declare", slot);
  const reviewer = await seated(slot);
  expectStatus(await reviewer.post(`/api/cases/${caseId}/slots/${slot}/declaration`, declaration), 200);
}

async function file(slot: string, score: number): Promise<void> {
  await until("review", slot);
  const reviewer = await seated(slot);
  const marks = criteria.map((criterion) => ({ criterion, score, toApplicant: `Reasons ${score}`, toPark: "Inside." }));
  expectStatus(await reviewer.post(`/api/cases/${caseId}/slots/${slot}/review`, { marks, confidence: 2 }), 200);
}

test("screening: a finding that it is not eligible, and a second person's refusal of it", async () => {
  await until("screen");
  await begin();
  await hidden(async () => {
    await act("limburg-manager", "screening", { outcome: "ineligible", reasons: "Outside the sectors." });
    await until("confirm-ineligible");
  });
  await hidden(async () => {
    await act("limburg-second-manager", "ineligibility", { outcome: "back" });
    await until("screen");
  });
});

test("review: who is asked, who has a conflict, who comes instead, what they score", async () => {
  await act("limburg-manager", "screening", { outcome: "eligible" });
  await until("declare", "r2");
  await begin();
  await hidden(() => declare("r1", { outcome: "conflicted", note: "My sister works there." }));
  await hidden(async () => {
    await declare("r1", { outcome: "accepted" });
    await file("r1", 5);
  });
  await hidden(async () => {
    await declare("r2", { outcome: "accepted" });
    await file("r2", 4);
    await until("propose");
  });
});

test("decision: an award or a rejection, its amount, and what approvers make of it", async () => {
  const propose = async (body: object) => {
    await until("propose");
    await act("limburg-manager", "proposal", { reasons: "As the reviews say.", ...body });
    await until("approve");
  };
  const award = (amount: number) => ({ kind: "award", amount: { amount, currency: "EUR" } });
  await hidden(() => propose(award(1_000_000)));
  await hidden(async () => {
    await act("limburg-approver", "approvals/limburg", { answer: "decline", reason: "Too much." });
    await until("propose");
  });
  await hidden(() => propose({ kind: "reject" }));
  await hidden(async () => {
    await act("limburg-approver", "approvals/limburg", { answer: "ask", reason: "Why not?" });
    await until("propose");
  });
  await hidden(() => propose(award(640_000)));
  await hidden(async () => {
    await act("limburg-approver", "approvals/limburg", { answer: "approve" });
    await until("release");
  });
});

test("voucher in use: that a manager wants it cancelled", async () => {
  await act("limburg-second-manager", "release", {});
  await accepted(story, { caseId, reference: "" });
  await until("use");
  await begin();
  await hidden(() => act("limburg-manager", "cancellation-proposal", { reasons: "The provider is slow." }));
});

test("claim: what the manager accepts of it, that finance sends it back, that it is assessed anew", async () => {
  await reported(story, { caseId, reference: "" });
  await until("check-claim");
  await begin();
  const assess = async (net: number, paidByApplicant: number) => {
    await until("check-claim");
    await act("limburg-manager", "assessment", { lines: [{ line: 1, net }], paidByApplicant, reason: "As invoiced." });
    await until("finance-check");
  };
  await hidden(() => assess(800_000, 800_000));
  await hidden(async () => {
    await act("limburg-finance", "finance-check", { outcome: "back", reason: "Count again." });
    await until("check-claim");
  });
  await hidden(() => assess(700_000, 700_000));
});

test("payment: the batch it is in, until the bank has booked it", async () => {
  await act("limburg-finance", "finance-check", { outcome: "accepted" });
  await until("pay");
  await begin();
  const { waiting } = (await (await api.as("limburg-second-finance")).get("/api/parks/limburg/payments")).body;
  const batch = {
    endToEndIds: [waiting[0].endToEndId],
    // The act is done 26 hours later: late in the evening that is the day after tomorrow.
    executionDate: weekdayFrom(Date.parse(api.deps.clock.now()), 3),
    noInterest: true,
  };
  let batchId = "";
  await hidden(async () => {
    const finance = await api.as("limburg-second-finance");
    const prepared = await finance.post("/api/parks/limburg/batches", batch);
    expectStatus(prepared, 201);
    batchId = prepared.body.batchId;
  });
  await hidden(async () => {
    const finance = await api.as("limburg-second-finance");
    const other = await api.as("limburg-substitute");
    expectStatus(await other.post(`/api/parks/limburg/batches/${batchId}/release`, { noInterest: true }), 200);
    expectStatus(await finance.post(`/api/parks/limburg/batches/${batchId}/sent`), 200);
  });
});
