/** Reads what a bank booked from a CSV file: `endToEndId, bookedOn, amount, currency, reference`. */
import { parseAmount } from "../kernel/amount-text.ts";
import { daySchema } from "../kernel/day.ts";
import { isDomainError } from "../kernel/error.ts";
import { isZero, type Money } from "../kernel/money.ts";
import { type CsvRow, csvRows } from "./csv-cells.ts";

const columns = ["endToEndId", "bookedOn", "amount", "currency", "reference"] as const;
type Column = (typeof columns)[number];

export interface StatementLine {
  /** Line of the file, from 1. */
  readonly line: number;
  /** `returned`: the amount came back, written with a minus. */
  readonly kind: "booked" | "returned";
  readonly endToEndId: string;
  readonly bookedOn: string;
  /** Always above zero, exact to the minor unit. */
  readonly amount: Money;
  /** The bank's own reference; may be empty. */
  readonly reference: string;
}

export interface StatementProblem {
  readonly line: number;
  /** Name of the column; absent if it concerns the whole line. */
  readonly column?: Column;
  /** `missing-column`, `too-many-cells`, `doubled`, `empty`, `too-long`, `not-a-day`, `amount.…`, `currency.unknown`. */
  readonly code: string;
  readonly text: string;
}

/** A file of payments that the bank booked as one entry, without its payments: booked, or come back. */
export interface SumLine {
  readonly line: number;
  readonly kind: StatementLine["kind"] | undefined;
  /** As the file that was sent named its block, or itself. */
  readonly blockId: string;
  readonly bookedOn: string;
  /** Absent where it cannot be read. */
  readonly amount: Money | undefined;
  /** How many payments the bank says it was. */
  readonly count: number | undefined;
  readonly reference: string;
}

export interface Statement {
  readonly lines: readonly StatementLine[];
  /** Only some banks write them, and none in CSV. */
  readonly sums?: readonly SumLine[];
  readonly problems: readonly StatementProblem[];
}

/**
 * All lines that can be read and all problems there are; a caller that books nothing while there are problems books each
 * file whole or not at all. Columns may stand in any order; further columns are ignored.
 * @param locale BCP 47, decides amounts like `1.234`; without it they are problems.
 */
export function parseStatementCsv(text: string, locale?: string): Statement {
  const [header, ...rows] = csvRows(text);
  if (header === undefined) return { lines: [], problems: [{ line: 1, code: "empty", text: "The file is empty." }] };
  const places = new Map(columns.map((column) => [column, placeOf(header, column)] as const));
  const missing = columns.filter((column) => places.get(column) === -1);
  if (missing.length > 0) {
    return {
      lines: [],
      problems: missing.map((column) => ({
        line: header.line,
        column,
        code: "missing-column",
        text: `There is no column "${column}".`,
      })),
    };
  }
  const problems: StatementProblem[] = [];
  const lines: StatementLine[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const read = readRow(row, header, (column) => row.cells[places.get(column) ?? -1] ?? "", locale);
    problems.push(...read.problems);
    if (read.line === undefined) continue;
    const key = `${read.line.kind} ${read.line.endToEndId}`;
    const earlier = seen.get(key);
    if (earlier !== undefined)
      problems.push({
        line: row.line,
        column: "endToEndId",
        code: "doubled",
        text: `"${read.line.endToEndId}" stands on line ${earlier} already.`,
      });
    else lines.push(read.line);
    seen.set(key, earlier ?? row.line);
  }
  return { lines, problems };
}

function placeOf(header: CsvRow, column: Column): number {
  return header.cells.findIndex((cell) => cell.replace(/[\s_-]/gu, "").toLowerCase() === column.toLowerCase());
}

function readRow(row: CsvRow, header: CsvRow, cell: (column: Column) => string, locale: string | undefined) {
  const problems: StatementProblem[] = [];
  const say = (code: string, text: string, column?: Column) =>
    problems.push({ line: row.line, code, text, ...(column === undefined ? {} : { column }) });
  if (row.cells.length > header.cells.length)
    say("too-many-cells", `The line has ${row.cells.length} cells, the header ${header.cells.length}.`);
  const endToEndId = cell("endToEndId");
  if (endToEndId === "") say("empty", "There is no end-to-end id.", "endToEndId");
  if (endToEndId.length > 35) say("too-long", "An end-to-end id has at most 35 characters.", "endToEndId");
  const bookedOn = cell("bookedOn");
  if (!daySchema.safeParse(bookedOn).success) say("not-a-day", `"${bookedOn}" is no day like 2026-11-12.`, "bookedOn");
  const reference = cell("reference");
  if (reference.length > 140) say("too-long", "A reference has at most 140 characters.", "reference");
  const amount = readAmount(cell("amount"), cell("currency"), locale, say);
  if (amount === undefined || problems.length > 0) return { problems };
  const kind: StatementLine["kind"] = amount.amount < 0 ? "returned" : "booked";
  const line: StatementLine = {
    line: row.line,
    kind,
    endToEndId,
    bookedOn,
    amount: { ...amount, amount: Math.abs(amount.amount) },
    reference,
  };
  return { line, problems };
}

function readAmount(
  typed: string,
  currency: string,
  locale: string | undefined,
  say: (code: string, text: string, column: Column) => void,
): Money | undefined {
  try {
    const amount = parseAmount(typed, currency.toUpperCase(), locale);
    if (!isZero(amount)) return amount;
    say("amount.zero", "An amount of zero books nothing.", "amount");
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (error.code === "currency.unknown") say(error.code, `"${currency}" is no currency like EUR.`, "currency");
    else say(error.code, `"${typed}" cannot be read as an amount of ${currency.toUpperCase()}.`, "amount");
  }
  return undefined;
}
