import { planReviews } from "@multihelix/core/review/plan-reviews.ts";
import { replaceReviewer } from "@multihelix/core/review/replace-reviewer.ts";
import type { Slot } from "@multihelix/core/review/slot.ts";
import { describe, expect, test } from "vitest";
import { staff, workflow } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aCandidate, thePool } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const plan = { caseId, attempt: 1 };
const mia = staff("mia", "manager", "limburg");
const invited = (slot: string, name: string, park: string, given: Partial<Slot> = {}) =>
  aSlot({ slot, reviewerId: idOf("per", name), reviewerPark: park, status: "invited", ...given });

describe("planning reviews", () => {
  test("above the call's amount two are invited, up to it one", () => {
    const two = planReviews.decide(thePool(), workflow, plan, moment);
    expect(two.result).toMatchObject({
      outcome: "planned",
      slots: [
        { slot: "r1", round: 1 },
        { slot: "r2", round: 1 },
      ],
    });
    expect(written(two.changes, "slot").map(({ status }) => status)).toEqual(["invited", "invited"]);
    const small = thePool({ one: aCase({ status: "in-review", requested: { amount: 750_000, currency: "EUR" } }) });
    expect(planReviews.decide(small, workflow, plan, moment).result.slots).toHaveLength(1);
    const above = thePool({ one: aCase({ status: "in-review", requested: { amount: 750_001, currency: "EUR" } }) });
    expect(planReviews.decide(above, workflow, plan, moment).result.slots).toHaveLength(2);
  });

  test("the same facts choose the same people", () => {
    const choose = () =>
      written(planReviews.decide(thePool(), workflow, plan, aMoment()).changes, "slot").map(
        ({ reviewerId }) => reviewerId,
      );
    expect(choose()).toEqual(choose());
  });

  test("where nobody can be chosen, the manager is asked and the binding bound is recorded", () => {
    const facts = thePool({ candidates: [aCandidate("uma"), aCandidate("ulf")] });
    const decision = planReviews.decide(facts, workflow, plan, moment);
    expect(decision.result).toMatchObject({ outcome: "manager", slots: [] });
    expect(decision.events).toMatchObject([{ type: "review.plan-infeasible", facts: { count: 2, binding: "rule" } }]);
    expect(written(decision.changes, "reviewPlan")).toMatchObject([
      { outcome: { kind: "impossible", rules: ["one-per-park/uppsala"], changes: [{ kind: "waive" }] } },
    ]);
    expect(written(decision.changes, "slot")).toEqual([]);
  });

  test("each invitation goes on the reviewer's desk, and comes off when they leave", () => {
    const desk = written(planReviews.decide(thePool(), workflow, plan, moment).changes, "work");
    expect(desk.map(({ slot, endedAt }) => [slot, endedAt])).toEqual([
      ["r1", undefined],
      ["r2", undefined],
    ]);
    const left = invited("r1", "uma", "uppsala", { askedAt: at("2026-11-01T08:00:00Z"), status: "declined" });
    const facts = thePool({ slots: [left, invited("r2", "will", "wales")] });
    const input = { caseId, attempt: 1, slot: "r1", round: 1 };
    const after = written(replaceReviewer.decide(facts, workflow, input, moment).changes, "work");
    expect(after).toMatchObject([
      { personId: idOf("per", "uma"), endedAt: moment.now, outcome: "replaced" },
      { slot: "r1", askedAt: moment.now },
    ]);
  });

  test("nobody is invited to a case that left review meanwhile", () => {
    const decision = planReviews.decide(thePool(), workflow, plan, moment);
    expect(decision.changes).toContainEqual({
      op: "check",
      name: "case",
      key: { caseId },
      when: { status: "in-review" },
    });
    const gone = thePool({ one: aCase({ status: "withdrawn" }) });
    expect(planReviews.decide(gone, workflow, plan, moment)).toMatchObject({
      changes: [],
      result: { outcome: "closed" },
    });
  });

  test("after a restart the slots go on where they are", () => {
    const facts = thePool({ slots: [invited("r1", "uma", "uppsala", { round: 3 }), invited("r2", "will", "wales")] });
    const decision = planReviews.decide(facts, workflow, plan, moment);
    expect(decision).toMatchObject({
      changes: [],
      result: {
        slots: [
          { slot: "r1", round: 3 },
          { slot: "r2", round: 1 },
        ],
      },
    });
  });

  test("a person may not plan", () => {
    expect(refused(() => planReviews.decide(thePool(), mia, plan, moment))).toBe("forbidden actor.system-needed");
  });
});

