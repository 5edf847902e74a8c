import { judgeSpread } from "@multihelix/core/review/judge-spread.ts";
import { describe, expect, test } from "vitest";
import { workflow } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { aCandidate, allMarks, thePool } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf } from "../../fixture/refusal.ts";

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
    expect(decision.result).toEqual({ outcome: "another", slots: [{ slot: "r3", round: 1 }] });
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
    expect(judgeSpread.decide(half, workflow, input, moment).result).toEqual({
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
      result: { outcome: "closed", slots: [] },
    });
  });
});
