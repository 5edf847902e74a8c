import { approveValue } from "@multihelix/core/voucher/approve-value.ts";
import { proposeValue } from "@multihelix/core/voucher/propose-value.ts";
import { describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { caseId } from "../../fixture/build/case.ts";
import { aJointCall, decisionFacts, limburg, mia, wales } from "../../fixture/build/decision.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aShare, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { patches, written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const [ada, olwen] = [staff("ada", "approver", "limburg"), staff("olwen", "approver", "wales")];
const moment = aMoment();
const propose = (value: number) =>
  proposeValue.decide(useFacts(), mia, { caseId, value, reasons: "Less work.", noInterest: true }, moment);

function approve(value: number, approved: { parkId: string }[], who = ada, parkId = "limburg") {
  const change = {
    value: eur(value),
    reasons: "Less work.",
    by: mia.personId,
    at: at("2026-11-12T08:00:00Z"),
    approved: approved.map((one) => ({ ...one, by: ada.personId, at: at("2026-11-12T08:30:00Z") })),
  };
  const facts = decisionFacts({
    case: { status: "in-use", payingParks: ["limburg", "wales"] },
    call: aJointCall(),
    shares: [aShare({ committed: 750_000 }, limburg), aShare({ committed: 215_001 }, wales)],
    aidGrants: [aGrant({ amount: 750_000 })],
  });
  return approveValue.decide(
    { ...facts, parties: [], voucher: aVoucher({ valueChange: change }) },
    who,
    { caseId, parkId, noInterest: true },
    moment,
  );
}

describe("another value of a voucher", () => {
  test("is proposed by a manager within the call's limits and changes nothing yet", () => {
    expect(propose(800_000)).toMatchObject({ result: { outcome: "proposed" } });
    expect(propose(800_000).postings).toBeUndefined();
    expect(refused(() => propose(1_000_001))).toBe("invalid voucher.value-limits");
    expect(refused(() => propose(1_000_000))).toBe("invalid voucher.same-value");
  });

  test("waits for every paying park", () => {
    const decision = approve(800_000, []);
    expect(decision.result.outcome).toBe("approved");
    expect(decision.postings).toBeUndefined();
  });

  test("lowered, every park gets back the same fraction in its own currency, and less aid counts", () => {
    const decision = approve(800_000, [{ parkId: "limburg" }], olwen, "wales");
    expect(decision.postings?.map(({ ledger, to, from, amount }) => [ledger.parkId, to, from, amount])).toEqual([
      ["limburg", "available", "committed", 150_000],
      ["wales", "available", "committed", 43_000],
    ]);
    expect(written(decision.changes, "voucher")[0]).toMatchObject({ value: eur(800_000), left: eur(800_000) });
    expect(patches(decision.changes, "aidGrant")[0]?.set).toEqual({ amount: 600_000 });
  });

  test("the proposer does not approve", () => {
    const both = { ...mia, grants: [...mia.grants, ...staff("mia", "approver", "limburg").grants] };
    expect(refused(() => approve(800_000, [], both))).toBe("forbidden duties.same-person");
  });
});
