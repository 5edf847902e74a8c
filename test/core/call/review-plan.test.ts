import { promiseOf, undecidedStatuses } from "@multihelix/core/application/case.ts";
import { rowsOf } from "@multihelix/core/application/move.ts";
import { leastValidDay } from "@multihelix/core/application/offer-validity.ts";
import { submitApplication } from "@multihelix/core/application/submit-application.ts";
import { beginCall } from "@multihelix/core/call/begin-call.ts";
import type { Call } from "@multihelix/core/call/call.ts";
import { changeDraft } from "@multihelix/core/call/change-draft.ts";
import type { DraftChange } from "@multihelix/core/call/change-schema.ts";
import { promisedUntil } from "@multihelix/core/call/promised-decision.ts";
import { bandProblems, reviewsFor } from "@multihelix/core/call/review-bands.ts";
import { recipientOf } from "@multihelix/core/letter/recipient.ts";
import { planReviews } from "@multihelix/core/review/plan-reviews.ts";
import { describe, expect, test } from "vitest";
import { memberOf, staff, workflow } from "../../fixture/build/actor.ts";
import { anApplication } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { thePool } from "../../fixture/build/reviewer.ts";
import { written } from "../../fixture/changes.ts";
import { fc } from "../../fixture/fast-check.ts";
import { refusalOf } from "../../fixture/refusal.ts";

const moment = aMoment();
const mia = staff("mia", "manager", "limburg");
const bands = { noReviewUpTo: 100_000, oneReviewUpTo: 750_000, twoReviewsUpTo: 2_000_000 };

describe("how many reviews an amount gets", () => {
  test("changes just above each amount of the call", () => {
    expect([0, 100_000, 100_001, 750_000, 750_001, 2_000_000, 2_000_001].map((n) => reviewsFor(bands, n))).toEqual([
      0, 0, 1, 1, 2, 2, 3,
    ]);
  });

  test("is one or two where the call names one amount only", () => {
    expect([0, 750_000, 750_001, 1e9].map((n) => reviewsFor({ oneReviewUpTo: 750_000 }, n))).toEqual([1, 1, 2, 2]);
  });

  test("never falls as the amount grows, in any call without problems", () => {
    const amount = fc.integer({ min: 0, max: 3_000_000 });
    const bound = fc.option(amount, { nil: undefined });
    fc.assert(
      fc.property(bound, amount, bound, amount, amount, (none, one, two, a, b) => {
        const call = aCall({
          oneReviewUpTo: one,
          ...(none === undefined ? {} : { noReviewUpTo: none }),
          ...(two === undefined ? {} : { twoReviewsUpTo: two }),
        });
        fc.pre(bandProblems(call).length === 0);
        expect(reviewsFor(call, Math.min(a, b))).toBeLessThanOrEqual(reviewsFor(call, Math.max(a, b)));
      }),
    );
  });

  test("is obeyed by the plan: three are invited, or the case goes on at once and its record says why", () => {
    const call = aCall(bands);
    const asks = (amount: number) =>
      thePool({ call, one: aCase({ status: "in-review", requested: { amount, currency: "EUR" } }) });
    const decide = (amount: number) => planReviews.decide(asks(amount), workflow, { caseId, attempt: 1 }, moment);
    expect(decide(2_000_001).result.slots.map(({ slot }) => slot)).toEqual(["r1", "r2", "r3"]);
    const none = decide(100_000);
    expect(none).toMatchObject({ result: { outcome: "none", slots: [] }, events: [{ type: "review.none-wanted" }] });
    expect(none.changes).toEqual([]);
  });

  test("waits for no translation where nobody reviews", () => {
    const call = aCall({ ...bands, reviewLanguages: ["sv"] });
    const facts = thePool({
      call,
      one: aCase({ status: "in-review", requested: { amount: 100_000, currency: "EUR" } }),
    });
    expect(planReviews.decide(facts, workflow, { caseId, attempt: 1 }, moment).result.outcome).toBe("none");
  });
});

