/** Reads CSV as RFC 4180 describes it, keeping the line on which each row starts; tolerant of what spreadsheets write. */

export interface CsvRow {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Cells without the blanks around them. */
  readonly cells: readonly string[];
}

/** Byte order mark, CRLF or CR, and comma, semicolon or tab (whichever stands most in the first line) are all accepted. Empty lines are skipped. */
export function csvRows(text: string): CsvRow[] {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const delimiter = delimiterOf(plain.slice(0, plain.search(/\n|$/)));
  const rows: CsvRow[] = [];
  let line = 1;
  let start = 1;
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  const endRow = () => {
    cells.push(cell.trim());
    if (cells.some((one) => one !== "")) rows.push({ line: start, cells });
    cells = [];
    cell = "";
    start = line;
  };
  for (let at = 0; at < plain.length; at++) {
    const letter = plain.charAt(at);
    if (letter === "\n") line++;
    if (quoted && letter === '"' && plain.charAt(at + 1) === '"') {
      cell += '"';
      at++;
    } else if (letter === '"' && (quoted || cell.trim() === "")) quoted = !quoted;
    else if (!quoted && letter === "\n") endRow();
    else if (!quoted && letter === delimiter) {
      cells.push(cell.trim());
      cell = "";
    } else cell += letter;
  }
  endRow();
  return rows;
}

function delimiterOf(header: string): string {
  const counted = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
