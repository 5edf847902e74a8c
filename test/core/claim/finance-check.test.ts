import type { Claim } from "@multihelix/core/claim/claim.ts";
import { financeCheck } from "@multihelix/core/claim/finance-check.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { aCall, aLedger } from "../../fixture/build/call.ts";
import { aCase, caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aClaim, aShare, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { answersOf, patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const mia = idOf("per", "mia");
const fay = staff("fay", "finance", "limburg");
const moment = aMoment("2026-11-23T09:00:00Z");
const accept = { caseId, outcome: "accepted", noInterest: true } as const;

function assessed(payable: number, acceptedNet = 1_250_000): Claim {
  const assessment = {
    by: mia,
    at: at("2026-11-20T09:00:00Z"),
    lines: [],
    acceptedNet: eur(acceptedNet),
    paidByApplicant: eur(250_000),
    payable: eur(payable),
    reason: "",
  };
  return aClaim({ status: "assessed", assessment });
}
const checking = (payable: number) =>
  useFacts({
    one: aCase({ status: "claim-check" }),
    tasks: [aTask("finance-check", { round: 3 })],
    claims: [assessed(payable)],
    aidGrants: [aGrant()],
  });

describe("finance accepts a claim", () => {
  test("payable ← committed, an order waits for its batch, the case is in paying", () => {
    const decision = financeCheck.decide(checking(1_000_000), fay, accept, moment);
    expect(decision.result).toEqual({ outcome: "accepted", claim: 1, payable: eur(1_000_000) });
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["payable", "committed", 1_000_000],
    ]);
    expect(written(decision.changes, "case")[0]?.status).toBe("paying");
    expect(written(decision.changes, "order")).toMatchObject([
      { endToEndId: "LIM-V26-7K3QX-1-LIM", amount: eur(1_000_000), payeeId: idOf("org", "lab"), status: "waiting" },
    ]);
    expect(written(decision.changes, "orderRef")).toHaveLength(1);
    expect(written(decision.changes, "orderWaiting")).toMatchObject([
      { parkId: "limburg", endToEndId: "LIM-V26-7K3QX-1-LIM" },
    ]);
    expect(answersOf(decision.changes)).toEqual([{ outcome: "accepted", round: 3 }]);
    expect(patches(decision.changes, "aidGrant")).toEqual([]);
  });

  test("8,000 of 10,000: 2,000 return to the pot and the aid row is corrected (domain 17.2)", () => {
    const decision = financeCheck.decide(checking(800_000), fay, accept, moment);
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["payable", "committed", 800_000],
      ["available", "committed", 200_000],
    ]);
    expect(patches(decision.changes, "aidGrant")).toEqual([
      { set: { amount: 800_000 }, when: { status: "granted", amount: 1_000_000 } },
    ]);
    expect(written(decision.changes, "voucher")[0]?.left).toEqual(eur(0));
  });

  test("of a claim that is not the last, the rest stays committed for the next, and the aid with it", () => {
    const claim = { ...assessed(400_000, 500_000), interim: true };
    const decision = financeCheck.decide({ ...checking(400_000), claims: [claim] }, fay, accept, moment);
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["payable", "committed", 400_000],
    ]);
    expect(written(decision.changes, "voucher")[0]?.left).toEqual(eur(600_000));
    expect(patches(decision.changes, "aidGrant")).toEqual([]);
  });

  test("of the last of two claims, the aid is cut to what both are paid", () => {
    const draws = [{ parkId: "limburg", counted: eur(400_000), amount: eur(400_000) }];
    const first: Claim = { ...assessed(400_000, 500_000), interim: true, status: "paid", draws };
    const second: Claim = { ...assessed(200_000, 250_000), claim: 2 };
    const facts = {
      ...checking(200_000),
      claims: [first, second],
      voucher: aVoucher({ left: eur(600_000) }),
      shares: [aShare({ committed: 600_000, disbursed: 400_000 })],
    };
    const decision = financeCheck.decide(facts, fay, accept, moment);
    expect(decision.postings?.map(({ to, from, amount }) => [to, from, amount])).toEqual([
      ["payable", "committed", 200_000],
      ["available", "committed", 400_000],
    ]);
    expect(patches(decision.changes, "aidGrant")).toMatchObject([{ set: { amount: 600_000 } }]);
  });

  test("each paying park owes its part in its own currency, as an order of its own", () => {
    const call = aCall({
      payers: [
        { parkId: "limburg", ledger: aLedger(), sharePercent: 60, aidBasis: "eu-de-minimis" },
        { parkId: "lund", ledger: aLedger("lund", "SEK"), sharePercent: 40, aidBasis: "eu-de-minimis" },
      ],
    });
    const shares = [aShare({ committed: 600_000 }), aShare({ committed: 4_400_001 }, aLedger("lund", "SEK"))];
    const decision = financeCheck.decide({ ...checking(500_000), call, shares }, fay, accept, moment);
    expect(written(decision.changes, "order").map(({ endToEndId, amount }) => [endToEndId, amount])).toEqual([
      ["LIM-V26-7K3QX-1-LIM", eur(300_000)],
      ["LIM-V26-7K3QX-1-LUN", { amount: 2_200_001, currency: "SEK" }],
    ]);
    expect(decision.postings?.map(({ ledger, to, amount }) => [ledger.currency, to, amount])).toEqual([
      ["EUR", "payable", 300_000],
      ["EUR", "available", 300_000],
      ["SEK", "payable", 2_200_001],
      ["SEK", "available", 2_200_000],
    ]);
    expect(written(decision.changes, "claim")[0]?.draws).toEqual([
      { parkId: "limburg", counted: eur(300_000), amount: eur(300_000) },
      { parkId: "lund", counted: eur(200_000), amount: { amount: 2_200_001, currency: "SEK" } },
    ]);
  });

  test("the payee is told what was accepted; a reimbursing call pays and tells the SME", () => {
    const told = (pays: "provider" | "sme") => {
      const decision = financeCheck.decide({ ...checking(800_000), call: aCall({ pays }) }, fay, accept, moment);
      return [
        written(decision.changes, "letter").map(({ kind, to }) => `${kind} ${to.name}`),
        written(decision.changes, "order")[0]?.payeeId,
      ];
    };
    expect(told("provider")).toEqual([["claim-decision lars"], idOf("org", "lab")]);
    expect(told("sme")).toEqual([["claim-decision anna"], idOf("org", "vivo")]);
  });

  test("the assessor does not check their own assessment, nor a reviewer the case", () => {
    const assessor = { ...staff("mia", "finance", "limburg") };
    expect(refused(() => financeCheck.decide(checking(1), assessor, accept, moment))).toBe(
      "forbidden duties.same-person",
    );
    const reviewed = { ...checking(1), slots: [aSlot({ reviewerId: fay.personId, status: "filed" })] };
    expect(refused(() => financeCheck.decide(reviewed, fay, accept, moment))).toBe("forbidden duties.reviewer");
  });

  test("a claim that nobody assessed is not accepted", () => {
    const facts = { ...checking(1), claims: [aClaim({ status: "confirmed" })] };
    expect(refused(() => financeCheck.decide(facts, fay, accept, moment))).toBe("conflict claim.not-assessed");
  });

  test("repeated by the same officer it changes nothing, by another it is a conflict", () => {
    const closed = aTask("finance-check", {
      status: "answered",
      by: fay.personId,
      at: moment.now,
      answer: { outcome: "accepted" },
    });
    const facts = { ...checking(800_000), tasks: [closed] };
    expect(financeCheck.decide(facts, fay, accept, moment)).toEqual({
      changes: [],
      result: { outcome: "accepted", claim: 1, payable: eur(800_000) },
    });
    expect(refused(() => financeCheck.decide(facts, staff("finn", "finance", "limburg"), accept, moment))).toBe(
      "conflict task.already-answered",
    );
  });
});

test("sent back: the manager assesses in the next round, no money moves, the reason stays on the claim", () => {
  expect(refused(() => financeCheck.decide(checking(1), fay, { ...accept, outcome: "back" }, moment))).toBe(
    "invalid claim.reason-needed",
  );
  const decision = financeCheck.decide(
    checking(1),
    fay,
    { ...accept, outcome: "back", reason: "No proof of the own share." },
    moment,
  );
  expect(decision.postings ?? []).toEqual([]);
  expect(answersOf(decision.changes)).toEqual([{ outcome: "back", round: 4 }]);
  expect(written(decision.changes, "claim")[0]).toMatchObject({
    status: "confirmed",
    sentBack: [{ reason: "No proof of the own share.", by: fay.personId }],
  });
  expect(JSON.stringify(decision.events)).not.toContain("proof");
});
