import { conflictsOf } from "@multihelix/core/review/conflict/list.ts";
import { recheckReviewer } from "@multihelix/core/review/recheck-reviewer.ts";
import type { Review } from "@multihelix/core/review/review.ts";
import { scoreOf } from "@multihelix/core/review/score.ts";
import { describe, expect, test } from "vitest";
import { workflow } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { decisionFacts } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { aCandidate, allMarks, aParty, theParties, thePool } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { answersOf, written } from "../../fixture/changes.ts";

const moment = aMoment();
const personId = idOf("per", "uma");
const input = { caseId, attempt: 1, personId };
const register = { scheme: "BE-BCE_KBO", id: "0999998239" };
const on = theParties({ parties: [aParty("vivo", { register }), aParty("lab", { headcount: 5_000 })] });
const stake = aCandidate("uma", "uppsala", {
  interests: [{ register: { ...register, name: "Vivo" }, kind: "equity" }],
});
const facts = (status: "invited" | "accepted" | "filed", given: object = {}) => ({
  ...thePool({
    on,
    candidates: [stake],
    slots: [aSlot({ slot: "r1", reviewerId: personId, status })],
    tasks: [aTask(status === "invited" ? "declare" : "review", { slot: "r1" })],
    ...given,
  }),
  reviews: [] as Review[],
  decision: decisionFacts({ case: { status: "in-review" }, tasks: [], proposals: [] }),
});

test("a tie declared by register number is a tie to the party that has it, and to no other", () => {
  const found = (id: string) =>
    conflictsOf({
      reviewer: aCandidate("uma", "uppsala", {
        interests: [{ register: { scheme: "BE-BCE_KBO", id, name: "Vivo" }, kind: "board" }],
      }),
      on,
      today: "2026-11-12",
    });
  expect(found("0999998239")).toEqual([{ rule: "declared-stake", level: "HARD", about: idOf("org", "vivo") }]);
  expect(found("0403170701")).toEqual([]);
});

describe("a reviewer whose facts changed", () => {
  test("leaves a case with which they are in a HARD conflict now, and another is asked", () => {
    for (const status of ["invited", "accepted"] as const) {
      const decision = recheckReviewer.decide(facts(status), workflow, input, moment);
      expect(decision.result).toEqual({ outcome: "left" });
      expect(written(decision.changes, "slot")).toMatchObject([{ status: "conflicted" }]);
      expect(answersOf(decision.changes)).toEqual([{ outcome: "conflicted", round: 1 }]);
      expect(decision.events).toMatchObject([
        { type: "review.conflict-found", facts: { slot: "r1", rules: ["declared-stake"] } },
      ]);
    }
  });

  test("has what they filed set aside while nothing is proposed, and it counts no more", () => {
    const review = { caseId, attempt: 1, slot: "r1", reviewerId: personId, status: "filed", marks: allMarks(4) };
    const filed = { ...facts("filed"), reviews: [review as unknown as Review] };
    const decision = recheckReviewer.decide(filed, workflow, input, moment);
    expect(decision.result).toEqual({ outcome: "set-aside" });
    const [kept] = written(decision.changes, "review");
    expect(kept).toMatchObject({ status: "set-aside" });
    expect(scoreOf(aCall().rubric, kept === undefined ? [] : [kept]).mean).toBeUndefined();
    const again = { ...filed, one: aCase({ status: "in-review", attempt: 2 }) };
    expect(recheckReviewer.decide(again, workflow, input, moment).result).toEqual({ outcome: "none" });
    const later = { ...filed, one: aCase({ status: "approving" }) };
    expect(recheckReviewer.decide(later, workflow, input, moment)).toEqual({
      changes: [],
      result: { outcome: "none" },
    });
  });

  test("goes on where no rule is HARD", () => {
    const free = { ...facts("accepted"), candidates: [aCandidate("uma")] };
    expect(recheckReviewer.decide(free, workflow, input, moment).result).toEqual({ outcome: "none" });
  });
});
