import type { Claim } from "@multihelix/core/claim/claim.ts";
import { type Earlier, payableOf } from "@multihelix/core/claim/payable.ts";
import { unprovenByPark, unprovenOf } from "@multihelix/core/claim/unproven.ts";
import { money } from "@multihelix/core/kernel/money.ts";
import type { Recovery } from "@multihelix/core/recovery/recovery.ts";
import { describe, expect, test } from "vitest";
import { aJointCall } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aRecovery } from "../../fixture/build/use-redress.ts";
import { anInterimClaim, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { fc } from "../../fixture/fast-check.ts";

type Paid = Pick<Earlier, "cost" | "payable" | "paidByApplicant">;
const paid = (cost: number, payable: number, proven: number): Paid => ({
  cost: eur(cost),
  payable: eur(payable),
  paidByApplicant: eur(proven),
});
const provider = { intensity: 80, pays: "provider" } as const;

describe("what was paid and no proven own share supports", () => {
  test.each([
    ["nothing proven: all of it", 0, 800_000],
    ["500 of 2,000 proven support 2,000: the other 6,000", 50_000, 600_000],
    ["one cent short: the four that it would support", 199_999, 4],
    ["the whole own share proven: nothing", 200_000, 0],
  ])("%s", (_, proven, unproven) => {
    expect(unprovenOf(paid(1_000_000, 800_000, proven), provider)).toEqual(eur(unproven));
  });

  test("is nothing at an intensity of 100 %, where there is no own share", () => {
    expect(unprovenOf(paid(1_000_000, 1_000_000, 0), { ...provider, intensity: 100 })).toEqual(eur(0));
  });

  test("is nothing where the SME is reimbursed, for it is paid for what it paid", () => {
    expect(unprovenOf(paid(1_000_000, 560_000, 700_000), { ...provider, pays: "sme" })).toEqual(eur(0));
  });
});

const inEuro = { line: 1, rate: "1", rateDate: "2026-11-02", rateSource: "ECB" };

/** Claims one after the other, as the house pays them: what they come to, and what rounding each of them may add. */
function claimed(
  claims: readonly { net: number; proven: number; interim: boolean }[],
  { award, intensity }: { award: number; intensity: number },
): Paid & { settled: boolean } {
  let settled = false;
  let before = paid(0, 0, 0);
  for (const { net, proven, interim } of claims) {
    const left = award - before.payable.amount;
    if (left <= 0) break;
    const line = { ...inEuro, accepted: eur(net), converted: eur(net) };
    const terms = { left: eur(left), intensity, pays: "provider", earlier: before } as const;
    const { payable } = payableOf({ ...terms, accepted: [line], paidByApplicant: eur(proven), interim });
    // Nothing payable: the claim is refused, and with it what it proved.
    if (payable.amount === 0) continue;
    before = paid(
      before.cost.amount + net,
      before.payable.amount + payable.amount,
      before.paidByApplicant.amount + proven,
    );
    // Also what redress has claimed anew after the end: it is a last claim too.
    settled = !interim;
    if (settled) break;
  }
  return { ...before, settled };
}

test("over any sequence of claims, what was paid and not asked back is no more than p × i ÷ (1 − i) of the proven own share p", () => {
  const sequence = fc.record({
    award: fc.integer({ min: 1, max: 2_000_000 }),
    intensity: fc.constantFrom(1, 33.3, 50, 66.67, 80, 100),
    claims: fc.array(
      fc.record({
        net: fc.integer({ min: 1, max: 1_000_000 }),
        proven: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400_000 })),
        interim: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  });
  fc.assert(
    fc.property(sequence, ({ award, intensity, claims }) => {
      const all = claimed(claims, { award, intensity });
      const back = unprovenOf(all, { intensity, pays: "provider" }).amount;
      const kept = all.payable.amount - back;
      const share = all.paidByApplicant.amount;
      expect(back).toBeGreaterThanOrEqual(0);
      if (all.settled) expect(back).toBe(0);
      // Half a unit for each claim, rounded by itself, and for the own share, which is rounded before it carries anything.
      const rounding = (claims.length + 1) / 2;
      expect(kept).toBeLessThanOrEqual((all.cost.amount * intensity) / 100 + rounding);
      const carries = intensity / (100 - intensity);
      if (intensity < 100) expect(kept).toBeLessThanOrEqual((share + 0.5) * carries + rounding);
      else expect(back).toBe(0);
      // Asked back at once, nothing more is asked.
      expect(unprovenOf({ ...all, payable: eur(kept) }, { intensity, pays: "provider" }).amount).toBe(0);
    }),
    { numRuns: 500 },
  );
});

describe("of several parks", () => {
  const gbp = (amount: number) => money(amount, "GBP");
  const call = aJointCall();
  const draws = [
    { parkId: "limburg", counted: eur(533), amount: eur(533) },
    { parkId: "wales", counted: eur(267), amount: gbp(230) },
  ];
  const interim = (given: Partial<Claim> = {}, proven = 0) => anInterimClaim(1_000, proven, { draws, ...given });
  const ended = (claims: Claim[], recoveries: Recovery[] = []) =>
    unprovenByPark({ voucher: aVoucher({ intensity: 80 }), call, claims, recoveries });

  test("each asks the fraction of its own money that lies in what is unproven", () => {
    expect(ended([interim()])).toEqual([
      { parkId: "limburg", amount: eur(533) },
      { parkId: "wales", amount: gbp(230) },
    ]);
    expect(ended([interim({}, 100)])).toEqual([
      { parkId: "limburg", amount: eur(267) },
      { parkId: "wales", amount: gbp(115) },
    ]);
  });

  test("less what it asked back already, unless that was cancelled; refused claims count nothing", () => {
    const asked: Recovery = { ...aRecovery(), amount: eur(500), status: "written-off" };
    expect(ended([interim()], [asked])[0]).toEqual({ parkId: "limburg", amount: eur(33) });
    expect(ended([interim()], [{ ...asked, status: "cancelled" }])[0]?.amount).toEqual(eur(533));
    expect(ended([interim({ status: "refused" })])).toEqual([]);
  });

  test("what a refused last claim proves of it counts, once however often it was filed, until an accepted claim settles it", () => {
    const refused = (claim: number, proven: number) =>
      interim({
        claim,
        status: "refused",
        draws: undefined,
        refusal: { by: idOf("per", "mia"), at: at("2026-11-20T09:00:00Z"), reasons: "x", paidByApplicant: eur(proven) },
      });
    const half = [
      { parkId: "limburg", amount: eur(267) },
      { parkId: "wales", amount: gbp(115) },
    ];
    expect(ended([interim(), refused(2, 100)])).toEqual(half);
    expect(ended([interim(), refused(2, 60), refused(3, 100)])).toEqual(half);
    expect(ended([interim(), refused(2, 200)])).toEqual([]);
    expect(ended([interim({ claim: 3 }), refused(2, 200)])[0]?.amount).toEqual(eur(533));
  });
});
