/** The file of running vouchers that a park brings from another system: its columns, and where one of its cells is wrong. */
import * as z from "zod";
import type { CsvRow } from "../../payment/csv-cells.ts";

/** In the order of the file that the manual shows; a file may have them in any order, and others beside them. */
export const columns = [
  "old_reference",
  "call",
  "title",
  "scope",
  "applicant_scheme",
  "applicant_number",
  "contact_email",
  "provider_scheme",
  "provider_number",
  "provider_email",
  "price",
  "award",
  "paid",
  "granted_on",
  "expires_on",
  "status",
  "accepted_on",
] as const;
export type Column = (typeof columns)[number];

/** Cells that hold a day. */
export const dayColumns: readonly Column[] = ["granted_on", "expires_on", "accepted_on"];

/** Cells that may be empty. */
export const optional: readonly Column[] = ["paid", "accepted_on"];

export const rowSchema = z.record(z.enum(columns), z.string().max(4000));
export type VoucherRow = z.infer<typeof rowSchema>;

export const problemCodes = [
  "column-missing",
  "no-rows",
  "too-many-rows",
  "missing",
  "too-long",
  "twice",
  "amount",
  "day",
  "status",
  "call-unknown",
  "not-your-call",
  "organisation-unknown",
  "person-unknown",
  "paid-too-much",
  "days-out-of-order",
  "filing-over",
  "accepted-missing",
  "year-not-open",
  "rate-unknown",
  "aid-not-in-force",
  "other-content",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const importProblemSchema = z.object({
  /** Line of the file and cell of the line, both from 1. */
  line: z.number().int(),
  column: z.number().int(),
  /** Name of the column. */
  name: z.string(),
  code: z.enum(problemCodes),
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** What one cell of a row does not say as it should. */
export interface CellFault {
  readonly name: Column;
  readonly code: ProblemCode;
}

export interface PlacedRow {
  readonly line: number;
  readonly row: VoucherRow;
}

export interface VoucherFile {
  readonly rows: readonly PlacedRow[];
  readonly problems: readonly ImportProblem[];
  /** Where a fault of a row stands in the file. */
  readonly place: (line: number, fault: CellFault) => ImportProblem;
}

/** One run is read, checked and told of at once. */
const rowsMost = 500;

/** What can be said of the file without looking anywhere else. */
export function readVoucherFile([head, ...lines]: readonly CsvRow[]): VoucherFile {
  const heads = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const place = (line: number, { name, code }: CellFault): ImportProblem => ({
    line,
    column: Math.max(0, heads.indexOf(name)) + 1,
    name,
    code,
  });
  const missing = columns.filter((name) => !heads.includes(name) && !optional.includes(name));
  if (missing.length > 0)
    return {
      rows: [],
      problems: missing.map((name) => place(head?.line ?? 1, { name, code: "column-missing" })),
      place,
    };
  const whole = (code: ProblemCode) => ({
    rows: [],
    problems: [place(head?.line ?? 1, { name: "old_reference" as const, code })],
    place,
  });
  if (lines.length === 0) return whole("no-rows");
  if (lines.length > rowsMost) return whole("too-many-rows");
  const rows = lines.map(({ line, cells }) => ({
    line,
    row: Object.fromEntries(columns.map((name) => [name, cells[heads.indexOf(name)] ?? ""])) as VoucherRow,
  }));
  const seen = new Set<string>();
  const problems = rows.flatMap(({ line, row }) => {
    const reference = `${row.call} ${row.old_reference}`;
    const twice = seen.has(reference);
    seen.add(reference);
    return [
      ...columns
        .filter((name) => row[name] === "" && !optional.includes(name))
        .map((name) => place(line, { name, code: "missing" })),
      ...columns
        .filter((name) => row[name].length > mostLetters(name))
        .map((name) => place(line, { name, code: "too-long" })),
      ...(twice ? [place(line, { name: "old_reference", code: "twice" })] : []),
    ];
  });
  return { rows, problems, place };
}

function mostLetters(name: Column): number {
  if (name === "scope") return 4000;
  return name === "old_reference" ? 60 : 140;
}
