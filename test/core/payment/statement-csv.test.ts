import { decimalText } from "@multihelix/core/kernel/amount-text.ts";
import { money } from "@multihelix/core/kernel/money.ts";
import { csvRows } from "@multihelix/core/payment/csv-cells.ts";
import { parseStatementCsv } from "@multihelix/core/payment/statement-csv.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../../fixture/fast-check.ts";

const header = "endToEndId,bookedOn,amount,currency,reference";
const booked = {
  line: 2,
  kind: "booked",
  endToEndId: "LIM-V26-7K3QX-1",
  bookedOn: "2026-11-17",
  amount: { amount: 800_050, currency: "EUR" },
  reference: "CODA 114",
};

describe("what spreadsheets and banks write is read", () => {
  test.each([
    ["plain", `${header}\nLIM-V26-7K3QX-1,2026-11-17,8000.50,EUR,CODA 114\n`],
    ["byte order mark and CRLF", `\ufeff${header}\r\nLIM-V26-7K3QX-1,2026-11-17,8000.50,EUR,CODA 114\r\n`],
    [
      "semicolons and decimal comma",
      `${header.replaceAll(",", ";")}\nLIM-V26-7K3QX-1;2026-11-17;8.000,50;EUR;CODA 114`,
    ],
    ["tabs", `${header.replaceAll(",", "\t")}\nLIM-V26-7K3QX-1\t2026-11-17\t8000,50\tEUR\tCODA 114`],
    [
      "blanks and quotes",
      ` endToEndId , bookedOn,amount ,currency,reference\n LIM-V26-7K3QX-1 , 2026-11-17 ,"8 000,50", eur ," CODA 114 "`,
    ],
    [
      "other order, other spelling, more columns",
      "Reference,Currency,Amount,Booked on,extra,end_to_end_id\nCODA 114,EUR,8000.5,2026-11-17,x,LIM-V26-7K3QX-1",
    ],
  ])("%s", (_, text) => {
    expect(parseStatementCsv(text)).toEqual({ lines: [booked], problems: [] });
  });

  test("a minus is a return", () => {
    const { lines } = parseStatementCsv(`${header}\nA,2026-11-17,8000.50,EUR,x\nA,2026-11-20,-8000.50,EUR,y`);
    expect(lines.map((line) => [line.kind, line.amount.amount])).toEqual([
      ["booked", 800_050],
      ["returned", 800_050],
    ]);
  });

  test("amounts are exact to the minor unit of their currency", () => {
    const amounts = fc.array(
      fc.tuple(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), fc.constantFrom("EUR", "JPY", "SEK")),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(amounts, (list) => {
        const rows = list.map(
          ([amount, currency], index) => `E-${index},2026-11-17,${decimalText(money(amount, currency))},${currency},`,
        );
        const { lines, problems } = parseStatementCsv([header, ...rows].join("\n"));
        expect(problems).toEqual([]);
        expect(lines.map((line) => line.amount)).toEqual(list.map(([amount, currency]) => ({ amount, currency })));
      }),
    );
  });
});

describe("every problem is told with line and column", () => {
  test("one bad file, all of its faults", () => {
    const text = [
      header,
      ",2026-11-17,1,EUR,x",
      "A,17/11/2026,1,EUR,x",
      "B,2026-02-30,1,EUR,x",
      "C,2026-11-17,1.2345,EUR,x",
      "D,2026-11-17,1.234,EUR,x",
      "E,2026-11-17,0,EUR,x",
      "F,2026-11-17,abc,XXQ,x",
      '"G\nG",2026-11-17,1,EUR,x',
      `${"H".repeat(36)},2026-11-17,1,EUR,x`,
      "I,2026-11-17,1,EUR,x,y",
      "J,2026-11-17,1,EUR,x",
      "J,2026-11-17,1,EUR,x",
    ].join("\n");
    const { lines, problems } = parseStatementCsv(text);
    expect(problems.map(({ line, column, code }) => `${line} ${column ?? "-"} ${code}`)).toEqual([
      "2 endToEndId empty",
      "3 bookedOn not-a-day",
      "4 bookedOn not-a-day",
      "5 amount amount.too-many-decimals",
      "6 amount amount.ambiguous",
      "7 amount amount.zero",
      "8 currency currency.unknown",
      "11 endToEndId too-long",
      "12 - too-many-cells",
      "14 endToEndId doubled",
    ]);
    expect(lines.map((line) => line.line)).toEqual([9, 13]);
    expect(problems.every((problem) => problem.text.endsWith("."))).toBe(true);
  });

  test("missing columns are all named, and an empty file is said to be empty", () => {
    const codes = parseStatementCsv("amount,currency\n1,EUR").problems.map((problem) => problem.column);
    expect(codes).toEqual(["endToEndId", "bookedOn", "reference"]);
    expect(parseStatementCsv("").problems).toMatchObject([{ line: 1, code: "empty" }]);
    expect(parseStatementCsv(`${header}\n\n \n`)).toEqual({ lines: [], problems: [] });
  });

  test("a locale decides what could be read two ways", () => {
    const text = `${header.replaceAll(",", ";")}\nA;2026-11-17;1.234;EUR;x`;
    expect(parseStatementCsv(text, "nl-BE").lines[0]?.amount.amount).toBe(123_400);
  });
});

test("quoted cells keep delimiters, quotes and line breaks, and rows know their line", () => {
  expect(csvRows('a,b\n"x, ""y""\nz",2\n\nc,d')).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ['x, "y"\nz', "2"] },
    { line: 5, cells: ["c", "d"] },
  ]);
});
