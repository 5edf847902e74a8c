/** The one piece of code that writes a table as a file: CSV, or XLSX by a library that is loaded only then. */
import type { Export } from "@multihelix/core/export/export.ts";
import { plainText, type Table, type TableCell, tableCsv } from "@multihelix/core/export/table.ts";
import { decimalText } from "@multihelix/core/kernel/amount-text.ts";
import { exponentOf } from "@multihelix/core/kernel/currency.ts";
import * as z from "zod";
import { type FileReply, type SignedRoute, signedRoute } from "./route.ts";

const formatQuery = z.object({ format: z.enum(["csv", "xlsx"]).default("csv") });

/** GET `path`: the export in the format that `?format=` names; CSV if it names none. */
export function tableRoute<const Path extends string, Params, Query extends object>(
  path: Path,
  { summary, params, query, read }: Export<Params, Query>,
): SignedRoute<"get", Path, Params, Query & z.output<typeof formatQuery>, undefined, FileReply> {
  const asked = (query as unknown as z.ZodObject).extend(formatQuery.shape);
  return signedRoute({
    method: "get",
    path,
    summary,
    tag: "table",
    params,
    query: asked as unknown as z.ZodType<Query & z.output<typeof formatQuery>>,
    result: z.object({ text: z.string(), type: z.string(), fileName: z.string() }) as z.ZodType<FileReply>,
    file: "text/csv",
    handle: async ({ deps, params: named, query: all }, { actor }) => ({
      body: await tableFile(await read(deps, actor, named, all), all.format),
    }),
  });
}

/** The table as bytes or text, with its media type and file name. */
export async function tableFile(table: Table, format: "csv" | "xlsx"): Promise<FileReply> {
  if (format === "csv")
    return { text: tableCsv(table), type: "text/csv; charset=utf-8", fileName: `${table.name}.csv` };
  return {
    text: await tableXlsx(table),
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    fileName: `${table.name}.xlsx`,
  };
}

/** One sheet: a bold head that stays in sight, amounts as numbers with their decimals, every text a text. */
export async function tableXlsx({ name, columns, rows }: Table): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeSheet } = await import("write-excel-file/node");
  const head = columns.map((column) => ({ value: column, type: String, fontWeight: "bold" as const }));
  const buffer = await writeSheet([head, ...rows.map((row) => row.map(sheetCell))], {
    sheet: name.slice(0, 31),
    stickyRowsCount: 1,
    columns: columns.map((_, index) => ({ width: widthOf(columns, rows, index) })),
  }).toBuffer();
  return new Uint8Array(buffer);
}

function sheetCell(cell: TableCell) {
  if (cell === undefined || cell === "") return null;
  if (typeof cell === "number") return { value: cell, type: Number };
  if (typeof cell === "string") return { value: plainText(cell), type: String };
  const decimals = exponentOf(cell.currency);
  // A spreadsheet knows no other number: the shortest text of this one is the amount itself.
  const value = Number(decimalText(cell));
  return { value, type: Number, format: decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}` };
}

/** In letters, between 8 and 48. */
function widthOf(columns: readonly string[], rows: Table["rows"], index: number): number {
  const lengths = rows.slice(0, 200).map((row) => {
    const cell = row[index];
    return typeof cell === "object" ? decimalText(cell).length : String(cell ?? "").length;
  });
  return Math.min(48, Math.max(8, (columns[index] ?? "").length, ...lengths) + 2);
}
