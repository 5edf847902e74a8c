import { beginCall } from "@multihelix/core/call/begin-call.ts";
import type { Call } from "@multihelix/core/call/call.ts";
import { changeDraft } from "@multihelix/core/call/change-draft.ts";
import type { DraftChange } from "@multihelix/core/call/change-schema.ts";
import { publishCall } from "@multihelix/core/call/publish-call.ts";
import { readinessOf } from "@multihelix/core/call/readiness.ts";
import { emptyBudget } from "@multihelix/core/ledger/posting.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const mia = staff("mia", "manager", "limburg");
const max = staff("max", "manager", "limburg");
const moment = aMoment();
const { publishedBy: _published, ...published } = aCall();
const draft: Call = { ...published, state: "draft", title: { en: "A", nl: "A" }, summary: { en: "B", nl: "B" } };

const about: DraftChange = {
  step: "about",
  languages: ["en"],
  title: { en: "Vouchers" },
  summary: { en: "Buy a service." },
  mode: "deadline",
  opensOn: "2026-01-05",
  closesOn: "2027-03-31",
};
const money: DraftChange = {
  step: "money",
  minimumAward: 100_000,
  maximumAward: 500_000,
  intensity: 70,
  validityMonths: 9,
  pays: "sme",
  payers: [{ parkId: "limburg", fundId: "limburg-regional", sharePercent: 100, aidBasis: "eu-de-minimis" }],
};

function decide(change: DraftChange, call: Call = draft, actor = mia, version = call.version, available = 0) {
  const budgets = [{ ...emptyBudget(aLedger()), available }];
  return changeDraft.decide({ call, budgets }, actor, { callId: call.callId, version, change }, moment);
}
const saved = (...given: Parameters<typeof decide>) => written(decide(...given).changes, "call")[0] as Call;

function paths(act: () => unknown): string[] {
  return (refusalOf(act).facts.problems as { path: string }[]).map(({ path }) => path);
}

describe("a step of a draft", () => {
  test("writes its own fields whole and leaves the others", () => {
    const call = saved(money, { ...draft, ownShareLeast: 20, sizeMost: "small" });
    expect(call).toMatchObject({ maximumAward: 500_000, pays: "sme", sizeMost: "small", mode: "rolling" });
    expect(call).not.toHaveProperty("ownShareLeast");
  });

  test("keeps the hour at which a call opens while its day stays, and closes at the end of a new last day", () => {
    expect(saved(about)).toMatchObject({ opens: draft.opens, closes: at("2027-03-31T21:59:59Z") });
  });

  test("lets a budget year that followed from the opening day follow the new one", () => {
    const next = { ...about, opensOn: "2027-01-11" } as DraftChange;
    expect(saved(next).payers[0]?.ledger.budgetYear).toBe(2027);
    const chosen = draft.payers.map((payer) => ({ ...payer, ledger: { ...payer.ledger, budgetYear: 2025 } }));
    expect(saved(next, { ...draft, payers: chosen }).payers[0]?.ledger.budgetYear).toBe(2025);
  });

  test("does not leave a park's money under a year that no longer pays", () => {
    const next = { ...about, opensOn: "2027-01-11" } as DraftChange;
    expect(refused(() => decide(next, draft, mia, 0, 5_000_000))).toBe("conflict call.budget-set");
    expect(saved(about, draft, mia, 0, 5_000_000).title).toEqual({ en: "Vouchers" });
  });

  test("is refused with every problem of its own, and with none of another step", () => {
    const wrong = { ...about, closesOn: "2026-01-01", languages: ["en", "sv"] } as DraftChange;
    expect(paths(() => decide(wrong, { ...draft, eligibleCountries: [] }))).toEqual([
      "change.closesOn",
      "change.title.sv",
      "change.summary.sv",
    ]);
  });

  test("asks KPI questions in each language of the call, and says no more of a scale than it has marks", () => {
    const text = { en: "How many used it?" };
    const papers: DraftChange = { step: "papers", kpiQuestions: [{ id: "question-1", text }] };
    expect(paths(() => decide(papers))).toEqual(["change.kpiQuestions.0.text.nl"]);
    const both = [{ id: "question-1", text: { ...text, nl: "Hoeveel?" } }];
    expect(saved({ ...papers, kpiQuestions: both }).kpiQuestions).toEqual(both);
    const twice = [...both, ...both];
    expect(paths(() => decide({ ...papers, kpiQuestions: twice }))).toEqual(["change.kpiQuestions.1"]);
    const [first, ...others] = draft.rubric.criteria;
    const long = { ...first, anchorsIn: { nl: Array.from({ length: 7 }, () => "veel") } } as typeof first & object;
    const review = (criteria: Call["rubric"]["criteria"]): DraftChange => ({
      step: "review",
      oneReviewUpTo: 0,
      rubric: { threshold: 60, criteria },
    });
    expect(paths(() => decide(review([long, ...others])))).toEqual(["change.rubric.criteria.0.anchors.nl"]);
    const whole = { ...long, anchorsIn: { nl: ["geen"] }, labels: { nl: "Nut" }, lay: true };
    expect(saved(review([whole, ...others])).rubric.criteria[0]).toEqual(whole);
  });

  test("is for a draft as it was read, and for managers of the lead park", () => {
    expect(refused(() => decide(about, { ...draft, state: "open" }))).toBe("conflict call.wrong-state");
    expect(refused(() => decide(about, { ...draft, version: 3 }, mia, 2))).toBe("conflict call.changed");
    expect(refused(() => decide(about, draft, staff("lars", "manager", "lund")))).toBe("forbidden actor.role-needed");
  });
});

describe("who wrote in a draft", () => {
  test("is kept once, besides who made it", () => {
    expect(saved(about)).not.toHaveProperty("writers");
    const once = saved(about, draft, max);
    expect(once.writers).toEqual([idOf("per", "max")]);
    expect(saved(money, once, max).writers).toEqual([idOf("per", "max")]);
  });

  test("does not publish it", () => {
    const call = saved(about, draft, max);
    const facts = { call, staff: [], budgets: [], books: [], challenge: undefined };
    expect(refused(() => publishCall.decide(facts, max, { callId: call.callId }, moment))).toBe(
      "forbidden duties.same-person",
    );
  });
});

describe("a call from nothing", () => {
  const given = { code: "LIM-V29", leadPark: "limburg", ...about, opensOn: "2027-01-11", closesOn: "2027-03-31" };
  const { step: _step, ...input } = given;
  const begin = (change: Partial<typeof input> = {}) =>
    beginCall.decide({ calls: [] }, mia, { ...input, ...change } as typeof input & { mode: "deadline" }, moment);

  test("begins with the park's own fund and is not published before each step was saved by somebody", () => {
    const [call] = written(begin().changes, "call") as Call[];
    expect(call).toMatchObject({ state: "draft", currency: "EUR", unconfirmed: ["money", "who", "papers", "review"] });
    const named = (one: Call) =>
      readinessOf(one, { staff: [], budgets: [] }, moment.network, moment.now).problems.map(({ path }) => path);
    expect(named(call as Call)).toEqual(["steps.money", "steps.who", "steps.papers", "steps.review"]);
    expect(named(saved(money, call))).toEqual(["steps.who", "steps.papers", "steps.review"]);
  });

  test("names the day that is wrong, and a park that has no fund", () => {
    expect(paths(() => begin({ closesOn: "2027-01-01" }))).toEqual(["closesOn"]);
    expect(paths(() => begin({ leadPark: "uppsala" }))).toEqual(["leadPark"]);
  });
});