describe("the step of a draft that sets them", () => {
  const { publishedBy: _published, ...published } = aCall();
  const draft: Call = { ...published, state: "draft", title: { en: "A", nl: "A" }, summary: { en: "B", nl: "B" } };
  const decide = (given: object, call: Call = draft) => {
    const change = { step: "review", rubric: draft.rubric, oneReviewUpTo: 750_000, ...given } as DraftChange;
    return changeDraft.decide(
      { call, budgets: [] },
      mia,
      { callId: call.callId, version: call.version, change },
      moment,
    );
  };

  test("keeps amounts and promise, and takes them back when they are left out", () => {
    const [set] = written(decide({ ...bands, decisionDays: 45 }).changes, "call") as Call[];
    expect(set).toMatchObject({ ...bands, decisionDays: 45 });
    const [unset] = written(decide({}, set).changes, "call");
    for (const field of ["noReviewUpTo", "twoReviewsUpTo", "decisionDays"]) expect(unset).not.toHaveProperty(field);
  });

  test("refuses amounts out of order, and a ranking without reviews", () => {
    const paths = (given: object, call?: Call) =>
      (refusalOf(() => decide(given, call)).facts.problems as { path: string }[]).map(({ path }) => path);
    expect(paths({ noReviewUpTo: 750_001 })).toEqual(["change.noReviewUpTo"]);
    expect(paths({ twoReviewsUpTo: 749_999 })).toEqual(["change.twoReviewsUpTo"]);
    expect(paths({ noReviewUpTo: 1 }, { ...draft, mode: "deadline" })).toEqual(["change.noReviewUpTo"]);
  });

  test("begins with what is worth 7,500 EUR in the park's currency", () => {
    const begin = (name: string, leadPark: string, code: string) => {
      const texts = { languages: ["en" as const], title: { en: "A" }, summary: { en: "B" }, mode: "rolling" as const };
      const given = { ...texts, code, leadPark, opensOn: "2027-01-11", closesOn: "2027-03-31" };
      const { changes } = beginCall.decide({ calls: [] }, staff(name, "manager", leadPark), given, moment);
      return (written(changes, "call")[0] as Call).oneReviewUpTo;
    };
    expect(begin("mia", "limburg", "LIM-V29")).toBe(750_000);
    const kronor = begin("lars", "lund", "LUN-V29");
    expect(kronor).toBeGreaterThan(7_000_000);
    expect(kronor % 100_000).toBe(0);
  });
});

describe("the promised time to the decision", () => {
  const submittedAt = at("2026-11-12T23:30:00Z");

  test("is the end of a day where the lead park is, after submission or after closing", () => {
    // Half past midnight of the 13th in Limburg.
    expect(promisedUntil(aCall({ mode: "rolling", decisionDays: 30 }), submittedAt, moment.network)).toBe(
      "2026-12-13T22:59:59.000Z",
    );
    const ranked = aCall({ mode: "deadline", closes: at("2026-12-01T16:00:00Z"), decisionDays: 60 });
    expect(promisedUntil(ranked, submittedAt, moment.network)).toBe("2027-01-30T22:59:59.000Z");
    expect(promisedUntil(aCall(), submittedAt, moment.network)).toBeUndefined();
  });

  test("keeps an offer of a rolling call valid for thirty days after the decision that it promises", () => {
    expect(leastValidDay(aCall({ mode: "rolling", decisionDays: 30 }), moment)).toBe("2027-03-12");
    expect(leastValidDay(aCall({ mode: "rolling", decisionDays: 200 }), moment)).toBe("2027-06-30");
  });

  test("is kept with what was submitted, and told by the receipt; where nothing is promised, nothing is said", () => {
    const to = recipientOf({
      personId: idOf("per", "anna"),
      email: "anna@vivo.example",
      name: "Anna",
      language: "en",
      disabled: false,
      createdAt: at("2026-01-01T00:00:00Z"),
      version: 0,
    });
    const submit = (call: Call) => {
      const facts = { ...anApplication({ call }), files: [], recipients: to === undefined ? [] : [to] };
      const { changes } = submitApplication.decide(facts, memberOf("anna", "vivo"), { caseId }, moment);
      return {
        one: written(changes, "case")[0],
        row: written(changes, "row")[0],
        text: written(changes, "letter")[0]?.text,
      };
    };
    const promised = submit(aCall({ decisionDays: 45 }));
    const until = promisedUntil(aCall({ decisionDays: 45 }), moment.now, moment.network);
    expect([promised.one?.decisionBy, promised.row?.decisionBy]).toEqual([until, until]);
    expect(promised.text).toMatch(/Decision promised by:? .*2026|Decision promised by:? .*2027/);
    const silent = submit(aCall());
    expect(silent.one).not.toHaveProperty("decisionBy");
    expect(silent.row).not.toHaveProperty("decisionBy");
    expect(silent.text).not.toContain("promised");
  });

  test("stands until the decision is told, and not for what others decide anew after redress", () => {
    const decisionBy = at("2026-11-01T22:59:59Z");
    for (const status of undecidedStatuses) expect(promiseOf({ attempt: 1, status, decisionBy })).toBe(decisionBy);
    for (const status of ["issued", "rejected", "ineligible", "withdrawn"] as const)
      expect(promiseOf({ attempt: 1, status, decisionBy })).toBeUndefined();
    expect(rowsOf(aCase({ status: "in-review", attempt: 2, decisionBy }))[0]).not.toHaveProperty("decisionBy");
  });
});
