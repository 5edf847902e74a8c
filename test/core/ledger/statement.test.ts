import { journalCsv } from "@multihelix/core/ledger/journal-csv.ts";
import type { Posting } from "@multihelix/core/ledger/posting.ts";
import { isPaidBefore, statementsOf } from "@multihelix/core/ledger/statement.ts";
import { describe, expect, test } from "vitest";
import { aLedger } from "../../fixture/build/call.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";

const zoneOf = () => "Europe/Brussels";
let made = 0;
const posting = (given: Partial<Posting>): Posting => ({
  ledger: aLedger(),
  postingId: idOf("pst", `p${++made}`),
  at: at("2026-03-01T08:00:00Z"),
  to: "available",
  from: "appropriation",
  amount: 10_000,
  verb: "test",
  actor: "per",
  memo: "=memo",
  version: 0,
  ...given,
});
const all = [
  posting({}),
  posting({ at: at("2026-06-30T22:30:00Z"), to: "committed", from: "available", amount: 4000, caseId }),
  posting({ at: at("2026-12-20T09:00:00Z"), to: "payable", from: "committed", amount: 3000, caseId }),
  posting({
    at: at("2027-01-04T09:00:00Z"),
    day: "2026-12-30",
    to: "disbursed",
    from: "payable",
    amount: 3000,
    caseId,
  }),
  posting({ ledger: aLedger("lund", "SEK"), amount: 99 }),
];

describe("a statement", () => {
  test("at any date counts what counts until that day, in the park's zone and on the bank's day", () => {
    const at30June = statementsOf(all, { to: "2026-06-30", by: "key" }, zoneOf);
    expect(at30June[0]?.closing).toMatchObject({ appropriation: -10_000, available: 10_000, committed: 0 });
    const at31December = statementsOf(all, { to: "2026-12-31", by: "key" }, zoneOf);
    expect(at31December[0]?.closing).toMatchObject({ available: 6000, committed: 1000, payable: 0, disbursed: 3000 });
  });

  test("opening and movements make the closing, per key, fund, call or year, and never across currencies", () => {
    for (const by of ["key", "fund", "call", "year"] as const) {
      const statements = statementsOf(all, { from: "2026-07-01", to: "2026-12-31", by }, zoneOf);
      expect(statements).toHaveLength(2);
      for (const { opening, movements, closing } of statements) {
        const sum = { ...opening };
        for (const { to, from, amount } of movements) {
          sum[to] += amount;
          sum[from] -= amount;
        }
        expect(sum).toEqual(closing);
        expect(Object.values(closing).reduce((a, b) => a + b, 0)).toBe(0);
      }
    }
  });
});

describe("what was paid of a voucher before it moved in", () => {
  const moved = [
    posting({ amount: 50_000 }),
    posting({ at: at("2026-09-01T09:00:00Z"), to: "committed", amount: 2000, caseId }),
    posting({ at: at("2026-09-01T09:00:00Z"), to: "disbursed", amount: 1000, caseId }),
    posting({ at: at("2026-10-01T09:00:00Z"), to: "payable", from: "committed", amount: 700, caseId }),
    posting({ at: at("2026-10-08T09:00:00Z"), to: "disbursed", from: "payable", amount: 700, caseId }),
  ];
  const span = { from: "2026-08-01", to: "2026-12-31", by: "year" } as const;

  test("is an opening balance with money of its own: no payment of the year, and nothing of what is free", () => {
    const [statement] = statementsOf(moved, span, zoneOf);
    const paid = statement?.movements.filter(({ to }) => to === "disbursed") ?? [];
    expect(paid.map((one) => [isPaidBefore(one), one.from, one.amount])).toEqual([
      [true, "appropriation", 1000],
      [false, "payable", 700],
    ]);
    expect(statement?.movements.filter(isPaidBefore)).toHaveLength(1);
    expect(statement?.closing).toMatchObject({ appropriation: -53_000, available: 50_000, disbursed: 1700 });
  });

  test("is marked in the journal, for the accounts of the park have it already", () => {
    const names = { references: {}, funds: {}, zoneOf };
    const lines = journalCsv(moved, { from: span.from, to: span.to }, names).trim().split("\r\n");
    expect(lines[0]?.split(",").at(-1)).toBe("kind");
    expect(lines.slice(1).map((line) => line.split(",").at(-1))).toEqual([
      "",
      "",
      "paid-before",
      "paid-before",
      "",
      "",
      "",
      "",
    ]);
  });
});

describe("the journal", () => {
  const names = { references: { [caseId]: "LIM-V26-7K3QX" }, funds: { "limburg-regional": "F-1" }, zoneOf };
  const rows = (from: string | undefined, to: string) =>
    journalCsv(all, { from, to }, names)
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(","));

  test("has a debit and a credit of the same amount for every posting of the period, and starts no formula", () => {
    const lines = rows("2026-07-01", "2026-12-31");
    expect(lines).toHaveLength(6);
    const total = (column: number) => lines.reduce((sum, line) => sum + Math.round(Number(line[column] || 0) * 100), 0);
    expect(total(5)).toBe(total(6));
    expect(lines[4]).toMatchObject({ 2: "2026-12-30", 4: "disbursed", 5: "30.00", 11: "LIM-V26-7K3QX", 12: "'=memo" });
  });

  test("every posting of a year stands in exactly one of its periods", () => {
    const halves = [...rows(undefined, "2026-06-30"), ...rows("2026-07-01", "2027-12-31")];
    expect(halves.map(([document, line]) => `${document} ${line}`).sort()).toEqual(
      rows(undefined, "2027-12-31")
        .map(([document, line]) => `${document} ${line}`)
        .sort(),
    );
  });
});
