import { claimPreviewOf } from "@multihelix/core/view/claim-preview.ts";
import { describe, expect, test } from "vitest";
import { aCall } from "../../fixture/build/call.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { aClaim, aLine, aVoucher, eur, useFacts } from "../../fixture/build/voucher.ts";
import { refused } from "../../fixture/refusal.ts";

const moment = aMoment();
const preview = (lines: { line: number; net: number }[], paidByApplicant?: number, claim = aClaim()) =>
  claimPreviewOf({ ...useFacts({ claims: [claim] }), providerCountry: "BE" }, { lines, paidByApplicant }, moment);

describe("the arithmetic of a claim before it is assessed", () => {
  test("an invoice of 10,000 at 80 percent pays 8,000 when the own share of 2,000 is proven", () => {
    expect(preview([{ line: 1, net: 1_000_000 }])).toMatchObject({
      acceptedNet: eur(1_000_000),
      ownShare: eur(200_000),
      paidByApplicant: eur(200_000),
      payable: eur(800_000),
    });
  });

  test("a voucher pays what its call said at its issue, however the call was amended since; an older one follows its call", () => {
    const claim = aClaim({ lines: [aLine({ net: eur(800_000) })] });
    const at = (voucher: ReturnType<typeof aVoucher>) =>
      claimPreviewOf(
        { ...useFacts({ claims: [claim], voucher, call: aCall({ intensity: 100 }) }), providerCountry: "BE" },
        { lines: [{ line: 1, net: 800_000 }] },
        moment,
      );
    const issued = aVoucher({ value: eur(800_000), left: eur(800_000), intensity: 80 });
    expect(at(issued)).toMatchObject({ intensity: 80, payable: eur(640_000), ownShare: eur(160_000) });
    const { intensity: _, ...older } = issued;
    expect(at(older)).toMatchObject({ intensity: 100, payable: eur(800_000) });
  });

  test("half of the own share proven carries half of the cost", () => {
    expect(preview([{ line: 1, net: 1_000_000 }], 100_000)).toMatchObject({ payable: eur(400_000) });
  });

  test("never above what is left of the award; the own share is then the rest of the cost", () => {
    const claim = aClaim({ lines: [aLine({ net: eur(2_000_000) })] });
    expect(preview([{ line: 1, net: 2_000_000 }], undefined, claim)).toMatchObject({
      ownShare: eur(1_000_000),
      payable: eur(1_000_000),
    });
  });

  test("a line in another currency is converted at the stored rate, which it names", () => {
    const claim = aClaim({ lines: [aLine({ net: { amount: 1_000_000, currency: "SEK" } })] });
    const [line] = preview([{ line: 1, net: 1_000_000 }], undefined, claim).lines;
    expect(line).toMatchObject({ accepted: { currency: "SEK" }, converted: { currency: "EUR" } });
    expect(line?.rateDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test("a line may not be accepted above its net", () => {
    expect(refused(() => preview([{ line: 1, net: 1_250_001 }]))).toBe("invalid claim.accepted-too-much");
  });
});
