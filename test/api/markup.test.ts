/** Markup in every text that a case takes: shown as it was written, never run, on every way out. */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { weekdayFrom } from "../day.ts";
import { sent } from "../scenario/paper-steps.ts";
import { asked, type CaseBody } from "../scenario/story.ts";
import { until } from "../scenario/world.ts";
import type { Caller } from "./caller.ts";
import { dayAfter, fullDraft, offer, sections } from "./draft.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let owner: Caller;
let provider: Caller;
let now: string;

beforeAll(async () => {
  api = await openApi();
  owner = await api.as("sme-owner");
  provider = await api.as("provider-lund");
  now = api.deps.clock.now();
});

describe("markup in every field of a case", () => {
  const markup = (field: string) => `<img src=x onerror=alert(1)> & "${field}" '👾' \u202e<b>`;
  let caseId: string;

  async function view(persona = "limburg-manager"): Promise<CaseBody> {
    return (await (await api.as(persona)).get(`/api/cases/${caseId}`)).body;
  }
  async function wanted(kind: string): Promise<void> {
    await until(kind, async () => (asked(await view(), kind) ? true : undefined));
  }
  async function done(persona: string, path: string, body: object): Promise<void> {
    const reply = await (await api.as(persona)).post(`/api/cases/${caseId}/${path}`, { noInterest: true, ...body });
    expect(reply.status, `${path}: ${reply.text}`).toBe(200);
  }
  async function reviewed(): Promise<void> {
    const all = await Promise.all(
      ["uppsala", "wales", "sherbrooke", "lund", "limburg"].map(async (park) => {
        const caller = await api.as(`reviewer-${park}`);
        return [(await caller.get("/api/session")).body.me.personId as string, caller] as const;
      }),
    );
    const pool = new Map(all);
    for (const { slot, reviewerId } of (await view())["slots"] as CaseBody[]) {
      const reviewer = pool.get(reviewerId);
      const path = `/api/cases/${caseId}/slots/${slot}`;
      expect((await reviewer?.post(`${path}/declaration`, { outcome: "accepted", note: markup("note") }))?.status).toBe(
        200,
      );
      await until("the review", async () => {
        const mine = (await reviewer?.get(`/api/cases/${caseId}`))?.body;
        return asked(mine, "review", slot) ? true : undefined;
      });
      const marks = ["relevance", "quality", "effect", "value"].map((criterion) => ({
        criterion,
        score: 4,
        toApplicant: markup(`to applicant ${criterion}`),
        toPark: markup("to park"),
      }));
      expect((await reviewer?.post(`${path}/review`, { marks, confidence: 1 }))?.status).toBe(200);
    }
  }

  beforeAll(async () => {
    caseId = await fullDraft(api);
    const { version } = (await owner.get(`/api/cases/${caseId}`)).body.sections.project;
    const texts = Object.fromEntries(Object.keys(sections.project).map((field) => [field, markup(field)]));
    expect((await owner.put(`/api/cases/${caseId}/sections/project`, { data: texts }, version)).status).toBe(200);
    const content = { ...offer(now), scope: markup("scope of the work") };
    expect((await provider.post(`/api/cases/${caseId}/offer`, { content })).status).toBe(200);
    expect((await owner.post(`/api/cases/${caseId}/submission`)).status).toBe(200);
    await wanted("screen");
    await done("limburg-manager", "screening", { outcome: "ask", question: markup("question") });
    await until("the question", async () =>
      asked((await owner.get(`/api/cases/${caseId}`)).body, "answer-question") ? true : undefined,
    );
    await done("sme-owner", "answer", { answer: markup("answer") });
    await wanted("screen");
    await done("limburg-manager", "screening", { outcome: "eligible" });
    await wanted("declare");
    await reviewed();
    await wanted("propose");
    const award = { kind: "award", amount: { amount: 1_000_000, currency: "EUR" } };
    await done("limburg-manager", "proposal", {
      ...award,
      reasons: markup("reasons"),
      conditions: markup("conditions"),
    });
    await wanted("approve");
    await done("limburg-approver", "approvals/limburg", { answer: "approve", reason: markup("approval") });
    await wanted("release");
    await done("limburg-second-manager", "release", {});
    for (const [persona, party] of [
      ["sme-owner", "applicant"],
      ["provider-lund", "provider"],
    ] as const) {
      await until("the terms", async () => (asked(await view(), "accept", party) ? true : undefined));
      await done(persona, "acceptance", { party });
    }
    await wanted("use");
    const line = {
      invoiceNumber: "<b>1</b>",
      invoiceDate: dayAfter(now, 0),
      description: markup("description"),
      net: { amount: 1_000_000, currency: "EUR" },
      vat: { amount: 0, currency: "EUR" },
    };
    await done("provider-lund", "report", {
      report: markup("report"),
      workFinishedOn: dayAfter(now, 0),
      lines: [line],
    });
    await until("the confirmation", async () => (asked(await view(), "confirm-service") ? true : undefined));
    await done("sme-owner", "confirmation", { outcome: "disputed", reason: markup("dispute") });
    await wanted("settle-dispute");
    await done("limburg-manager", "dispute", { outcome: "confirmed", reasons: markup("settled") });
    await wanted("check-claim");
    await done("limburg-manager", "query", { question: markup("query") });
    await until("the query", async () => (asked(await view(), "answer-query") ? true : undefined));
    await done("provider-lund", "query-answer", { answer: markup("query answer") });
    await sent(await api.story().as("sme-owner"), caseId, "own-share", "bank-statement.pdf");
    await wanted("check-claim");
    const assessment = { lines: [{ line: 1, net: 900_000 }], paidByApplicant: 200_000, reason: markup("cut") };
    await done("limburg-manager", "assessment", assessment);
    await wanted("finance-check");
    await done("limburg-finance", "finance-check", { outcome: "accepted" });
    await wanted("pay");
    await api.settled();
  });

  test("is in letters as text that stands for itself, in subjects on one line", async () => {
    const { letters } = (await (await api.as("limburg-manager")).get(`/api/cases/${caseId}/letters`)).body;
    const kinds = new Set(letters.map(({ kind }: CaseBody) => kind));
    for (const kind of [
      "receipt",
      "question",
      "review-invitation",
      "approval-asked",
      "decision-award",
      "voucher",
      "query",
    ])
      expect(kinds).toContain(kind);
    for (const { kind, html, text, subject } of letters as CaseBody[]) {
      expect(html.replaceAll("<br>", ""), kind).not.toMatch(/<img|<b>|onerror=alert\(1\)>/);
      expect(subject, kind).not.toMatch(/[\r\n]/);
      if (String(text).includes("<img")) expect(html, kind).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; ");
    }
    const quoted = ["question", "conditions", "to applicant quality", "query"];
    for (const field of quoted)
      expect(
        letters.some(({ text }: CaseBody) => text.includes(markup(field))),
        field,
      ).toBe(true);
  });

  test("is in mail as it is in the letter, and no header was made of it", async () => {
    const mails = api.product.inbox.all();
    for (const { html, subject, to } of mails) {
      expect(html).not.toMatch(/<img/);
      expect(`${subject}${to}`).not.toMatch(/[\r\n]/);
    }
  });

  test("is in previews, evidence, the list and its file as data", async () => {
    const manager = await api.as("limburg-manager");
    for (const path of ["evidence", "history", "workflow", "ledger", "wanted"]) {
      const reply = await manager.get(`/api/cases/${caseId}/${path}`);
      expect(reply.status).toBe(200);
      expect(reply.headers.get("content-type")).toBe("application/json; charset=utf-8");
    }
    const list = await manager.get("/api/parks/limburg/cases?search=onerror");
    expect(list.body.rows.map(({ title }: CaseBody) => title)).toEqual([markup("title")]);
    const csv = await manager.get("/api/parks/limburg/tables/cases");
    expect(csv.headers.get("content-disposition")).toMatch(/^attachment; /);
    expect(csv.text).toContain("<img src=x");
  });

  test("is in the bank's file as the letters that banks take", async () => {
    const finance = await api.as("limburg-finance");
    const { endToEndId } = (await finance.get("/api/parks/limburg/payments")).body.waiting[0];
    const executionDate = weekdayFrom(Date.parse(now), 1);
    const body = { endToEndIds: [endToEndId], executionDate, noInterest: true };
    const { batchId } = (await finance.post("/api/parks/limburg/batches", body)).body;
    const other = await api.as("limburg-second-finance");
    await other.post(`/api/parks/limburg/batches/${batchId}/release`, { noInterest: true });
    const file = await finance.get(`/api/parks/limburg/batches/${batchId}/file`);
    expect(file.status).toBe(200);
    expect(file.text).not.toMatch(/<b>|<img|👾|\u202e/);
  });
});
