import { rowsOf } from "@multihelix/core/application/move.ts";
import { type ProposeInput, propose } from "@multihelix/core/decision/propose.ts";
import { queueBefore } from "@multihelix/core/decision/queue.ts";
import { describe, expect, test } from "vitest";
import { aCall } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aBudget, mia, proposing } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { eur } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const award: ProposeInput = {
  caseId,
  noInterest: true,
  kind: "award",
  amount: eur(1_000_000),
  conditions: "",
  reasons: "Clear need.",
  outOfOrderReason: "",
};

describe("a rolling call serves in order of complete submission", () => {
  const rowOf = (
    word: string,
    submitted: string,
    requested = 1_000_000,
    status: "in-review" | "approving" | "withdrawn" = "in-review",
  ) => rowsOf(aCase({ caseId: idOf("app", word), status, submittedAt: at(submitted), requested: eur(requested) }));
  const earlier = [...rowOf("one", "2026-08-01T08:00:00Z"), ...rowOf("two", "2026-08-02T08:00:00Z")];

  test("a later case waits unless the money covers all earlier undecided ones and itself", () => {
    const short = proposing({ budgets: [aBudget(2_999_999)], rows: earlier });
    expect(refusalOf(() => propose.decide(short, mia, award, moment))).toMatchObject({
      code: "proposal.out-of-order",
      facts: { earlier: 2, earlierAsked: 2_000_000, available: 2_999_999, asked: 1_000_000 },
    });
    expect(
      propose.decide(proposing({ budgets: [aBudget(3_000_000)], rows: earlier }), mia, award, moment).result.outcome,
    ).toBe("proposed");
  });

  test("it is advice: a recorded reason lets it pass", () => {
    const short = proposing({ budgets: [aBudget(1_500_000)], rows: earlier });
    const decision = propose.decide(
      short,
      mia,
      { ...award, outOfOrderReason: "The others wait for documents." },
      moment,
    );
    expect(written(decision.changes, "proposal")[0]?.outOfOrderReason).toBe("The others wait for documents.");
    expect(
      written(
        propose.decide(proposing({ rows: earlier }), mia, { ...award, outOfOrderReason: "Not needed." }, moment)
          .changes,
        "proposal",
      )[0]?.outOfOrderReason,
    ).toBeUndefined();
  });

  test("later cases, decided ones and those whose money is held already do not count", () => {
    const rows = [
      ...rowOf("later", "2026-09-02T08:00:00Z"),
      ...rowOf("held", "2026-08-01T08:00:00Z", 1, "approving"),
      ...rowOf("gone", "2026-08-01T08:00:00Z", 1, "withdrawn"),
      ...rowsOf(aCase({ status: "deciding" })),
    ];
    expect(queueBefore(rows, caseId, at("2026-09-01T08:00:00Z"), 100)).toEqual({ earlier: 0, asked: 0 });
    expect(queueBefore(earlier, caseId, at("2026-09-01T08:00:00Z"), 75)).toEqual({ earlier: 2, asked: 1_500_000 });
  });

  test("a deadline call has no such order", () => {
    const frozen = { round: 1, hash: "f00", by: mia.personId, at: moment.now };
    const call = aCall({ mode: "deadline", state: "deciding", frozen });
    const facts = proposing({ call, budgets: [aBudget(1_000_000)], rows: earlier });
    expect(propose.decide(facts, mia, award, moment).result.outcome).toBe("proposed");
  });

  test("a deadline call proposes nothing before its ranking is frozen, not even a rejection", () => {
    const facts = proposing({ call: aCall({ mode: "deadline", state: "closed" }), budgets: [aBudget(1_000_000)] });
    expect(refused(() => propose.decide(facts, mia, award, moment))).toBe("conflict ranking.not-frozen");
    const reject = { ...award, kind: "reject" as const };
    expect(refused(() => propose.decide(facts, mia, reject, moment))).toBe("conflict ranking.not-frozen");
  });
});
