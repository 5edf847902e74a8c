/** The file of an import as the API takes it, CSV or XLSX, and the empty template of each kind. */

import { aidColumns, aidDayColumns, aidOptional, backColumns } from "@multihelix/core/aid/import/aid-file.ts";
import { aidColumnText } from "@multihelix/core/aid/import/column-text.ts";
import type { ImportRun } from "@multihelix/core/import/import-run.ts";
import type { Csv } from "@multihelix/core/import/kind.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import { csvRows } from "@multihelix/core/payment/csv-cells.ts";
import type { Inspector } from "@multihelix/core/port/file-store.ts";
import { columnText } from "@multihelix/core/voucher/import/column-text.ts";
import { columns, dayColumns, optional } from "@multihelix/core/voucher/import/voucher-file.ts";
import * as z from "zod";
import type { FileReply } from "./route.ts";
import { sheetRows } from "./sheet.ts";

type Kind = ImportRun["kind"];

interface Template {
  readonly columns: readonly { readonly name: string; readonly needed: boolean; readonly text: readonly string[] }[];
  /** Columns that hold a day. */
  readonly days: readonly string[];
}

const templates: Readonly<Record<Kind, Template>> = {
  vouchers: {
    columns: columns.map((name) => ({ name, needed: !optional.includes(name), text: columnText[name] })),
    days: dayColumns,
  },
  aid: {
    columns: aidColumns.map((name) => ({ name, needed: !aidOptional.includes(name), text: aidColumnText[name] })),
    days: aidDayColumns,
  },
  "aid-back": {
    columns: backColumns.map((name) => ({ name, needed: true, text: aidColumnText[name] })),
    days: [],
  },
};

export const importFileSchema = z.discriminatedUnion("as", [
  z.object({ as: z.literal("csv"), text: z.string().min(1).max(400_000) }),
  /** A workbook, of which the first sheet is read. */
  z.object({ as: z.literal("xlsx"), base64: z.base64().min(1).max(400_000) }),
]);

/** @throws invalid `import.unreadable` where a workbook is none */
export function rowsOfFile(file: z.output<typeof importFileSchema>, kind: Kind, inspector: Inspector): Csv {
  if (file.as === "csv") return csvRows(file.text);
  const bytes = new Uint8Array(Buffer.from(file.base64, "base64"));
  const rows = sheetRows(bytes, inspector.inflate, templates[kind].days);
  if (rows === undefined) throw new DomainError("invalid", "import.unreadable");
  return rows;
}

/** The head alone; a workbook has a second sheet that explains each column. */
export async function importTemplate(kind: Kind, format: "csv" | "xlsx"): Promise<FileReply> {
  const { columns: all } = templates[kind];
  const fileName = `${kind}-template.${format}`;
  if (format === "csv")
    return { text: `${all.map(({ name }) => name).join(",")}\r\n`, type: "text/csv; charset=utf-8", fileName };
  const { default: writeSheets } = await import("write-excel-file/node");
  const bold = (value: string) => ({ value, type: String, fontWeight: "bold" as const });
  const plain = (value: string) => ({ value, type: String });
  const buffer = await writeSheets([
    {
      sheet: kind,
      stickyRowsCount: 1,
      columns: all.map(({ name }) => ({ width: name.length + 4 })),
      data: [all.map(({ name }) => bold(name))],
    },
    {
      sheet: "columns",
      stickyRowsCount: 1,
      columns: [{ width: 20 }, { width: 12 }, { width: 70 }, { width: 44 }],
      data: [
        ["column", "needed", "what it is", "example"].map(bold),
        ...all.map(({ name, needed, text }) => [name, needed ? "yes" : "no", ...text].map(plain)),
      ],
    },
  ]).toBuffer();
  return {
    text: new Uint8Array(buffer),
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    fileName,
  };
}
