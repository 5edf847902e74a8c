/** Redress against a cut on a voucher of which another system paid a part before it moved in. */
import type { Claim } from "@multihelix/core/claim/claim.ts";
import { expect, test } from "vitest";
import { cut, decide, deciding, moves } from "../../fixture/build/use-redress.ts";
import { aLine, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";

test("of a voucher that moved in: what was paid of it before is paid, too", () => {
  // 4,000 of 10,000 were paid elsewhere; of 10,000 claimed 7,000 were accepted, 5,600 paid at 80 %, and 400 went back.
  const [line] = cut().assessment?.lines ?? [];
  if (cut().assessment === undefined || line === undefined) throw new Error("the cut was assessed");
  const assessment = {
    ...(cut().assessment as NonNullable<Claim["assessment"]>),
    lines: [{ ...line, accepted: eur(700_000), converted: eur(700_000) }],
    acceptedNet: eur(700_000),
    paidByApplicant: eur(140_000),
    payable: eur(560_000),
  };
  const moved = deciding("claim-cut", {
    claims: [
      cut({
        lines: [aLine({ net: eur(1_000_000) })],
        assessment,
        draws: [{ parkId: "limburg", counted: eur(560_000), amount: eur(560_000) }],
      }),
    ],
    voucher: aVoucher({ left: eur(0), paidBefore: eur(400_000) }),
  });
  const { changes, postings } = decide(moved);
  expect(written(changes, "voucher")[0]?.left).toEqual(eur(40_000));
  expect(moves(postings).at(-1)).toEqual(["committed", "available", 40_000]);
  expect(written(changes, "case")[0]?.redress?.outcome?.amount).toEqual(eur(40_000));
});
