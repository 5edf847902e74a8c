import { plainText, tableCsv, tableOf } from "@multihelix/core/export/table.ts";
import { money } from "@multihelix/core/kernel/money.ts";
import { csvRows } from "@multihelix/core/payment/csv-cells.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";

const starts = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u00a0+", "\ufeff@", "\u200b="];
/** Texts as people type them, half of them begun with what a spreadsheet runs. */
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.tuple(fc.constantFrom(...starts), fc.string({ maxLength: 20 })).map(([start, rest]) => start + rest),
);
const oneColumn = (cells: readonly string[]) => tableOf("t", [["text", (cell: string) => cell]], cells);

describe("a table as CSV", () => {
  test("has no cell that a spreadsheet takes for a formula, whatever was typed", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (cells) => {
        for (const { cells: read } of csvRows(tableCsv(oneColumn(cells))))
          for (const cell of read) expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }),
    );
  });

  test("keeps every text but for the apostrophe before what looks like a formula", () => {
    fc.assert(
      fc.property(text, (cell) => {
        expect([cell, `'${cell}`]).toContain(plainText(cell));
      }),
    );
    expect(plainText("Fold & Co, “quoted”")).toBe("Fold & Co, “quoted”");
  });

  test("writes amounts with all decimals of their currency, below zero as numbers, and nothing as an empty cell", () => {
    const columns = ["a", "b", "c", "d"].map(
      (head, at) => [head, (row: readonly unknown[]) => row[at] as never] as const,
    );
    const rows = [[money(-1_000_001, "EUR"), money(500, "JPY"), 62.5, undefined]];
    expect(tableCsv(tableOf("t", columns, rows))).toBe("a,b,c,d\r\n-10000.01,500,62.5,\r\n");
  });
});