describe("replacing a reviewer", () => {
  const input = { caseId, attempt: 1, slot: "r1", round: 1 };
  const declined = invited("r1", "uma", "uppsala", {
    status: "declined",
    declaration: { outcome: "declined", reason: "time", note: "On leave." },
  });

  test("the next eligible is invited for the next round; who left is kept with the reason", () => {
    const facts = thePool({ slots: [declined, invited("r2", "will", "wales")] });
    const decision = replaceReviewer.decide(facts, workflow, input, moment);
    const [slot] = written(decision.changes, "slot");
    expect(decision.result).toEqual({ outcome: "replaced", round: 2 });
    expect(slot).toMatchObject({
      round: 2,
      status: "invited",
      tried: [{ personId: idOf("per", "uma"), reason: "time", note: "On leave." }],
    });
    expect([idOf("per", "uma"), idOf("per", "will")]).not.toContain(slot?.reviewerId);
    expect(slot?.declaration).toBeUndefined();
  });

  test("silence is its own reason, and who had opened the text is known for ever", () => {
    const accepted = invited("r1", "uma", "uppsala", { status: "accepted", declaration: { outcome: "accepted" } });
    const tasks = [aTask("review", { slot: "r1", status: "timed-out" })];
    const decision = replaceReviewer.decide(thePool({ slots: [accepted], tasks }), workflow, input, moment);
    expect(written(decision.changes, "slot")[0]?.tried).toMatchObject([{ reason: "silent", read: true }]);
  });

  test("after four were tried the manager names one", () => {
    const tried = ["a", "b", "c"].map((name) => ({
      personId: idOf("per", name),
      reason: "load",
      at: at("2026-11-01T08:00:00Z"),
    }));
    const facts = thePool({ slots: [{ ...declined, tried }] });
    const decision = replaceReviewer.decide(facts, workflow, input, moment);
    expect(decision.result).toMatchObject({ outcome: "manager", round: 1 });
    const [slot] = written(decision.changes, "slot");
    expect(slot).toMatchObject({ status: "unfilled" });
    expect(slot?.reviewerId).toBeUndefined();
    expect(slot?.tried).toHaveLength(4);
    expect(decision.events).toMatchObject([{ type: "review.slot-unfilled", facts: { binding: "tried-most" } }]);
  });

  test("after nine left, five of them named by hand, the case goes on without this review", () => {
    const left = (count: number) =>
      Array.from({ length: count }, (_, nth) => ({
        personId: idOf("per", `left${nth}`),
        reason: "load",
        at: at("2026-11-01T08:00:00Z"),
      }));
    const replace = (before: number) =>
      replaceReviewer.decide(thePool({ slots: [{ ...declined, tried: left(before) }] }), workflow, input, moment);
    expect(replace(7).result).toMatchObject({ outcome: "manager", round: 1 });
    const last = replace(8);
    expect(last.result).toMatchObject({ outcome: "closed", round: 1 });
    expect(written(last.changes, "slot")).toMatchObject([{ status: "set-aside" }]);
    expect(last.events).toMatchObject([{ type: "review.given-up", facts: { tried: 9 } }]);
    const slots = written(last.changes, "slot");
    expect(replaceReviewer.decide(thePool({ slots }), workflow, input, moment)).toMatchObject({
      changes: [],
      result: { outcome: "closed" },
    });
  });

  test("when nobody is left the manager names one", () => {
    const facts = thePool({ slots: [declined], candidates: [aCandidate("uma")] });
    expect(replaceReviewer.decide(facts, workflow, input, moment).result).toMatchObject({
      outcome: "manager",
      round: 1,
    });
  });

  test("asked again for a round that is over, it tells the present one and changes nothing", () => {
    const facts = thePool({ slots: [invited("r1", "ulf", "uppsala", { round: 2 })] });
    expect(replaceReviewer.decide(facts, workflow, input, moment)).toEqual({
      changes: [],
      result: { outcome: "replaced", round: 2 },
    });
    const unfilled = thePool({ slots: [aSlot({ status: "unfilled" })] });
    expect(replaceReviewer.decide(unfilled, workflow, input, moment).result).toMatchObject({
      outcome: "manager",
      round: 1,
    });
  });

  test("a case that left review closes the slot", () => {
    const facts = thePool({ one: aCase({ status: "withdrawn" }), slots: [declined] });
    expect(replaceReviewer.decide(facts, workflow, input, moment)).toMatchObject({
      changes: [],
      result: { outcome: "closed" },
    });
  });
});
