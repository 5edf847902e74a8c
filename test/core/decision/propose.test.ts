import { planOf } from "@multihelix/adapters/dynamo/write.ts";
import { type ProposeInput, propose } from "@multihelix/core/decision/propose.ts";
import { changesOf } from "@multihelix/core/kernel/perform.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { aBudget, aJointCall, aProposal, mia, proposing, wales } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aShare, eur } from "../../fixture/build/voucher.ts";
import { answersOf, written } from "../../fixture/changes.ts";
import { fc } from "../../fixture/fast-check.ts";
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
const reject: ProposeInput = { ...award, kind: "reject", amount: undefined, reasons: "The effect is not shown." };

const joint = (given: Parameters<typeof proposing>[0] = {}) =>
  proposing({
    one: aCase({ status: "deciding", payingParks: ["limburg", "wales"] }),
    call: aJointCall(),
    budgets: [aBudget(5_000_000), aBudget(4_000_000, wales)],
    ...given,
  });
const money = (decision: ReturnType<typeof propose.decide>) =>
  decision.postings?.map(({ ledger, to, from, amount }) => [ledger.parkId, to, from, amount, ledger.currency]);

describe("a proposal of an award", () => {
  test("holds money and aid headroom, and asks the paying park, in one decision", () => {
    const decision = propose.decide(proposing(), mia, award, moment);
    expect(money(decision)).toEqual([["limburg", "reserved", "available", 1_000_000, "EUR"]]);
    expect(written(decision.changes, "aidGrant")).toMatchObject([
      { parkId: "limburg", jurisdiction: "BE", status: "reserved", amount: 1_000_000, date: "2026-11-12" },
    ]);
    expect(written(decision.changes, "case")[0]?.status).toBe("approving");
    expect(written(decision.changes, "proposal")).toMatchObject([
      { round: 1, status: "open", score: 80, proposedBy: mia.personId },
    ]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "proposed", parks: ["limburg"], round: 1 }]);
    expect(written(decision.changes, "letter")).toEqual([]);
  });

  test("is one transaction that the store accepts, share and postings merged", () => {
    const decision = propose.decide(joint(), mia, award, aMoment());
    const items = planOf("table", changesOf(decision, "decision.propose", mia.personId, aMoment())).map(
      ({ name }) => name,
    );
    for (const name of [
      "case",
      "proposal",
      "share",
      "budget",
      "posting",
      "aidGroup",
      "aidGrant",
      "task",
      "event",
    ] as const)
      expect(items).toContain(name);
    expect(items.filter((name) => name === "budget")).toHaveLength(2);
    expect(items.filter((name) => name === "share")).toHaveLength(2);
  });

  test("is shared out by percent and converted once per park, with rate and date kept", () => {
    const decision = propose.decide(joint(), mia, award, moment);
    const [proposal] = written(decision.changes, "proposal");
    expect(proposal?.shares[0]).toEqual({ parkId: "limburg", amount: eur(750_000) });
    expect(proposal?.shares[1]).toMatchObject({ parkId: "wales", amount: { currency: "GBP" }, rateDate: "2026-10-31" });
    expect(money(decision)?.[1]?.slice(0, 3)).toEqual(["wales", "reserved", "available"]);
    expect(proposal?.shares[1]?.amount.amount).toBe(decision.postings?.[1]?.amount);
  });

  test("parts in the call's currency add up to the award, to the minor unit, whatever the shares", () => {
    fc.assert(
      fc.property(fc.integer({ min: 500_000, max: 1_000_000 }), fc.integer({ min: 1, max: 99 }), (amount, percent) => {
        const [first, second] = aJointCall().payers;
        if (first === undefined || second === undefined) throw new Error("two parks pay");
        const payers = [
          { ...first, sharePercent: percent },
          { ...second, ledger: { ...wales, currency: "EUR" }, sharePercent: 100 - percent },
        ];
        const facts = joint({ call: aJointCall({ payers }) });
        const decision = propose.decide(
          { ...facts, budgets: payers.map(({ ledger }) => aBudget(5_000_000, ledger)) },
          mia,
          { ...award, amount: eur(amount) },
          moment,
        );
        const total = decision.postings?.reduce((sum, posting) => sum + posting.amount, 0);
        expect(total).toBe(amount);
        expect(Math.abs((decision.postings?.[0]?.amount ?? 0) - (amount * percent) / 100)).toBeLessThan(1);
      }),
      { numRuns: 40 },
    );
  });

  test("when one park has too little, nothing is held: the refusal names the park, what is free and what was asked", () => {
    const work = () =>
      propose.decide(joint({ budgets: [aBudget(5_000_000), aBudget(100_000, wales)] }), mia, award, moment);
    expect(refusalOf(work)).toMatchObject({
      kind: "conflict",
      code: "budget.too-little",
      facts: { parkId: "wales", available: 100_000, currency: "GBP" },
    });
    expect(refused(() => propose.decide(proposing({ budgets: [] }), mia, award, moment))).toBe(
      "conflict budget.too-little",
    );
    expect(propose.decide(proposing({ budgets: [aBudget(1_000_000)] }), mia, award, moment).result.outcome).toBe(
      "proposed",
    );
  });

  test("without aid headroom nothing is held", () => {
    const aidGrants = [aGrant({ caseId: idOf("app", "earlier"), amount: 29_500_000, date: "2026-01-10" })];
    expect(refusalOf(() => propose.decide(proposing({ aidGrants }), mia, award, moment))).toMatchObject({
      code: "aid.no-room",
      facts: { room: 500_000, asked: 1_000_000 },
    });
  });

  test("the share of an earlier round is used again, and a freed grant reserved anew", () => {
    const facts = proposing({
      shares: [aShare()],
      aidGrants: [aGrant({ status: "freed" })],
      proposals: [aProposal({ status: "superseded" })],
    });
    const decision = propose.decide({ ...facts, tasks: [aTask("propose", { round: 2 })] }, mia, award, moment);
    expect(written(decision.changes, "share")).toEqual([]);
    expect(decision.changes).toContainEqual(expect.objectContaining({ op: "replace", name: "aidGrant" }));
    expect(written(decision.changes, "proposal")[0]?.round).toBe(2);
  });

  test("stays within what was asked and the call's limits, in its currency", () => {
    const of = (amount: ProposeInput["amount"], facts = proposing()) =>
      refused(() => propose.decide(facts, mia, { ...award, amount }, moment));
    expect(of(undefined)).toBe("invalid proposal.amount-missing");
    expect(of({ amount: 600_000, currency: "GBP" })).toBe("invalid proposal.wrong-currency");
    expect(of(eur(1_000_001))).toBe("invalid proposal.above-maximum");
    expect(of(eur(900_000), proposing({ one: aCase({ status: "deciding", requested: eur(800_000) }) }))).toBe(
      "invalid proposal.above-requested",
    );
    expect(of(eur(499_999))).toBe("invalid proposal.below-minimum");
  });

  test("approvals are bound to its content: any change of it, or of the application, changes its hash", () => {
    const hashOf = (input: ProposeInput, facts = proposing()) =>
      written(propose.decide(facts, mia, input, moment).changes, "proposal")[0]?.contentHash;
    const hash = hashOf(award);
    expect(hashOf(award)).toBe(hash);
    expect(hashOf({ ...award, conditions: "Report in English." })).not.toBe(hash);
    expect(hashOf({ ...award, amount: eur(900_000) })).not.toBe(hash);
    expect(hashOf(award, proposing({ one: aCase({ status: "deciding", contentHash: "other" }) }))).not.toBe(hash);
  });
});

