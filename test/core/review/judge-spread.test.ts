import type { Case } from "@multihelix/core/application/case.ts";
import { propose } from "@multihelix/core/decision/propose.ts";
import { judgeSpread } from "@multihelix/core/review/judge-spread.ts";
import { settleScope } from "@multihelix/core/review/settle-scope.ts";
import { describe, expect, test } from "vitest";
import { staff, workflow } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { mia, proposing } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { aCandidate, allMarks, thePool } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { answersOf, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const slots = [
  aSlot({ slot: "r1", status: "filed", reviewerId: idOf("per", "uma"), reviewerPark: "uppsala" }),
  aSlot({ slot: "r2", status: "filed", reviewerId: idOf("per", "will"), reviewerPark: "wales" }),
];
const waited = [
  { slot: "r1", round: 1 },
  { slot: "r2", round: 1 },
];
const input = { caseId, attempt: 1, slots: waited };
const scored = (first: number, second: number) => [
  { slot: "r1", status: "filed" as const, marks: allMarks(first) },
  { slot: "r2", status: "filed" as const, marks: allMarks(second) },
];

describe("the spread of reviews", () => {
  test("over 40 points one more review is asked, of somebody new", () => {
    const decision = judgeSpread.decide({ ...thePool({ slots }), reviews: scored(5, 2) }, workflow, input, moment);
    expect(decision.result).toMatchObject({ outcome: "another", slots: [{ slot: "r3", round: 1 }] });
    const [slot] = written(decision.changes, "slot");
    expect(slot).toMatchObject({ slot: "r3", status: "invited" });
    expect([idOf("per", "uma"), idOf("per", "ulf"), idOf("per", "will")]).not.toContain(slot?.reviewerId);
  });

  test("40 points are enough", () => {
    expect(
      judgeSpread.decide({ ...thePool({ slots }), reviews: scored(5, 3) }, workflow, input, moment).result.outcome,
    ).toBe("enough");
  });

  test("one more is asked once, not again", () => {
    const three = [...slots, aSlot({ slot: "r3", status: "filed", reviewerId: idOf("per", "sara") })];
    const reviews = [...scored(5, 0), { slot: "r3", status: "filed" as const, marks: allMarks(2) }];
    expect(judgeSpread.decide({ ...thePool({ slots: three }), reviews }, workflow, input, moment).result.outcome).toBe(
      "enough",
    );
  });

  test("where nobody is left to ask, the manager decides on what is there, and the record says why", () => {
    const candidates = [aCandidate("uma"), aCandidate("will", "wales")];
    const decision = judgeSpread.decide(
      { ...thePool({ slots, candidates }), reviews: scored(5, 0) },
      workflow,
      input,
      moment,
    );
    expect(decision.result.outcome).toBe("enough");
    expect(decision.events).toMatchObject([
      { type: "review.spread-unresolved", facts: { spread: 100, binding: "too-few-eligible" } },
    ]);
  });

  test("a slot that ended by a fault is waited for once more, then the reconciler is asked", () => {
    const half = {
      ...thePool({ slots: slots.with(1, aSlot({ slot: "r2", status: "accepted", reviewerId: idOf("per", "will") })) }),
      reviews: [],
    };
    expect(judgeSpread.decide(half, workflow, input, moment).result).toMatchObject({
      outcome: "another",
      slots: [{ slot: "r2", round: 1 }],
    });
    const again = () => judgeSpread.decide(half, workflow, { ...input, slots: [{ slot: "r2", round: 1 }] }, moment);
    expect(refusalOf(again)).toMatchObject({ code: "review.missing", facts: { slots: ["r2"] } });
  });

  test("a case that left review is closed", () => {
    const gone = { ...thePool({ one: aCase({ status: "withdrawn" }), slots }), reviews: scored(5, 0) };
    expect(judgeSpread.decide(gone, workflow, input, moment)).toEqual({
      changes: [],
      result: { outcome: "closed", slots: [], round: 1 },
    });
  });
});

describe("a review that says out of scope", () => {
  const doubted = [
    ...scored(4, 4).slice(0, 1),
    { slot: "r2", status: "filed" as const, marks: allMarks("out-of-scope") },
  ];
  const judge = (given: Partial<Case> = {}) =>
    judgeSpread.decide(
      { ...thePool({ one: aCase({ status: "in-review", ...given }), slots }), reviews: doubted },
      workflow,
      input,
      moment,
    ).result.outcome;
  const scope = { attempt: 1, reasons: "It is a device.", by: idOf("per", "mia"), at: moment.now };

  test("is settled by the manager before anything is proposed, once per attempt", () => {
    expect(judge()).toBe("scope");
    expect(judge({ scope: { ...scope, outcome: "in-scope" } })).toBe("enough");
    expect(judge({ scope: { ...scope, attempt: 1, outcome: "outside" }, attempt: 2 })).toBe("scope");
  });

  test("is settled by a manager of the lead park, who gives reasons", () => {
    const facts = { one: aCase({ status: "in-review" }), tasks: [aTask("settle-scope")], slots };
    const answer = { caseId, noInterest: true, outcome: "outside", reasons: "It is a device." } as const;
    const decision = settleScope.decide(facts, staff("mia", "manager", "limburg"), answer, moment);
    expect(written(decision.changes, "case")).toMatchObject([{ scope: { outcome: "outside", attempt: 1 } }]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "outside", round: 1 }]);
    expect(refused(() => settleScope.decide(facts, staff("abe", "approver", "limburg"), answer, moment))).toBe(
      "forbidden actor.role-needed",
    );
  });

  test("once found outside, allows only a rejection", () => {
    const facts = proposing({ case: { scope: { ...scope, outcome: "outside" } } } as never);
    const award = { kind: "award", amount: { amount: 800_000, currency: "EUR" } } as const;
    const base = { caseId, noInterest: true, conditions: "", reasons: "-", outOfOrderReason: "" } as const;
    expect(refused(() => propose.decide(facts, mia, { ...base, ...award }, moment))).toBe(
      "conflict proposal.out-of-scope",
    );
    expect(propose.decide(facts, mia, { ...base, kind: "reject" }, moment).result).toEqual({ outcome: "proposed" });
  });
});
