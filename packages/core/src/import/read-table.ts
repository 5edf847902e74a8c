/** What can be said of the file of an import without looking anywhere else: its columns, empty and overlong cells, lines that stand twice. */
import type { CsvRow } from "../payment/csv-cells.ts";

/** What one cell of a row does not say as it should. */
export interface CellFault<Name extends string, Code extends string> {
  readonly name: Name;
  readonly code: Code;
}

/** Line of the file and cell of the line, both from 1. */
export interface Placed<Code extends string> {
  readonly line: number;
  readonly column: number;
  /** Name of the column. */
  readonly name: string;
  readonly code: Code;
}

interface Shape<Name extends string> {
  readonly columns: readonly Name[];
  /** Cells that may be empty. */
  readonly optional: readonly Name[];
  /** What names a line: no two lines may have the same. */
  readonly key: (row: Record<Name, string>) => string;
  /** The column that is blamed where two have. */
  readonly blamed: Name;
  /** Letters that a cell of the column has at most. */
  readonly most: (name: Name) => number;
}

type OwnCode = "column-missing" | "no-rows" | "too-many-rows" | "missing" | "too-long" | "twice";

export interface ReadTable<Name extends string, Code extends string> {
  readonly rows: readonly { readonly line: number; readonly row: Record<Name, string> }[];
  readonly problems: readonly Placed<Code>[];
  /** Where a fault of a row stands in the file. */
  readonly place: (line: number, fault: CellFault<Name, Code>) => Placed<Code>;
}

/** One run is read, checked and told of at once. */
const rowsMost = 500;

export function readTable<Name extends string, Code extends string>(
  [head, ...lines]: readonly CsvRow[],
  { columns, optional, key, blamed, most }: Shape<Name>,
): ReadTable<Name, Code | OwnCode> {
  const heads = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const place = (line: number, { name, code }: CellFault<Name, Code | OwnCode>) => ({
    line,
    column: Math.max(0, heads.indexOf(name)) + 1,
    name,
    code,
  });
  const first = head?.line ?? 1;
  const refused = (faults: readonly CellFault<Name, OwnCode>[]) => ({
    rows: [],
    problems: faults.map((fault) => place(first, fault)),
    place,
  });
  const missing = columns.filter((name) => !heads.includes(name) && !optional.includes(name));
  if (missing.length > 0) return refused(missing.map((name) => ({ name, code: "column-missing" })));
  if (lines.length === 0) return refused([{ name: blamed, code: "no-rows" }]);
  if (lines.length > rowsMost) return refused([{ name: blamed, code: "too-many-rows" }]);
  const rows = lines.map(({ line, cells }) => ({
    line,
    row: Object.fromEntries(columns.map((name) => [name, cells[heads.indexOf(name)] ?? ""])) as Record<Name, string>,
  }));
  const seen = new Set<string>();
  const problems = rows.flatMap(({ line, row }) => {
    const own = key(row);
    const twice = seen.has(own);
    seen.add(own);
    const empty = columns.filter((name) => row[name] === "" && !optional.includes(name));
    const long = columns.filter((name) => row[name].length > most(name));
    return [
      ...empty.map((name) => place(line, { name, code: "missing" })),
      ...long.map((name) => place(line, { name, code: "too-long" })),
      ...(twice ? [place(line, { name: blamed, code: "twice" })] : []),
    ];
  });
  return { rows, problems, place };
}
