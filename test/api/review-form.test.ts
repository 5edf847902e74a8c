/** The form for reviewing without a connection: after the declaration, for one person, compared before anything changes. */
import { beforeAll, expect, test, vi } from "vitest";
import { asked, type CaseBody } from "../scenario/story.ts";
import { applied, screened } from "../scenario/voucher-steps.ts";
import type { Caller } from "./caller.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let api: OpenApi;
let caseId: string;
let first: { reviewer: Caller; slot: string };
let other: { reviewer: Caller; slot: string };
const pathOf = (slot: string) => `/api/cases/${caseId}/slots/${slot}/offline-form`;

beforeAll(async () => {
  api = await openApi();
  const story = api.story();
  const told = await applied(story);
  caseId = told.caseId;
  await screened(story, told);
  const view = await story.caseUntil(story.people.manager, caseId, "reviewers", (one) => asked(one, "declare", "r2"));
  const [one, two] = view["slots"] as CaseBody[];
  first = await seated(one);
  other = await seated(two);
});

async function seated(slot: CaseBody | undefined): Promise<{ reviewer: Caller; slot: string }> {
  for (const place of ["uppsala", "wales", "sherbrooke", "lund", "limburg"]) {
    const reviewer = await api.as(`reviewer-${place}`);
    if ((await reviewer.get("/api/session")).body.me.personId === slot?.["reviewerId"])
      return { reviewer, slot: String(slot?.["slot"]) };
  }
  throw new Error("nobody known sits there");
}

const marks = [
  { criterion: "relevance", score: 5, toApplicant: "A clear need.", toPark: "" },
  { criterion: "quality", score: "not-assessable", toApplicant: "", toPark: "No method is named." },
  { criterion: "effect", toApplicant: "", toPark: "" },
];
const tokenIn = (text: string) => /id="form">([^<]+)</.exec(text)?.[1] ?? "";

test("before the declaration there is no form; for who is not the reviewer there is no case", async () => {
  const early = await first.reviewer.get(pathOf(first.slot));
  expect([early.status, early.body.code]).toEqual([409, "review.not-accepted"]);
  for (const persona of ["sme-owner", "provider-lund", "limburg-manager"])
    expect((await (await api.as(persona)).get(pathOf(first.slot))).status).toBe(404);
  expect((await other.reviewer.get(pathOf(first.slot))).status).toBe(404);
});

test("it comes as a file, comes back compared with what is saved, and saves nothing by itself", async () => {
  const { reviewer, slot } = first;
  const declared = await reviewer.post(`/api/cases/${caseId}/slots/${slot}/declaration`, { outcome: "accepted" });
  expect(declared.status).toBe(200);
  const fetched = await reviewer.get(`${pathOf(slot)}?language=sv`);
  expect(fetched.headers.get("content-disposition")).toMatch(/^attachment; filename="review-.+\.html"$/);
  expect(fetched.text).toContain("Granska utan uppkoppling");
  const form = tokenIn(fetched.text);
  const answer = await reviewer.post(pathOf(slot), { form, marks, confidence: 2 });
  expect(answer.body.savedAt).toBeUndefined();
  expect(answer.body.changes).toEqual([
    { criterion: "relevance", field: "score", before: "", after: "5" },
    { criterion: "relevance", field: "toApplicant", before: "", after: "A clear need." },
    { criterion: "quality", field: "score", before: "", after: "not-assessable" },
    { criterion: "quality", field: "toPark", before: "", after: "No method is named." },
  ]);
  expect((await reviewer.get(`/api/cases/${caseId}`)).body.reviews).toEqual([]);
  const draft = { marks: [{ ...marks[0], score: 3 }], confidence: 3 };
  expect((await reviewer.put(`/api/cases/${caseId}/slots/${slot}/draft`, draft)).status).toBe(200);
  const again = await reviewer.post(pathOf(slot), { form, marks, confidence: 2 });
  expect(again.body.changes[0]).toEqual({ criterion: "relevance", field: "score", before: "3", after: "5" });
  expect(again.body.changes.at(-1)).toMatchObject({ field: "confidence", before: "3", after: "2" });
});

test("a form of another person, or changed, is refused in a sentence", async () => {
  const form = tokenIn((await first.reviewer.get(pathOf(first.slot))).text);
  await other.reviewer.post(`/api/cases/${caseId}/slots/${other.slot}/declaration`, { outcome: "accepted" });
  for (const [who, slot, token] of [
    [other.reviewer, other.slot, form],
    [first.reviewer, first.slot, `${form}x`],
  ] as const) {
    const refused = await who.post(pathOf(slot), { form: token, marks, confidence: 2 });
    expect([refused.status, refused.body.code]).toEqual([422, "review-form.not-yours"]);
    expect(refused.body.detail).toMatch(/^This form was made for .*\.$/);
  }
});
