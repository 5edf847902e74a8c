/** The only place that writes the file of awards that are taken back, from the lines that brought them. */
import type { Import, ImportFile } from "./imports-query.ts";

const named = ["reference", "grantor", "organisation_scheme", "organisation_number"] as const;

export function fileOfBack(lines: Import["entries"], reason: string): ImportFile {
  const rows = lines.map(({ cells = {} }) => [...named.map((name) => cells[name] ?? ""), reason]);
  return { as: "csv", text: [[...named, "reason"], ...rows].map((row) => row.map(quoted).join(",")).join("\r\n") };
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
