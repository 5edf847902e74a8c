import { assignReviewer } from "@multihelix/core/review/assign-reviewer.ts";
import type { Slot } from "@multihelix/core/review/slot.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { reviewer, theParties, thePool } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { answersOf, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const mia = staff("mia", "manager", "limburg");
const invited = (slot: string, name: string, park: string, given: Partial<Slot> = {}) =>
  aSlot({ slot, reviewerId: idOf("per", name), reviewerPark: park, status: "invited", ...given });

describe("the manager names reviewers", () => {
  const forSlot = { caseId, slot: "r1", noInterest: true, reviewerIds: [idOf("per", "ulf")], waiver: "" } as const;
  const unfilled = thePool({
    slots: [aSlot({ status: "unfilled" })],
    tasks: [aTask("assign-reviewer", { slot: "r1" })],
  });

  test("for one slot: invited for the next round", () => {
    const decision = assignReviewer.decide(
      unfilled,
      mia,
      { ...forSlot, reviewerIds: [...forSlot.reviewerIds] },
      moment,
    );
    expect(written(decision.changes, "slot")).toMatchObject([
      { slot: "r1", round: 2, status: "invited", reviewerId: idOf("per", "ulf") },
    ]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "assigned", slots: [{ slot: "r1", round: 2 }], round: 2 }]);
  });

  test("for the whole plan: as many as the plan wants, each once", () => {
    const facts = thePool({ tasks: [aTask("assign-reviewer", { state: "AssignReviewers" })] });
    const named = (...people: string[]) =>
      assignReviewer.decide(
        facts,
        mia,
        { ...forSlot, slot: "-", reviewerIds: people.map((name) => idOf("per", name)) },
        moment,
      );
    expect(answersOf(named("ulf", "will").changes)).toEqual([
      {
        outcome: "assigned",
        slots: [
          { slot: "r1", round: 1 },
          { slot: "r2", round: 1 },
        ],
        round: 1,
      },
    ]);
    expect(refused(() => named("ulf"))).toBe("invalid review.wrong-count");
    expect(refused(() => named("ulf", "ulf"))).toBe("invalid review.wrong-count");
  });

  test("a HARD conflict blocks whatever is waived", () => {
    const on = theParties({ actedBy: [idOf("per", "ulf")] });
    const work = () =>
      assignReviewer.decide(
        { ...unfilled, on },
        mia,
        { ...forSlot, reviewerIds: [...forSlot.reviewerIds], waiver: "Nobody else." },
        moment,
      );
    expect(refusalOf(work)).toMatchObject({ code: "review.hard-conflict", facts: { rules: ["acted-on-case"] } });
  });

  test("another bound is waived only with a recorded reason", () => {
    const facts = { ...unfilled, slots: [aSlot({ status: "unfilled" }), invited("r2", "uma", "uppsala")] };
    const named = (waiver: string) =>
      assignReviewer.decide(facts, mia, { ...forSlot, reviewerIds: [...forSlot.reviewerIds], waiver }, moment);
    expect(refusalOf(() => named(""))).toMatchObject({
      code: "review.bound-broken",
      facts: { bounds: ["one-per-park"] },
    });
    expect(named("Only Uppsala has the method.").events).toMatchObject([
      { type: "review.assigned", facts: { waived: ["one-per-park"] } },
    ]);
  });

  test("nobody without the role, nobody tried before", () => {
    const named = (facts: typeof unfilled, name: string) =>
      refused(() =>
        assignReviewer.decide(facts, mia, { ...forSlot, reviewerIds: [idOf("per", name)], waiver: "why" }, moment),
      );
    expect(named(unfilled, "zoe")).toBe("conflict review.not-a-reviewer");
    const tried = [{ personId: idOf("per", "ulf"), reason: "time", at: at("2026-11-01T08:00:00Z") }];
    expect(named({ ...unfilled, slots: [aSlot({ status: "unfilled", tried })] }, "ulf")).toBe(
      "conflict review.already-tried",
    );
  });

  test("only the lead park's manager; who reviewed the case does not place reviewers on it", () => {
    const input = { ...forSlot, reviewerIds: [...forSlot.reviewerIds] };
    expect(refused(() => assignReviewer.decide(unfilled, staff("olga", "manager", "wales"), input, moment))).toBe(
      "not_found case.not-found",
    );
    expect(refused(() => assignReviewer.decide(unfilled, staff("abe", "approver", "limburg"), input, moment))).toBe(
      "forbidden actor.role-needed",
    );
    const own = {
      ...unfilled,
      slots: [aSlot({ status: "unfilled" }), invited("r2", "mia", "wales", { status: "filed" })],
    };
    expect(refused(() => assignReviewer.decide(own, mia, input, moment))).toBe("forbidden duties.reviewer");
    expect(refused(() => assignReviewer.decide(unfilled, reviewer("ulf"), input, moment))).toBe(
      "not_found case.not-found",
    );
  });
});
