/** Looks at the rows of a file, some at once, and tells everything that is wrong in the order of the file. */
import type { ImportLine } from "./import-run.ts";
import type { Placed, ReadTable } from "./read-table.ts";

export type Found<Code extends string, More = unknown> =
  | { readonly problems: readonly Placed<Code>[] }
  | ({ readonly found: ImportLine } & More);

const atOnce = 8;

/** @param look sees one row as its verb will, without doing anything */
export async function lookAtRows<Name extends string, Code extends string, More>(
  { rows, problems }: ReadTable<Name, Code>,
  look: (line: number, row: Record<Name, string>) => Promise<Found<Code, More>>,
): Promise<{ problems: Placed<Code>[]; lines: ({ readonly found: ImportLine } & More)[] }> {
  const looked: Found<Code, More>[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce);
    looked.push(...(await Promise.all(part.map(({ line, row }) => look(line, row)))));
  }
  return {
    problems: inOrder([...problems, ...looked.flatMap((one) => ("problems" in one ? one.problems : []))]),
    lines: looked.flatMap((one) => ("found" in one ? [one] : [])),
  };
}

/** An empty cell is one problem, however many rules it breaks. */
function inOrder<Code extends string>(problems: readonly Placed<Code>[]): Placed<Code>[] {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return [...new Map(sorted.toReversed().map((one) => [`${one.line} ${one.column}`, one])).values()].reverse();
}
