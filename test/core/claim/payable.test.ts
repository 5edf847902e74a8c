import { acceptLines, type LineDecision } from "@multihelix/core/claim/accept-lines.ts";
import type { ClaimLine } from "@multihelix/core/claim/claim.ts";
import { ownShareOf, payableOf } from "@multihelix/core/claim/payable.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { describe, expect, test } from "vitest";
import { aLine, eur } from "../../fixture/build/voucher.ts";
import { fc } from "../../fixture/fast-check.ts";
import { refused } from "../../fixture/refusal.ts";

const network = demoNetwork();
const accept = (lines: readonly ClaimLine[], decisions: readonly LineDecision[], countsVat = false) =>
  acceptLines({ lines, decisions, currency: "EUR", countsVat }, network);
const euro = (net: number) => accept([aLine({ net: eur(net) })], [{ line: 1, net }]);

describe("payable = min(award left, intensity × accepted net cost)", () => {
  test("award 10,000, intensity 80 %, invoice 10,000 instead of 12,500: pays 8,000 against an own share of 2,000 (domain 17.2)", () => {
    const result = payableOf({
      accepted: euro(1_000_000),
      left: eur(1_000_000),
      intensity: 80,
      paidByApplicant: eur(200_000),
      pays: "provider",
    });
    expect(result).toEqual({ acceptedNet: eur(1_000_000), acceptedVat: eur(0), payable: eur(800_000) });
  });

  test("never above what is left of the award", () => {
    const result = payableOf({
      accepted: euro(1_500_000),
      left: eur(1_000_000),
      intensity: 80,
      paidByApplicant: eur(500_000),
      pays: "provider",
    });
    expect(result.payable).toEqual(eur(1_000_000));
  });

  test("an unpaid own share reduces it: 1,500 of 2,000 carry a cost of 7,500", () => {
    const result = payableOf({
      accepted: euro(1_000_000),
      left: eur(1_000_000),
      intensity: 80,
      paidByApplicant: eur(150_000),
      pays: "provider",
    });
    expect(result.payable).toEqual(eur(600_000));
  });

  test("a reimbursed SME is paid for what it paid", () => {
    const result = payableOf({
      accepted: euro(1_000_000),
      left: eur(1_000_000),
      intensity: 80,
      paidByApplicant: eur(700_000),
      pays: "sme",
    });
    expect(result.payable).toEqual(eur(560_000));
  });

  test("at an intensity of 100 % there is no own share to prove", () => {
    const result = payableOf({
      accepted: euro(900_000),
      left: eur(1_000_000),
      intensity: 100,
      paidByApplicant: eur(0),
      pays: "provider",
    });
    expect(result.payable).toEqual(eur(900_000));
  });

  test("a half minor unit is rounded up, once", () => {
    const result = payableOf({
      accepted: euro(333),
      left: eur(1_000_000),
      intensity: 50,
      paidByApplicant: eur(200),
      pays: "provider",
    });
    expect(result.payable).toEqual(eur(167));
  });

  test("whatever the figures: no more than left, no more than the intensity's part, and the full part when the own share is proven", () => {
    const figures = fc.record({
      net: fc.integer({ min: 1, max: 100_000_000 }),
      left: fc.integer({ min: 1, max: 100_000_000 }),
      intensity: fc.constantFrom(1, 33.3, 50, 66.67, 80, 100),
      proven: fc.double({ min: 0, max: 1, noNaN: true }),
      pays: fc.constantFrom("provider" as const, "sme" as const),
    });
    fc.assert(
      fc.property(figures, ({ net, left, intensity, proven, pays }) => {
        const input = { left: eur(left), intensity, pays };
        const full = ownShareOf(eur(net), input);
        const whole = payableOf({ ...input, accepted: euro(net), paidByApplicant: full }).payable.amount;
        const part = payableOf({
          ...input,
          accepted: euro(net),
          paidByApplicant: eur(Math.floor(full.amount * proven)),
        }).payable.amount;
        expect(whole).toBe(Math.min(left, Math.round((net * intensity * 100) / 10_000 + 1e-9)));
        expect(part).toBeLessThanOrEqual(whole);
        expect(Number.isInteger(part) && part >= 0).toBe(true);
      }),
    );
  });
});

describe("lines of an invoice", () => {
  test("a foreign invoice is converted once, at the last rate stored up to its date", () => {
    const line = aLine({
      net: { amount: 11_000_000, currency: "SEK" },
      vat: { amount: 0, currency: "SEK" },
      invoiceDate: "2026-06-30",
    });
    const stored = network.rates
      .filter((rate) => rate.base === "EUR" && rate.quote === "SEK" && rate.date <= "2026-06-30")
      .at(-1);
    const [accepted] = accept([line], [{ line: 1, net: 11_000_000 }]);
    expect(accepted?.rateDate).toBe(stored?.date);
    expect(accepted?.converted).toEqual(eur(Math.round(11_000_000 / Number(stored?.rate))));
  });

  test("each is decided exactly once", () => {
    const lines = [aLine(), aLine({ invoiceNumber: "2026-115" })];
    for (const decisions of [
      [{ line: 1, net: 5 }],
      [
        { line: 1, net: 5 },
        { line: 1, net: 5 },
      ],
      [
        { line: 1, net: 5 },
        { line: 3, net: 5 },
      ],
    ]) {
      expect(refused(() => accept(lines, decisions))).toBe("invalid claim.lines-incomplete");
    }
  });

  test("no more is accepted than was claimed", () => {
    expect(refused(() => accept([aLine({ net: eur(100) })], [{ line: 1, net: 101 }]))).toBe(
      "invalid claim.accepted-too-much",
    );
  });
});
