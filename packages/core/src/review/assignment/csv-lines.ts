/** Lines and cells of the CSV files that outsiders bring, and how their ids and numbers are read. */
import { csvRows } from "../../payment/csv-cells.ts";

export interface CellProblem {
  /** Line of the file and cell of the line, both from 1. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Files without quotation marks, which are nearly all, are split; the rest is read letter by letter. */
export function csvLines(text: string): { line: number; cells: readonly string[] }[] {
  if (text.includes('"')) return csvRows(text);
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const delimiter = [",", ";", "\t"].reduce((best, next) =>
    first.split(next).length > first.split(best).length ? next : best,
  );
  return lines.flatMap((line, at) => {
    const cells = line.split(delimiter).map((cell) => cell.trim());
    return cells.every((cell) => cell === "") ? [] : [{ line: at + 1, cells }];
  });
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A number with a decimal point; undefined for anything else. */
export function numberIn(cell: string): number | undefined {
  const value = NUMBER.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** E-mail addresses differ neither by case nor by the form of their letters; other ids are as they are written. */
export function spelledOnce(id: string): string {
  return id.includes("@") ? id.normalize("NFKC").toLowerCase().replace(/\s/gu, "") : id;
}
