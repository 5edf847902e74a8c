import { type EvidenceFacts, evidenceOf } from "@multihelix/core/view/evidence.ts";
import { describe, expect, test } from "vitest";
import {
  aJointCall,
  aJointProposal,
  approvingFacts,
  decisionFacts,
  limburg,
  wales,
} from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { aCandidate, allMarks, theParties, thePool } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { eur } from "../../fixture/build/voucher.ts";

const keys = [
  { ledger: limburg, given: 5_000_000, available: 4_250_000 },
  { ledger: wales, given: 3_000_000, available: 2_789_462 },
];

function facts(given: Partial<EvidenceFacts> = {}): EvidenceFacts {
  return { ...approvingFacts(), pool: thePool(), keys, rows: [], ...given };
}

describe("the evidence of a decision", () => {
  test("shows each paying park its own pot, what the case holds of it, and its share in its own currency", () => {
    const { amount, pots } = evidenceOf(facts(), aMoment());
    expect(amount).toEqual(eur(1_000_000));
    expect(pots.map(({ parkId, held, given, available }) => [parkId, given, available, held])).toEqual([
      ["limburg", 5_000_000, 4_250_000, 750_000],
      ["wales", 3_000_000, 2_789_462, 210_538],
    ]);
    expect(pots[0]?.share).toEqual({ amount: 750_000, percent: 75 });
    expect(pots[1]?.share).toMatchObject({ percent: 25, rate: expect.any(String), rateDate: expect.any(String) });
  });

  test("is worked out for another amount where one is asked for, whatever was proposed", () => {
    const { amount, pots, headrooms } = evidenceOf(facts(), aMoment(), 600_000);
    expect(amount).toEqual(eur(600_000));
    expect(pots[0]?.share?.amount).toBe(450_000);
    expect(headrooms.find(({ basis }) => basis === "eu-de-minimis")?.asked).toBe(450_000);
  });

  test("an amount over a park's limit for one approver wants two, and over its other limit a fresh second factor", () => {
    const two = evidenceOf(facts(), aMoment(), 20_000_000).pots[0]?.policy;
    expect(two).toMatchObject({ approvers: 2 });
    expect(evidenceOf(facts(), aMoment(), 600_000).pots[0]?.policy).toMatchObject({ approvers: 1 });
  });

  test("asks the conflict rules again about everyone who sits in a slot", () => {
    const slots = [aSlot({ reviewerId: idOf("per", "lars"), status: "filed" })];
    const pool = thePool({
      slots,
      on: theParties(),
      candidates: [
        aCandidate("lars", "lund", {
          interests: [{ organisationId: idOf("org", "lab"), kind: "board" }],
        }),
      ],
    });
    const { conflicts } = evidenceOf(facts({ pool, slots }), aMoment());
    expect(conflicts).toEqual([
      {
        slot: "r1",
        found: expect.arrayContaining([expect.objectContaining({ level: "HARD", rule: "declared-stake" })]),
      },
    ]);
  });

  test("counts filed reviews only, and tells each review's own percent beside the mean", () => {
    const reviews: EvidenceFacts["reviews"] = [
      { slot: "r1", status: "filed", marks: allMarks(4) },
      { slot: "r2", status: "draft", marks: allMarks(0) },
    ];
    const { scores } = evidenceOf(facts({ ...decisionFacts(), call: aJointCall(), reviews }), aMoment());
    expect(scores).toMatchObject({ mean: 80, counted: 1, reviews: [{ slot: "r1", percent: 80 }] });
    expect(scores.criteria.every(({ mean }) => mean === 4)).toBe(true);
  });

  test("before anything is proposed it is about what was requested", () => {
    const without = facts({ ...decisionFacts(), call: aJointCall(), proposals: [] });
    expect(evidenceOf(without, aMoment()).amount).toEqual(without.one?.requested);
    const withOne = facts({ proposals: [aJointProposal({ award: eur(800_000) })] });
    expect(evidenceOf(withOne, aMoment()).amount).toEqual(eur(800_000));
  });
});
