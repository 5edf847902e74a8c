/** A manager sets a filed review aside by hand: who may, until when, and what becomes of the review, its slot and a proposal. */
import type { Review } from "@multihelix/core/review/review.ts";
import { scoreOf } from "@multihelix/core/review/score.ts";
import { setReviewAside } from "@multihelix/core/review/set-review-aside.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { caseId } from "../../fixture/build/case.ts";
import { aProposal, decisionFacts, max, mia } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { allMarks } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aShare } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const reviewerId = idOf("per", "uma");
const review: Review = {
  caseId,
  slot: "r1",
  attempt: 1,
  reviewerId,
  status: "filed",
  marks: allMarks(4),
  confidence: 2,
  savedAt: at("2026-11-10T09:00:00Z"),
  filedAt: at("2026-11-10T09:00:00Z"),
  version: 1,
};
const reason = "They sat on the company's board until June.";
const input = { caseId, slot: "r1", reason, noInterest: true } as const;
const facts = (given: Parameters<typeof decisionFacts>[0] = {}, all: readonly Review[] = [review]) => ({
  ...decisionFacts({ slots: [aSlot({ slot: "r1", reviewerId, status: "filed" })], ...given }),
  all,
});
const aside = (given: Parameters<typeof facts>[0] = {}, actor = mia) =>
  setReviewAside.decide(facts(given), actor, input, moment);

describe("a review that a manager sets aside", () => {
  test("is kept and counts no more, its slot is open for somebody else, and the record says why", () => {
    const decision = aside();
    expect(decision.result).toEqual({ outcome: "set-aside" });
    const [kept] = written(decision.changes, "review");
    expect(kept).toMatchObject({ status: "set-aside", marks: review.marks });
    expect(scoreOf(aCall().rubric, kept === undefined ? [] : [kept]).mean).toBeUndefined();
    expect(written(decision.changes, "slot")).toMatchObject([
      { status: "planned", round: 2, tried: [{ personId: reviewerId, reason: "conflict", read: true }] },
    ]);
    expect(written(decision.changes, "case")).toMatchObject([{ status: "in-review" }]);
    expect(decision.events).toMatchObject([{ type: "review.set-aside", facts: { slot: "r1", reviewerId, reason } }]);
    expect(decision.effects?.map(({ body }) => body)).toMatchObject([
      { kind: "stop-execution" },
      { kind: "start-execution", input: { from: "PlanReviews" } },
    ]);
  });

  test("takes a proposal with it that was not released, and none that was", () => {
    for (const status of ["in-review", "approving", "approved"] as const)
      expect(aside({ case: { status } }).result.outcome).toBe("set-aside");
    expect(
      patches(aside({ case: { status: "approving" }, proposals: [aProposal()] }).changes, "proposal"),
    ).toMatchObject([{ set: { status: "superseded" } }]);
    // What it held is freed, and the posting says what for: no ranking was replaced.
    const shares = [aShare({ reserved: 500_000 })];
    expect(aside({ case: { status: "approving" }, proposals: [aProposal()], shares }).postings).toMatchObject([
      { to: "available", from: "reserved", amount: 500_000, memo: "review-aside" },
    ]);
    for (const status of ["issued", "rejected", "conditional"] as const)
      expect(refused(() => aside({ case: { status } }))).toBe("conflict review.aside-late");
  });

  test("is not one that a frozen ranking counts: what two managers froze one does not undo", () => {
    const frozen = { round: 1, hash: "f", by: max.personId, at: at("2026-11-11T09:00:00Z") };
    const call = aCall({ mode: "deadline", state: "deciding", frozen });
    expect(refused(() => aside({ call }))).toBe("conflict review.aside-ranked");
    expect(
      aside({ call: aCall({ mode: "deadline", state: "deciding", superseded: { round: 1, at: moment.now } }) }).result
        .outcome,
    ).toBe("set-aside");
  });

  test("is filed and still counts", () => {
    const none = (all: readonly Review[]) => () => setReviewAside.decide(facts({}, all), mia, input, moment);
    expect(refused(none([]))).toBe("not_found review.none-filed");
    expect(refused(none([{ ...review, status: "set-aside" }]))).toBe("not_found review.none-filed");
  });
});

test("a manager of the lead park sets it aside, never a reviewer of the case nor who has an interest in it", () => {
  expect(aside({}, max).result.outcome).toBe("set-aside");
  expect(refused(() => aside({}, staff("ada", "approver", "limburg")))).toBe("forbidden actor.role-needed");
  expect(refused(() => aside({}, staff("lea", "manager", "lund")))).toBe("not_found case.not-found");
  expect(refused(() => aside({}, staff("uma", "manager", "limburg")))).toBe("forbidden duties.reviewer");
  const ties = [{ organisationId: facts().one?.applicantId ?? "", kind: "board" as const, level: "HARD" as const }];
  expect(refused(() => aside({}, { ...mia, ties }))).toBe("not_found case.not-found");
});
