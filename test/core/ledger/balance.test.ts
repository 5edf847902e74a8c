import { balancesByKey, balancesOf, balancesOfCase, faultsOf, trialBalance } from "@multihelix/core/ledger/balance.ts";
import { changesOfPosting } from "@multihelix/core/ledger/post.ts";
import type { Account, Posting } from "@multihelix/core/ledger/posting.ts";
import { describe, expect, test } from "vitest";
import { aLedger } from "../../fixture/build/call.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aShare } from "../../fixture/build/voucher.ts";
import { refused } from "../../fixture/refusal.ts";

const posting = (to: Account, from: Account, amount: number, change: Partial<Posting> = {}): Posting => ({
  ledger: aLedger(),
  postingId: idOf("pst", "one"),
  at: at("2026-11-01T08:00:00Z"),
  to,
  from,
  amount,
  caseId,
  verb: "test",
  actor: "system:test",
  memo: "test",
  version: 0,
  ...change,
});
const line = [
  posting("available", "appropriation", 5_000_000, { caseId: undefined }),
  posting("reserved", "available", 1_000_000),
  posting("committed", "reserved", 1_000_000),
  posting("payable", "committed", 800_000),
  posting("available", "committed", 200_000),
  posting("disbursed", "payable", 800_000),
];

describe("balances are what the postings add up to", () => {
  test("the line of one voucher: 8,000 disbursed, 2,000 back in the pot, and all accounts add up to nothing", () => {
    const balances = balancesOf(line);
    expect(balances).toMatchObject({
      appropriation: -5_000_000,
      available: 4_200_000,
      disbursed: 800_000,
      reserved: 0,
      committed: 0,
      payable: 0,
    });
    expect(Object.values(balances).reduce((sum, one) => sum + one, 0)).toBe(0);
  });

  test("money of unlike keys is never added", () => {
    const swedish = posting("available", "appropriation", 7, { ledger: aLedger("lund", "SEK") });
    expect(
      balancesByKey([...line, swedish]).map(({ ledger, balances, postings }) => [
        ledger.currency,
        balances.appropriation,
        postings,
      ]),
    ).toEqual([
      ["EUR", -5_000_000, 6],
      ["SEK", -7, 1],
    ]);
  });

  test("a case's figures are its own postings", () => {
    expect(
      balancesOfCase([...line, posting("reserved", "available", 5, { caseId: idOf("app", "other") })], caseId)
        .disbursed,
    ).toBe(800_000);
  });
});

describe("what must hold of a ledger", () => {
  test("nothing but appropriation is below zero", () => {
    const [ledger] = balancesByKey([posting("reserved", "available", 1)]);
    if (ledger === undefined) throw new Error("one key");
    expect(faultsOf(ledger)).toEqual([
      { key: expect.stringContaining("limburg/"), fault: "negative", account: "available", computed: -1 },
    ]);
  });

  test("a balance that does not add up, or has a broken cent, is named", () => {
    const [ledger] = balancesByKey(line);
    if (ledger === undefined) throw new Error("one key");
    const crooked = { ...ledger, balances: { ...ledger.balances, available: ledger.balances.available + 0.5 } };
    expect(faultsOf(crooked).map(({ fault }) => fault)).toEqual(["not-zero", "not-integer"]);
  });

  test("the items that guard the money are held against the postings, account by account", () => {
    const budget = { ledger: aLedger(), available: 4_200_000, version: 9 };
    const share = aShare({ disbursed: 800_000 });
    expect(trialBalance(line, [budget], [share]).faults).toEqual([]);
    const wrong = trialBalance(line, [{ ...budget, available: 4_200_001 }], [{ ...share, payable: 1 }]).faults;
    expect(wrong).toMatchObject([
      { fault: "differs", account: "available", computed: 4_200_000, held: 4_200_001 },
      { fault: "differs", account: "payable", caseId, computed: 0, held: 1 },
    ]);
  });
});

describe("a posting", () => {
  const write =
    (amount: number, to: Account = "payable", from: Account = "committed", of: Posting["caseId"] = caseId) =>
    () =>
      changesOfPosting(
        { ledger: aLedger(), to, from, amount, memo: "", ...(of === undefined ? {} : { caseId: of }) },
        idOf("pst", "one"),
        at("2026-11-01T08:00:00Z"),
        "test",
        "system:test",
      );

  test("is a whole number of minor units above zero, between two accounts", () => {
    for (const amount of [0, -1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])
      expect(refused(write(amount))).toBe("invalid posting.amount");
    expect(refused(write(1, "payable", "payable"))).toBe("invalid posting.same-account");
  });

  test("names its case wherever the money is a case's", () => {
    expect(
      refused(() =>
        changesOfPosting(
          { ledger: aLedger(), to: "committed", from: "available", amount: 1, memo: "" },
          idOf("pst", "one"),
          at("2026-11-01T08:00:00Z"),
          "test",
          "x",
        ),
      ),
    ).toBe("invalid posting.case-needed");
  });

  test("guards the account that it takes from", () => {
    expect(write(5)().slice(1)).toEqual([
      { op: "add", name: "share", key: { caseId, parkId: "limburg", budgetYear: 2026 }, by: { payable: 5 } },
      { op: "add", name: "share", key: { caseId, parkId: "limburg", budgetYear: 2026 }, by: { committed: -5 } },
    ]);
  });
});
