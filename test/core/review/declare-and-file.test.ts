import { markProblems } from "@multihelix/core/review/check-marks.ts";
import { declareInterest } from "@multihelix/core/review/declare.ts";
import { fileReview } from "@multihelix/core/review/file-review.ts";
import { defaultVoucherRubric as rubric } from "@multihelix/core/review/rubric.ts";
import type { Slot } from "@multihelix/core/review/slot.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aCandidate, allMarks, reviewer, thePool } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { answersOf, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const uma = reviewer("uma");
const umasSlot = (given: Partial<Slot> = {}) =>
  aSlot({ reviewerId: idOf("per", "uma"), reviewerPark: "uppsala", status: "invited", ...given });

describe("a reviewer declares", () => {
  const facts = thePool({ slots: [umasSlot()], tasks: [aTask("declare", { slot: "r1" })] });
  const none = { caseId, slot: "r1", outcome: "accepted" } as const;

  test("no conflict opens the full text and tells the workflow", () => {
    const decision = declareInterest.decide(facts, uma, none, moment);
    expect(written(decision.changes, "slot")).toMatchObject([
      { status: "accepted", declaration: { outcome: "accepted" }, declaredAt: moment.now },
    ]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "accepted", round: 1 }]);
    expect(written(decision.changes, "case")).toEqual([]);
  });

  test("a HARD conflict that the rules know of cannot be declared away", () => {
    const candidates = [
      aCandidate("uma", "uppsala", { interests: [{ organisationId: idOf("org", "lab"), kind: "board" }] }),
    ];
    const work = () => declareInterest.decide({ ...facts, candidates }, uma, none, moment);
    expect(refusalOf(work)).toMatchObject({
      kind: "conflict",
      code: "review.hard-conflict",
      facts: { rules: ["declared-stake"] },
    });
  });

  test("a decline gives its reason, a conflict is named", () => {
    expect(refused(() => declareInterest.decide(facts, uma, { ...none, outcome: "declined" }, moment))).toBe(
      "invalid review.reason-missing",
    );
    expect(
      refused(() => declareInterest.decide(facts, uma, { ...none, outcome: "conflicted", note: " " }, moment)),
    ).toBe("invalid review.conflict-unnamed");
    const decision = declareInterest.decide(
      facts,
      uma,
      { ...none, outcome: "conflicted", note: "My sister works there." },
      moment,
    );
    expect(written(decision.changes, "slot")[0]?.declaration).toEqual({
      outcome: "conflicted",
      note: "My sister works there.",
    });
    expect(JSON.stringify(decision.events)).not.toContain("sister");
  });

  test("for anyone else the case does not exist, and neither for who left the slot", () => {
    expect(refused(() => declareInterest.decide(facts, reviewer("ulf"), none, moment))).toBe(
      "not_found case.not-found",
    );
    expect(refused(() => declareInterest.decide(facts, staff("mia", "manager", "limburg"), none, moment))).toBe(
      "not_found case.not-found",
    );
    const tried = [{ personId: idOf("per", "uma"), reason: "time", at: at("2026-11-01T08:00:00Z") }];
    const gone = { ...facts, slots: [umasSlot({ reviewerId: idOf("per", "ulf"), tried })] };
    expect(refused(() => declareInterest.decide(gone, uma, none, moment))).toBe("not_found case.not-found");
  });

  test("without the reviewer's role nothing opens", () => {
    const former = { ...uma, grants: uma.grants.map((grant) => ({ ...grant, until: moment.now })) };
    expect(refused(() => declareInterest.decide(facts, former, none, moment))).toBe("forbidden actor.role-needed");
  });

  test("the same answer again gives the same; another one is told who answered and when", () => {
    const answered = aTask("declare", {
      slot: "r1",
      status: "answered",
      by: uma.personId,
      at: at("2026-11-11T09:00:00Z"),
      answer: { outcome: "accepted" },
    });
    const again = { ...facts, tasks: [answered] };
    expect(declareInterest.decide(again, uma, none, moment)).toEqual({ changes: [], result: { outcome: "accepted" } });
    const other = () => declareInterest.decide(again, uma, { ...none, outcome: "declined", reason: "time" }, moment);
    expect(refusalOf(other)).toMatchObject({
      code: "task.already-answered",
      facts: { by: uma.personId, outcome: "accepted" },
    });
  });
});

describe("a review is filed", () => {
  const facts = {
    one: aCase({ status: "in-review" }),
    call: aCall(),
    tasks: [aTask("review", { slot: "r1" })],
    slots: [umasSlot({ status: "accepted" })],
    own: undefined,
  };
  const input = { caseId, slot: "r1", marks: allMarks(4), confidence: 3 };

  test("final, counted, and the workflow is told; the record holds no score and no words", () => {
    const decision = fileReview.decide(facts, uma, input, moment);
    expect(written(decision.changes, "review")).toMatchObject([
      { status: "filed", reviewerId: uma.personId, filedAt: moment.now },
    ]);
    expect(written(decision.changes, "slot")).toMatchObject([{ status: "filed", filedAt: moment.now }]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "filed", round: 1 }]);
    expect(JSON.stringify(decision.events)).not.toMatch(/About|score/);
  });

  test("not before the declaration", () => {
    const early = { ...facts, slots: [umasSlot()] };
    expect(refused(() => fileReview.decide(early, uma, input, moment))).toBe("conflict review.not-accepted");
  });

  test("every problem of an incomplete review is named at once", () => {
    const [relevance, quality, effect] = allMarks(4);
    if (relevance === undefined || quality === undefined || effect === undefined)
      throw new Error("the rubric has four criteria");
    const marks = [
      { ...relevance, score: 6 },
      { ...quality, score: 3.5 },
      { ...effect, toApplicant: " " },
      { ...effect, criterion: "style" },
    ];
    expect(markProblems(rubric, marks)).toEqual([
      { criterion: "style", reason: "unknown" },
      { criterion: "relevance", reason: "above-scale" },
      { criterion: "quality", reason: "not-on-scale" },
      { criterion: "effect", reason: "comment-missing" },
      { criterion: "value", reason: "missing" },
    ]);
    expect(refused(() => fileReview.decide(facts, uma, { ...input, marks }, moment))).toBe("invalid review.incomplete");
  });

  test("half marks only where the criterion allows them", () => {
    const halves = { ...rubric, criteria: rubric.criteria.map((criterion) => ({ ...criterion, halfMarks: true })) };
    expect(markProblems(halves, allMarks(3.5))).toEqual([]);
    expect(markProblems(halves, allMarks(3.25))).toHaveLength(4);
    expect(markProblems(rubric, allMarks("not-assessable"))).toEqual([]);
  });

  test("the same review again gives the same; another one under a closed task is refused", () => {
    const filed = written(fileReview.decide(facts, uma, input, moment).changes, "review")[0];
    const task = aTask("review", {
      slot: "r1",
      status: "answered",
      by: uma.personId,
      at: moment.now,
      answer: { outcome: "filed" },
    });
    const again = { ...facts, tasks: [task], own: filed };
    expect(fileReview.decide(again, uma, input, moment)).toEqual({ changes: [], result: { outcome: "filed" } });
    expect(refused(() => fileReview.decide(again, uma, { ...input, marks: allMarks(1) }, moment))).toBe(
      "conflict task.already-answered",
    );
  });
});
