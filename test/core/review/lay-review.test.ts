import type { Call } from "@multihelix/core/call/call.ts";
import { assignReviewer } from "@multihelix/core/review/assign-reviewer.ts";
import { markProblems } from "@multihelix/core/review/check-marks.ts";
import { askable } from "@multihelix/core/review/choose-reviewers.ts";
import { fileReview } from "@multihelix/core/review/file-review.ts";
import { judgeSpread } from "@multihelix/core/review/judge-spread.ts";
import { rubricFor } from "@multihelix/core/review/lay-part.ts";
import { planReviews } from "@multihelix/core/review/plan-reviews.ts";
import type { PlanningFacts } from "@multihelix/core/review/planning.ts";
import { replaceReviewer } from "@multihelix/core/review/replace-reviewer.ts";
import { defaultVoucherRubric } from "@multihelix/core/review/rubric.ts";
import { scoreOf } from "@multihelix/core/review/score.ts";
import { describe, expect, test } from "vitest";
import { staff, workflow } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { aCandidate, allMarks, aProfile, reviewer, thePool } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { answersOf, written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const input = { caseId, attempt: 1 };
/** Patients and lay members score the expected effect. */
const rubric = {
  ...defaultVoucherRubric,
  criteria: defaultVoucherRubric.criteria.map((one) => (one.id === "effect" ? { ...one, lay: true } : one)),
};
const asking: Call = { ...aCall(), rubric };
/** Of no park, so that the rule of one reviewer a park keeps nobody away. */
const { parkId: _none, ...profile } = aProfile();
const pat = { personId: idOf("per", "pat"), until: undefined, profile, lay: true };
const withPat = (given: Partial<PlanningFacts> = {}) =>
  thePool({ call: asking, candidates: [...thePool().candidates, pat], ...given });
const patsSlot = aSlot({
  slot: "r3",
  lay: true,
  reviewerId: pat.personId,
  status: "accepted",
});
const ofEffect = (score: number) => allMarks(score).filter(({ criterion }) => criterion === "effect");

describe("a call with criteria for patients and lay members", () => {
  test("has one of them beside the experts whom the plan wants, in a slot of their own", () => {
    const decision = planReviews.decide(withPat(), workflow, input, moment);
    const slots = written(decision.changes, "slot");
    expect(slots.map(({ slot, lay }) => [slot, lay])).toEqual([
      ["r1", undefined],
      ["r2", undefined],
      ["r3", true],
    ]);
    expect(slots[2]?.reviewerId).toBe(pat.personId);
    expect(decision.result.slots.map(({ slot }) => slot)).toEqual(["r1", "r2", "r3"]);
    expect(written(decision.changes, "reviewPlan").map(({ purpose }) => purpose)).toEqual(["plan", "lay"]);
    expect(written(decision.changes, "work").map(({ slot }) => slot)).toEqual(["r1", "r2", "r3"]);
  });

  test("keeps the rules on all its reviewers: no two of one park", () => {
    const ofUppsala = { ...aCandidate("pia"), lay: true };
    const facts = withPat({ candidates: [aCandidate("uma"), aCandidate("will", "wales"), ofUppsala] });
    const decision = planReviews.decide(facts, workflow, input, moment);
    expect(written(decision.changes, "slot")).toHaveLength(2);
  });

  test("goes on without one where none is free, and says so", () => {
    const decision = planReviews.decide(thePool({ call: asking }), workflow, input, moment);
    expect(decision.result).toMatchObject({ outcome: "planned", slots: [{ slot: "r1" }, { slot: "r2" }] });
    expect(decision.events?.map(({ type }) => type)).toEqual([
      "review.invited",
      "review.invited",
      "review.no-lay-member",
    ]);
  });

  test("has one too where the manager names the experts by hand", () => {
    const facts = withPat({ tasks: [aTask("assign-reviewer", { state: "AssignReviewers" })] });
    const named = {
      caseId,
      slot: "-",
      noInterest: true,
      reviewerIds: [idOf("per", "ulf"), idOf("per", "will")],
    } as const;
    const decision = assignReviewer.decide(
      facts,
      staff("mia", "manager", "limburg"),
      { ...named, reviewerIds: [...named.reviewerIds], waiver: "" },
      moment,
    );
    expect(answersOf(decision.changes)).toMatchObject([{ slots: [{ slot: "r1" }, { slot: "r2" }, { slot: "r3" }] }]);
  });

  test("loses nobody else's time: a lay member who leaves is replaced by another, or by nobody", () => {
    const left = { ...patsSlot, status: "declined" as const };
    const at = { ...input, slot: "r3", round: 1 };
    const other = { ...aCandidate("pia", "wales"), lay: true };
    const replaced = replaceReviewer.decide(
      withPat({ slots: [left], candidates: [...withPat().candidates, other] }),
      workflow,
      at,
      moment,
    );
    expect(written(replaced.changes, "slot")).toMatchObject([{ reviewerId: other.personId, lay: true, round: 2 }]);
    const alone = replaceReviewer.decide(withPat({ slots: [left] }), workflow, at, moment);
    expect(alone.result.outcome).toBe("closed");
    expect(written(alone.changes, "slot")).toMatchObject([{ status: "set-aside" }]);
  });
});

describe("a lay member", () => {
  test("is never chosen for, nor named for, any other review", () => {
    const few = withPat({ call: aCall(), candidates: [aCandidate("uma"), pat] });
    expect(planReviews.decide(few, workflow, input, moment).result.outcome).toBe("manager");
    expect(askable(few, {}, moment.now).map(({ personId }) => personId)).toEqual([idOf("per", "uma")]);
    const facts = withPat({
      slots: [aSlot({ status: "unfilled" })],
      tasks: [aTask("assign-reviewer", { slot: "r1" })],
    });
    const naming = () =>
      assignReviewer.decide(
        facts,
        staff("mia", "manager", "limburg"),
        { caseId, slot: "r1", noInterest: true, reviewerIds: [pat.personId], waiver: "they know best" },
        moment,
      );
    expect(refused(naming)).toBe("conflict review.not-a-reviewer");
  });

  test("scores the criteria meant for them, all of these and no other", () => {
    expect(rubricFor(rubric, patsSlot).criteria.map(({ id }) => id)).toEqual(["effect"]);
    expect(rubricFor(rubric, aSlot()).criteria).toHaveLength(4);
    const facts = { one: withPat().one, call: asking, tasks: [aTask("review", { slot: "r3" })], slots: [patsSlot] };
    const file = (marks: ReturnType<typeof allMarks>) =>
      fileReview.decide(
        { ...facts, own: undefined },
        reviewer("pat"),
        { caseId, slot: "r3", marks, confidence: 2 },
        moment,
      );
    expect(written(file(ofEffect(4)).changes, "review")).toMatchObject([{ status: "filed", marks: ofEffect(4) }]);
    expect(refusalOf(() => file(allMarks(4))).facts.problems).toEqual(
      ["relevance", "quality", "value"].map((criterion) => ({ criterion, reason: "unknown" })),
    );
    expect(markProblems(rubricFor(rubric, patsSlot), [])).toEqual([{ criterion: "effect", reason: "missing" }]);
  });

  test("counts by what they assessed: criteria that they were not asked for are no zeros", () => {
    const filed = (marks: ReturnType<typeof allMarks>) => ({ status: "filed" as const, marks });
    expect(scoreOf(rubric, [filed(allMarks(4)), filed(ofEffect(5))])).toMatchObject({
      mean: 90,
      lowest: 80,
      highest: 100,
    });
  });

  test("takes no place of the one more review that far-apart reviews ask for", () => {
    const slots = [
      aSlot({ slot: "r1", status: "filed", reviewerId: idOf("per", "uma"), reviewerPark: "uppsala" }),
      aSlot({ slot: "r2", status: "filed", reviewerId: idOf("per", "will"), reviewerPark: "wales" }),
      { ...patsSlot, status: "filed" as const },
    ];
    const reviews = [5, 2, 4].map((score, at) => ({
      slot: `r${at + 1}`,
      status: "filed" as const,
      marks: at === 2 ? ofEffect(score) : allMarks(score),
    }));
    const waited = slots.map(({ slot, round }) => ({ slot, round }));
    const facts = { ...withPat({ slots }), reviews };
    const decision = judgeSpread.decide(facts, workflow, { ...input, slots: waited }, moment);
    expect(decision.result).toMatchObject({ outcome: "another", slots: [{ slot: "r4", round: 1 }] });
  });
});