describe("a proposal of a rejection", () => {
  test("holds nothing and is approved by every paying park", () => {
    const decision = propose.decide(joint(), mia, reject, moment);
    expect(decision.postings).toEqual([]);
    expect(written(decision.changes, "aidGrant")).toEqual([]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "proposed", parks: ["limburg", "wales"], round: 1 }]);
    expect(written(decision.changes, "proposal")[0]?.award).toBeUndefined();
  });
});

describe("who proposes, and once", () => {
  test("a manager of the lead park only", () => {
    expect(refused(() => propose.decide(proposing(), staff("abe", "approver", "limburg"), award, moment))).toBe(
      "forbidden actor.role-needed",
    );
    expect(refused(() => propose.decide(joint(), staff("olga", "manager", "wales"), award, moment))).toBe(
      "forbidden actor.role-needed",
    );
    expect(refused(() => propose.decide(proposing(), staff("olga", "manager", "wales"), award, moment))).toBe(
      "not_found case.not-found",
    );
  });

  test("the same proposal again gives the same; another amount under the closed task is refused with who and when", () => {
    const task = aTask("propose", {
      status: "answered",
      by: mia.personId,
      at: at("2026-11-11T09:00:00Z"),
      answer: { outcome: "proposed" },
    });
    const again = { ...proposing({ proposals: [aProposal({ reasons: "Clear need." })] }), tasks: [task] };
    expect(propose.decide(again, mia, award, moment)).toEqual({ changes: [], result: { outcome: "proposed" } });
    expect(refusalOf(() => propose.decide(again, mia, { ...award, amount: eur(900_000) }, moment))).toMatchObject({
      code: "task.already-answered",
      facts: { by: mia.personId },
    });
  });
});
