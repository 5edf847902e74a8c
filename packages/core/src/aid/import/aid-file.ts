/** The files of earlier awards, and of those that were brought by mistake: their columns, and where one of their cells is wrong. */
import * as z from "zod";
import { type CellFault, type ReadTable, readTable } from "../../import/read-table.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import type { CsvRow } from "../../payment/csv-cells.ts";
import { awardName, folded } from "../earlier.ts";

export const aidColumns = [
  "reference",
  "grantor",
  "basis",
  "country",
  "organisation_scheme",
  "organisation_number",
  "amount",
  "equivalent",
  "currency",
  "granted_on",
] as const;
export type AidColumn = (typeof aidColumns)[number];
export const aidDayColumns: readonly AidColumn[] = ["granted_on"];
/** Cells that may be empty. */
export const aidOptional: readonly AidColumn[] = ["equivalent"];
export const aidCellsSchema = z.record(z.enum(aidColumns), z.string().max(140));
export type AidCells = z.infer<typeof aidCellsSchema>;

export const backColumns = ["reference", "grantor", "organisation_scheme", "organisation_number", "reason"] as const;
export type BackColumn = (typeof backColumns)[number];
export const backCellsSchema = z.record(z.enum(backColumns), z.string().max(400));
export type BackCells = z.infer<typeof backCellsSchema>;

export const aidProblemCodes = [
  "column-missing",
  "no-rows",
  "too-many-rows",
  "missing",
  "too-long",
  "twice",
  "amount",
  "equivalent-above-amount",
  "day",
  "in-future",
  "organisation-unknown",
  "basis-unknown",
  "other-country",
  "no-rate",
  "other-content",
  "granted-here",
  "award-unknown",
] as const;
export type AidProblemCode = (typeof aidProblemCodes)[number];
export type AidFault = CellFault<AidColumn, AidProblemCode>;
export type AidFile = ReadTable<AidColumn, AidProblemCode>;
export type BackFault = CellFault<BackColumn, AidProblemCode>;
export type BackFile = ReadTable<BackColumn, AidProblemCode>;

/** One award of one company stands in one line. */
function keyOf(row: Pick<AidCells, "reference" | "grantor" | "organisation_scheme" | "organisation_number">): string {
  return canonicalJson([awardName(row), folded(row.organisation_scheme), folded(row.organisation_number)]);
}

export function readAidFile(rows: readonly CsvRow[]): AidFile {
  return readTable(rows, {
    columns: aidColumns,
    optional: aidOptional,
    key: keyOf,
    blamed: "reference",
    most: (name) => (name === "grantor" ? 140 : 60),
  });
}

export function readBackFile(rows: readonly CsvRow[]): BackFile {
  return readTable(rows, {
    columns: backColumns,
    optional: [],
    key: keyOf,
    blamed: "reference",
    most: (name) => (name === "reason" ? 400 : name === "grantor" ? 140 : 60),
  });
}
