/** Which approvals may be given together: each thing that may differ keeps its case out, and is named. */
import { type ApartReason, apartReasons, groupAlike, type Waiting, whyApart } from "@multihelix/core/approval/alike.ts";
import { describe, expect, test } from "vitest";
import { aProposal } from "../../fixture/build/decision.ts";
import { eur } from "../../fixture/build/voucher.ts";

const award = eur(800_000);
const share = (amount: number) => ({ award: eur(amount), shares: [{ parkId: "limburg", amount: eur(amount) }] });

/** As asked, as found by everybody, within every limit. */
function plain(given: Partial<Waiting> = {}): Waiting {
  return {
    callId: "cal_1",
    parkId: "limburg",
    attempt: 1,
    requested: award,
    proposal: aProposal(share(800_000)),
    sentBack: false,
    notes: [""],
    ownPark: false,
    waived: [],
    scopeSettled: false,
    conflicts: [{ found: [] }],
    interests: [],
    scores: { mean: 80, lowest: 75, highest: 85, wide: false, threshold: 60 },
    reviewed: true,
    headrooms: [
      { state: "assessed", fits: true },
      { state: "no-aid", fits: true },
    ],
    pots: [
      {
        parkId: "limburg",
        available: 0,
        held: 800_000,
        policy: { approvers: 1, secondFactorFrom: 800_001 },
      },
    ],
    ...given,
  };
}
const [pot] = plain().pots;
const withPot = (given: Partial<Waiting["pots"][number]>): Partial<Waiting> => ({
  pots: pot === undefined ? [] : [{ ...pot, ...given }],
});
const scores = (given: Partial<Waiting["scores"]>): Partial<Waiting> => ({ scores: { ...plain().scores, ...given } });

const differing: readonly (readonly [ApartReason, string, Partial<Waiting>])[] = [
  ["rejection", "a rejection", { proposal: aProposal({ kind: "reject", shares: share(0).shares }) }],
  ["amount-differs", "a cent less than was asked for", { requested: eur(800_001) }],
  ["amount-differs", "an amount in another currency", { requested: { amount: 800_000, currency: "GBP" } }],
  [
    "conditions",
    "conditions",
    { proposal: aProposal({ ...share(800_000), conditions: "Only with a second series." }) },
  ],
  [
    "out-of-order",
    "a reason to come before earlier cases",
    { proposal: aProposal({ ...share(800_000), outOfOrderReason: "Its lab slot ends." }) },
  ],
  ["sent-back", "a proposal that was sent back", { sentBack: true }],
  ["sent-back", "a second attempt", { attempt: 2 }],
  ["colleague-noted", "a word of who approved already", { notes: ["", "Look at the second offer."] }],
  ["own-park", "a park with an interest of its own", { ownPark: true }],
  ["bound-waived", "a reviewer under a waived bound", { waived: ["language"] }],
  ["scope-doubted", "a settled doubt about the scope", { scopeSettled: true }],
  ["conflict", "a soft conflict of a reviewer", { conflicts: [{ found: [] }, { found: [{ level: "SOFT" }] }] }],
  ["conflict", "an interest of who acted for a park", { interests: [{ level: "SOFT" }] }],
  ["review-missing", "a review that is missing or not whole", { reviewed: false }],
  ["reviews-differ", "reviews that lie wide apart", scores({ wide: true })],
  ["reviews-differ", "reviews on both sides of the threshold", scores({ lowest: 59.99 })],
  ["below-threshold", "a mean below the threshold", scores({ mean: 55, lowest: 50, highest: 59 })],
  ["budget", "a pot that does not hold the whole share", withPot({ held: 799_999 })],
  ["budget", "an overdrawn pot", withPot({ available: -1 })],
  ["budget", "no pot", { pots: [] }],
  ["aid-room", "a ceiling that is exceeded", { headrooms: [{ state: "assessed", fits: false }] }],
  ["aid-room", "a ceiling that nobody could assess", { headrooms: [{ state: "not-assessed", fits: true }] }],
  ["two-approvers", "a policy that wants two people", withPot({ policy: { approvers: 2 } })],
  ["second-factor", "a share at the limit", withPot({ policy: { approvers: 1, secondFactorFrom: 800_000 } })],
];

describe("an approval in which nothing differs", () => {
  test("has nothing to be looked at by itself, also where the call wants no review or sets no limit", () => {
    expect(whyApart(plain())).toEqual([]);
    expect(whyApart(plain({ scores: { wide: false, threshold: 60 } }))).toEqual([]);
    expect(whyApart(plain(withPot({ policy: { approvers: 1 } })))).toEqual([]);
    expect(whyApart(plain(scores({ mean: 60, lowest: 60, highest: 60 })))).toEqual([]);
  });

  test.each(differing)("%s: not with %s", (reason, _what, given) => {
    expect(whyApart(plain(given))).toEqual([reason]);
    const { groups, apart } = groupAlike([plain(), plain(given), plain()]);
    expect(groups.map((group) => group.length)).toEqual([2]);
    expect(apart.map(({ why }) => why)).toEqual([[reason]]);
  });

  test("every reason has its line in this table", () => {
    expect(new Set([...differing.map(([reason]) => reason), "alone"])).toEqual(new Set(apartReasons));
  });

  test("all that differs is named, in one order", () => {
    const many = plain({ waived: ["language"], sentBack: true, ...withPot({ held: 0 }) });
    expect(whyApart(many)).toEqual(["sent-back", "bound-waived", "budget"]);
  });
});

describe("a group", () => {
  test("is of one call and one paying park, and of two at least: a single one is said to be alone", () => {
    const other = plain({ callId: "cal_2" });
    const welsh = { parkId: "wales", pots: [{ parkId: "wales", available: 0, held: 800_000 }] };
    const wales = plain({ ...welsh, proposal: aProposal({ shares: [{ parkId: "wales", amount: award }], award }) });
    const [first, second] = [plain(), plain()];
    const { groups, apart } = groupAlike([first, other, second, wales]);
    expect(groups).toEqual([[first, second]]);
    expect(apart).toEqual([
      { one: other, why: ["alone"] },
      { one: wales, why: ["alone"] },
    ]);
    expect(groupAlike([])).toEqual({ groups: [], apart: [] });
  });
});
