/** What is added to a claim's plain arithmetic: VAT that counts as cost, several claims on one voucher, a stacking limit. */
import { acceptLines, type LineDecision } from "@multihelix/core/claim/accept-lines.ts";
import type { ClaimLine } from "@multihelix/core/claim/claim.ts";
import { earlierOf, ownShareOf, payableOf } from "@multihelix/core/claim/payable.ts";
import { stackingRoom } from "@multihelix/core/claim/stacking.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { describe, expect, test } from "vitest";
import { aClaim, aLine, eur } from "../../fixture/build/voucher.ts";
import { fc } from "../../fixture/fast-check.ts";

const network = demoNetwork();
const accept = (lines: readonly ClaimLine[], decisions: readonly LineDecision[], countsVat = false) =>
  acceptLines({ lines, decisions, currency: "EUR", countsVat }, network);
const euro = (net: number) => accept([aLine({ net: eur(net) })], [{ line: 1, net }]);

describe("VAT", () => {
  const line = (vatKind: ClaimLine["vatKind"], net = 1_000_000, vat = 210_000) =>
    aLine({ net: eur(net), vat: eur(vat), vatKind });
  const whole = [{ line: 1, net: 1_000_000 }];

  test("counts as cost where the SME cannot recover it and the call says so, and nowhere else", () => {
    expect(accept([line("irrecoverable")], whole, true)[0]?.vat).toEqual(eur(210_000));
    for (const [kind, counts] of [
      ["irrecoverable", false],
      ["charged", true],
      [undefined, true],
      ["reverse-charge", true],
    ] as const)
      expect(accept([line(kind)], whole, counts)[0]).not.toHaveProperty("vat");
  });

  test("10,000 net and 2,100 VAT that is not recovered: 80 % of 12,100 against an own share of 2,420", () => {
    const accepted = accept([line("irrecoverable")], whole, true);
    const result = payableOf({
      accepted,
      left: eur(2_000_000),
      intensity: 80,
      paidByApplicant: eur(242_000),
      pays: "provider",
    });
    expect(result).toEqual({ acceptedNet: eur(1_000_000), acceptedVat: eur(210_000), payable: eur(968_000) });
  });

  test("counts in the proportion of the net that is accepted: whole units, never above the invoice's, monotone", () => {
    const figures = fc.record({
      net: fc.integer({ min: 1, max: 50_000_000 }),
      vat: fc.integer({ min: 0, max: 12_500_000 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(figures, ({ net, vat, part }) => {
        const counted = (of: number) =>
          accept([line("irrecoverable", net, vat)], [{ line: 1, net: of }], true)[0]?.vat?.amount ?? -1;
        const accepted = Math.floor(net * part);
        expect(counted(net)).toBe(vat);
        expect(counted(0)).toBe(0);
        const some = counted(accepted);
        expect(Number.isInteger(some) && some >= 0 && some <= vat).toBe(true);
        expect(Math.abs(some - (vat * accepted) / net)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });
});

describe("several claims on one voucher", () => {
  const terms = { intensity: 80, pays: "provider" as const };
  const claimed = (cost: number, payable: number, paid: number, number = 1) =>
    aClaim({
      claim: number,
      status: "paid",
      assessment: {
        by: aClaim().filedBy,
        at: aClaim().filedAt,
        lines: [],
        acceptedNet: eur(cost),
        paidByApplicant: eur(paid),
        payable: eur(payable),
        reason: "",
      },
    });

  test("one that is not the last is paid without proof of the own share", () => {
    const first = payableOf({
      ...terms,
      accepted: euro(500_000),
      left: eur(1_000_000),
      paidByApplicant: eur(0),
      interim: true,
    });
    expect(first.payable).toEqual(eur(400_000));
  });

  test("the last settles all: 2,500 of 12,500 proven in the end, and the award is paid out", () => {
    const earlier = earlierOf([claimed(500_000, 400_000, 0)], 2, "EUR");
    const given = { ...terms, accepted: euro(750_000), left: eur(600_000), earlier };
    expect(ownShareOf(eur(750_000), given)).toEqual(eur(250_000));
    expect(payableOf({ ...given, paidByApplicant: eur(250_000) }).payable).toEqual(eur(600_000));
    // 1,500 carry a cost of 7,500, of which 4,000 are paid already.
    expect(payableOf({ ...given, paidByApplicant: eur(150_000) }).payable).toEqual(eur(200_000));
    expect(payableOf({ ...given, paidByApplicant: eur(0) }).payable).toEqual(eur(0));
  });

  test("one that would use up the award is the last, whatever it says", () => {
    const greedy = { ...terms, accepted: euro(1_250_000), left: eur(1_000_000), interim: true };
    expect(payableOf({ ...greedy, paidByApplicant: eur(0) }).payable).toEqual(eur(0));
    expect(payableOf({ ...greedy, paidByApplicant: eur(250_000) }).payable).toEqual(eur(1_000_000));
  });

  test("in however many parts a cost is claimed, no more is paid in all than for it at once", () => {
    const figures = fc.record({
      parts: fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 5 }),
      award: fc.integer({ min: 1, max: 20_000_000 }),
      intensity: fc.constantFrom(33.3, 50, 80, 100),
      proven: fc.double({ min: 0, max: 1, noNaN: true }),
      pays: fc.constantFrom("provider" as const, "sme" as const),
    });
    fc.assert(
      fc.property(figures, ({ parts, award, intensity, proven, pays }) => {
        const cost = parts.reduce((sum, part) => sum + part, 0);
        const own = Math.floor(ownShareOf(eur(cost), { left: eur(award), intensity, pays }).amount * proven);
        const atOnce = payableOf({
          accepted: euro(cost),
          left: eur(award),
          intensity,
          pays,
          paidByApplicant: eur(own),
        });
        let left = award;
        const done: ReturnType<typeof claimed>[] = [];
        for (const [index, part] of parts.entries()) {
          const last = index === parts.length - 1;
          const paid = last ? own : 0;
          const input = { accepted: euro(part), left: eur(left), intensity, pays, interim: !last };
          const earlier = earlierOf(done, index + 1, "EUR");
          const { payable } = payableOf({ ...input, paidByApplicant: eur(paid), earlier });
          expect(payable.amount).toBeGreaterThanOrEqual(0);
          expect(payable.amount).toBeLessThanOrEqual(left);
          left -= payable.amount;
          done.push(claimed(part, payable.amount, paid, index + 1));
        }
        const inAll = award - left;
        // Each interim part rounds for itself; what it drew before the last is never asked back here.
        const drawn = done.slice(0, -1).reduce((sum, { assessment }) => sum + (assessment?.payable.amount ?? 0), 0);
        expect(inAll).toBeLessThanOrEqual(Math.max(atOnce.payable.amount, drawn));
      }),
    );
  });
});

describe("a stacking limit", () => {
  const none = { cost: eur(0), payable: eur(0), paidByApplicant: eur(0) };

  test("leaves its percent of the cost, less what other governments give and what was paid before", () => {
    expect(stackingRoom(75, eur(1_000_000), eur(0), none)).toEqual(eur(750_000));
    expect(stackingRoom(75, eur(1_000_000), eur(300_000), none)).toEqual(eur(450_000));
    expect(stackingRoom(75, eur(1_000_000), eur(900_000), none)).toEqual(eur(0));
    const earlier = { cost: eur(400_000), payable: eur(300_000), paidByApplicant: eur(0) };
    expect(stackingRoom(75, eur(1_000_000), eur(0), earlier)).toEqual(eur(750_000));
  });

  test("binds beside award and intensity", () => {
    const input = { accepted: euro(1_000_000), left: eur(1_000_000), intensity: 80, pays: "provider" as const };
    expect(payableOf({ ...input, paidByApplicant: eur(200_000), room: eur(450_000) }).payable).toEqual(eur(450_000));
  });
});
