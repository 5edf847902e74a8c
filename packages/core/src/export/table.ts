/** A table that leaves the product as a file: what its cells are, and how it is written as CSV. */
import { decimalText } from "../kernel/amount-text.ts";
import type { Money } from "../kernel/money.ts";
import { csvCell } from "../payment/list-csv.ts";

/** Text, a whole or broken number, an amount of money, or nothing. */
export type TableCell = string | number | Money | undefined;

export interface Table {
  /** Name of the file, without its ending: letters, digits, `-`. */
  readonly name: string;
  /** Stable names of the columns, as programs read them. */
  readonly columns: readonly string[];
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** How a table of things is made: one line per column. */
export type ExportColumn<Row> = readonly [head: string, cell: (row: Row) => TableCell];

export function tableOf<Row>(
  name: string,
  columns: readonly ExportColumn<NoInfer<Row>>[],
  rows: readonly Row[],
): Table {
  return {
    name,
    columns: columns.map(([head]) => head),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  };
}

/** Letters that make a spreadsheet take a text for a formula, in plain and in full width, after what it skips. */
const formulaStart = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** The text with an apostrophe before it where a spreadsheet would take it for a formula. */
export function plainText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** RFC 4180 with CRLF; amounts with a point and all their decimals. A number is no formula, whatever its sign. */
export function tableCsv({ columns, rows }: Table): string {
  const lines = [columns.map(csvCell), ...rows.map((row) => row.map(cellText))];
  return `${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

function cellText(cell: TableCell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object") return decimalText(cell);
  const safe = plainText(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
