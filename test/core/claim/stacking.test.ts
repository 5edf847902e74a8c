/** All governments together give no more than the stacking limit leaves, over all claims of a voucher (domain §7). */

import { totalsOf } from "@multihelix/core/claim/accept-lines.ts";
import { arithmeticOf } from "@multihelix/core/claim/arithmetic.ts";
import type { Claim } from "@multihelix/core/claim/claim.ts";
import { stackingPercent } from "@multihelix/core/claim/stacking.ts";
import { multiplyRate } from "@multihelix/core/kernel/money.ts";
import { claimPreviewOf } from "@multihelix/core/view/claim-preview.ts";
import { describe, expect, test } from "vitest";
import { aCall } from "../../fixture/build/call.ts";
import { assessed, cad, canadian, inCanada, moment } from "../../fixture/build/canada.ts";
import { decide, deciding } from "../../fixture/build/use-redress.ts";
import { aClaim, aShareProof, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { fc } from "../../fixture/fast-check.ts";

interface Step {
  readonly net: number;
  readonly otherSupport: number;
  /** The claim that it makes up for, if that was accepted. */
  readonly supplementTo?: number | undefined;
}

const value = 1_600_000;

function facts(claims: Claim[]) {
  const paid = claims.reduce((sum, { assessment }) => sum + (assessment?.payable.amount ?? 0), 0);
  const known = inCanada(claims, value);
  const files = claims.map(({ claim }) => ({ ...aShareProof(), claim }));
  return { ...known, voucher: aVoucher({ value: cad(value), left: cad(value - paid) }), files };
}

function filed(before: readonly Claim[], { net, supplementTo }: Step, interim: boolean): Claim {
  const isCut = before.some((other) => other.claim === supplementTo && other.supplementTo === undefined);
  return aClaim({
    claim: before.length + 1,
    status: "confirmed",
    interim,
    lines: [canadian(net, { invoiceNumber: `2026-${before.length + 114}`, workIn: "elsewhere" })],
    ...(supplementTo === undefined || !isCut ? {} : { supplementTo }),
  });
}

const first = (otherSupport: number) => ({
  ...assessed(facts([filed([], { net: 1_000_000, otherSupport }, true)]), [1_000_000], { otherSupport }),
  status: "paid" as const,
});

describe("other public money stated with an earlier claim", () => {
  test("takes its part of the room of every later one", () => {
    const before = first(400_000);
    expect(before.assessment?.payable).toEqual(cad(350_000));
    const known = facts([before, filed([before], { net: 1_000_000, otherSupport: 0 }, false)]);
    // Proven in full, 12,500.00 would be due; 3,500.00 and 7,500.00 beside the 4,000.00 are 75 % of 20,000.00.
    expect(assessed(known, [1_000_000], { paidByApplicant: 400_000 }).assessment?.payable).toEqual(cad(750_000));
    const shown = claimPreviewOf(known, { lines: [{ line: 1, net: 1_000_000 }], otherSupport: 50_000 }, moment);
    expect(shown.stacking).toEqual({
      percent: 75,
      otherSupport: cad(50_000),
      supportBefore: cad(400_000),
      room: cad(700_000),
    });
  });

  test("is stated anew by a supplement to that claim, and counts once", () => {
    const before = first(400_000);
    const cut = filed([before], { net: 0, otherSupport: 0, supplementTo: 1 }, true);
    const anew = assessed(facts([before, cut]), [0], { otherSupport: 300_000 });
    expect(anew.assessment?.payable).toEqual(cad(100_000));
    const settled = [before, { ...anew, status: "paid" as const }];
    const next = facts([...settled, filed(settled, { net: 100_000, otherSupport: 0 }, true)]);
    const { stacking } = arithmeticOf(next, { lines: [{ line: 1, net: 100_000 }] }, moment.network);
    expect(stacking).toMatchObject({ supportBefore: cad(300_000), room: cad(75_000) });
  });

  test("with a claim that was refused counts nothing", () => {
    const before = { ...first(400_000), status: "refused" as const };
    const known = facts([before, filed([before], { net: 1_000_000, otherSupport: 0 }, true)]);
    const { stacking } = arithmeticOf(known, { lines: [{ line: 1, net: 1_000_000 }] }, moment.network);
    expect(stacking).toMatchObject({ supportBefore: cad(0), room: cad(750_000) });
  });
});

test("what redress claims anew holds no more than the limit leaves of the whole cost, less what was paid", () => {
  const payers = aCall().payers.map((payer) => ({ ...payer, parkId: "sherbrooke", aidBasis: "ca-stacking" as const }));
  const { changes } = decide(deciding("claim-cut", { call: aCall({ payers }) }));
  expect(written(changes, "voucher")[0]?.left).toEqual(eur(937_500 - 600_000));
});

test("whatever is claimed, supplemented and stated: all public money stays within the limit", () => {
  const step = fc.record({
    net: fc.integer({ min: 0, max: 900_000 }),
    otherSupport: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500_000 })),
    supplementTo: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), fc.boolean(), (steps, settles) => {
      let settled: Claim[] = [];
      for (const [index, one] of steps.entries()) {
        const claim = filed(settled, one, !settles || index < steps.length - 1);
        const known = facts([...settled, claim]);
        const decisions = { lines: [{ line: 1, net: one.net }], otherSupport: one.otherSupport };
        const { payable, ownShare } = arithmeticOf(known, decisions, moment.network);
        // As `claim.assess` does: nothing payable, nothing accepted.
        if (payable.amount === 0) continue;
        const given = { otherSupport: one.otherSupport, paidByApplicant: ownShare.amount };
        settled = [...settled, { ...assessed(known, [one.net], given), status: "paid" }];
        expect(publicMoney(settled)).toBeLessThanOrEqual(limitOf(known, settled));
      }
    }),
    { numRuns: 300 },
  );
});

/** Paid, and of each claim with its supplements what was stated last. */
function publicMoney(claims: readonly Claim[]): number {
  const stated: Record<number, number> = {};
  for (const { claim, supplementTo, assessment } of claims)
    stated[supplementTo ?? claim] = assessment?.otherSupport?.amount ?? 0;
  const paid = claims.reduce((sum, { assessment }) => sum + (assessment?.payable.amount ?? 0), 0);
  return Object.values(stated).reduce((sum, amount) => sum + amount, paid);
}

function limitOf({ call, voucher }: ReturnType<typeof facts>, claims: readonly Claim[]): number {
  if (call === undefined) throw new Error("it has a call");
  const percent = stackingPercent(call, voucher, moment.network) ?? 100;
  const cost = claims.reduce((sum, { assessment }) => sum + totalsOf(assessment?.lines ?? [], "CAD").cost.amount, 0);
  return multiplyRate(cad(cost), { percent }).amount;
}
