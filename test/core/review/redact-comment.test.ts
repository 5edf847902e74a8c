/** What the applicant reads of a review may be changed by the manager until something is proposed; the reviewer's words stay. */
import { assessmentOf } from "@multihelix/core/review/assessment.ts";
import { redactComment } from "@multihelix/core/review/redact-comment.ts";
import type { Review } from "@multihelix/core/review/review.ts";
import { defaultVoucherRubric as rubric } from "@multihelix/core/review/rubric.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { allMarks } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const mia = staff("mia", "manager", "limburg");
const review = (given: Partial<Review> = {}): Review => ({
  caseId,
  slot: "r1",
  attempt: 1,
  reviewerId: idOf("per", "uma"),
  status: "filed",
  marks: allMarks(4),
  confidence: 2,
  savedAt: moment.now,
  filedAt: moment.now,
  version: 3,
  ...given,
});
const facts = { one: aCase({ status: "deciding" }), slots: [aSlot({ status: "filed" })], reviews: [review()] };
const input = {
  caseId,
  slot: "r1",
  criterion: "quality",
  text: "The plan leaves out the controls.",
  reason: "It named a person.",
  noInterest: true,
} as const;
const commentsOf = (one: Review) =>
  Object.fromEntries(assessmentOf(rubric, [one]).criteria.map(({ id, comments }) => [id, comments]));

describe("a comment to the applicant", () => {
  test("is read as the manager left it; the reviewer's own words, the mark and the other comments are kept", () => {
    const [after] = written(redactComment.decide(facts, mia, input, moment).changes, "review") as [Review];
    const before = review();
    expect(commentsOf(after)).toEqual({ ...commentsOf(before), quality: [input.text] });
    const mark = (one: Review) => one.marks.find(({ criterion }) => criterion === "quality");
    expect(mark(after)).toEqual({
      ...mark(before),
      redacted: { text: input.text, reason: input.reason, by: mia.personId, at: moment.now },
    });
    expect(assessmentOf(rubric, [after]).score).toBe(assessmentOf(rubric, [before]).score);
  });

  test("may be left out, and given back in the reviewer's own words", () => {
    const [without] = written(redactComment.decide(facts, mia, { ...input, text: "" }, moment).changes, "review") as [
      Review,
    ];
    expect(commentsOf(without)["quality"]).toEqual([]);
    const words = review().marks.find(({ criterion }) => criterion === "quality")?.toApplicant ?? "";
    const back = redactComment.decide({ ...facts, reviews: [without] }, mia, { ...input, text: words }, moment);
    expect(written(back.changes, "review")).toEqual([review()]);
  });

  test("does not change by the same text again", () => {
    const [after] = written(redactComment.decide(facts, mia, input, moment).changes, "review") as [Review];
    const again = redactComment.decide({ ...facts, reviews: [after] }, mia, input, moment);
    expect([again.changes, again.result]).toEqual([[], { outcome: "unchanged" }]);
  });

  test.each(["approving", "approved", "issued", "rejected", "redeemed"] as const)(
    "stays what approvers saw once the case is %s",
    (status) => {
      const work = () => redactComment.decide({ ...facts, one: aCase({ status }) }, mia, input, moment);
      expect(refused(work)).toBe("conflict review.redaction-late");
    },
  );

  test("is the manager's to change, not an approver's, and never its reviewer's", () => {
    expect(refused(() => redactComment.decide(facts, staff("ann", "approver", "limburg"), input, moment))).toBe(
      "forbidden actor.role-needed",
    );
    const own = [aSlot({ status: "filed", reviewerId: mia.personId })];
    expect(refused(() => redactComment.decide({ ...facts, slots: own }, mia, input, moment))).toBe(
      "forbidden duties.reviewer",
    );
  });

  test("that nobody filed is not found", () => {
    const draft = { ...facts, reviews: [review({ status: "draft" })] };
    for (const [given, asked] of [
      [draft, input],
      [facts, { ...input, criterion: "taste" }],
      [facts, { ...input, slot: "r2" }],
    ] as const)
      expect(refused(() => redactComment.decide(given, mia, asked, moment))).toBe("not_found review.comment-unknown");
  });
});
