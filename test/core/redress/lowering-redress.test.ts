import { askablesOf } from "@multihelix/core/redress/against.ts";
import { describe, expect, test } from "vitest";
import { aLedger } from "../../fixture/build/call.ts";
import { aCase } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { anna, ask, decide, deciding, mia, money, moves, told } from "../../fixture/build/use-redress.ts";
import { aShare, aVoucher, eur } from "../../fixture/build/voucher.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";

const before = {
  value: eur(1_000_000),
  at: told,
  by: mia.personId,
  approvedBy: [idOf("per", "abe")],
  given: [{ ledger: aLedger(), amount: 400_000 }],
};
const lowered = aVoucher({ value: eur(600_000), left: eur(600_000), valuesBefore: [before] });
const letter = {
  kind: "value-changed",
  key: `value-changed:1:${anna.personId}`,
  status: "sent",
  sentAt: told,
  openedAt: told,
} as never;
const inUse = (given = {}) => aCase({ status: "in-use", useAttempt: 1, awarded: eur(600_000), ...given });

describe("an award that was lowered", () => {
  const asking = { one: inUse(), voucher: lowered, claims: [], letters: [letter] };

  test("can be asked about once by the company, within its window, and not where it was raised", () => {
    const asked = written(ask(asking, anna).changes, "case")[0]?.redress;
    expect(asked).toMatchObject({ against: "lowering", status: "asked" });
    const decided = { ...asked, status: "rejected" } as never;
    expect(
      refused(() => ask({ ...asking, one: inUse({ redress: decided }) }, anna, undefined, { reasons: "Again." })),
    ).toBe("conflict redress.asked-before");
    const raised = aVoucher({ value: eur(1_200_000), valuesBefore: [before] });
    const facts = { call: undefined, claims: [], recoveries: [] };
    expect(askablesOf({ ...facts, one: inUse(), voucher: raised })).toEqual([]);
  });

  test("is worth again what it was where the company was right, its money held again", () => {
    const facts = deciding("lowering", {
      claims: [],
      voucher: lowered,
      money: money({ shares: [aShare({ committed: 600_000 })] }),
    });
    const { redress } = aCase(facts.one);
    const upheld = decide({ ...facts, one: inUse({ redress: { ...redress, at: at("2026-12-05T09:00:00Z") } }) });
    expect(written(upheld.changes, "voucher")[0]).toMatchObject({ value: eur(1_000_000), left: eur(1_000_000) });
    expect(written(upheld.changes, "case")[0]).toMatchObject({ awarded: eur(1_000_000), status: "in-use" });
    expect(written(upheld.changes, "row")[0]?.awarded).toBe(1_000_000);
    expect(moves(upheld.postings)).toEqual([
      ["available", "reserved", 100_000],
      ["committed", "available", 400_000],
    ]);
    expect(written(upheld.changes, "letter").map(({ kind }) => kind)).toContain("value-changed");
  });

  test("waits while a claim is under way", () => {
    const facts = deciding("lowering", { claims: [], voucher: lowered });
    const { redress } = aCase(facts.one);
    const one = aCase({ status: "claim-check", useAttempt: 1, ...(redress === undefined ? {} : { redress }) });
    expect(refused(() => decide({ ...facts, one }))).toBe("conflict redress.not-now");
  });
});
