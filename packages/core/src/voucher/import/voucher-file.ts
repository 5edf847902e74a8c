/** The file of running vouchers that a park brings from another system: its columns, and where one of its cells is wrong. */
import * as z from "zod";
import { type CellFault, type ReadTable, readTable } from "../../import/read-table.ts";
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

export type VoucherFault = CellFault<Column, ProblemCode>;
export type VoucherFile = ReadTable<Column, ProblemCode>;

/** What can be said of the file without looking anywhere else. */
export function readVoucherFile(rows: readonly CsvRow[]): VoucherFile {
  return readTable(rows, {
    columns,
    optional,
    key: (row) => `${row.call} ${row.old_reference}`,
    blamed: "old_reference",
    most: (name) => (name === "scope" ? 4000 : name === "old_reference" ? 60 : 140),
  });
}
