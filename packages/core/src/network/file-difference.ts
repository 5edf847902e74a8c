/** Where two network files differ, in the names of what they hold: parks, funds, calendars and rates are found by what they are called. */
import { canonicalJson } from "../kernel/canonical-json.ts";

export interface Difference {
  /** `parks.limburg.closures` */
  readonly path: string;
  /** JSON of what was there; absent where nothing was. */
  readonly before?: string;
  readonly after?: string;
}

type Tree = Readonly<Record<string, unknown>>;

/** A row's name among its like: what tells it apart in words, not its place. */
function nameOf(row: unknown): string | undefined {
  if (typeof row !== "object" || row === null) return undefined;
  const one = row as Record<string, unknown>;
  const named = [
    ["id"],
    ["base", "quote", "date"],
    ["basis", "jurisdictions", "validFrom"],
    ["parkId", "instrument", "from"],
    ["date"],
  ].find((fields) => fields.every((field) => one[field] !== undefined));
  return named?.map((field) => String(one[field])).join(" ");
}

/** Lists of named rows as trees; undefined for lists of plain values and of rows that are called alike. */
function asTree(value: unknown): Tree | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value)) return value as Tree;
  const names = value.map(nameOf);
  if (names.some((name) => name === undefined) || new Set(names).size < names.length) return undefined;
  return Object.fromEntries(value.map((row, at) => [names[at] ?? "", row]));
}

/**
 * The deepest places at which they differ, in the order of the file.
 * @param told how a value that differs is told, and nothing else of it: what is compared is the value itself.
 */
export function differencesOf(
  before: unknown,
  after: unknown,
  told: (value: unknown, path: string) => string = canonicalJson,
  path = "",
): Difference[] {
  const [left, right] = [before, after].map((value) => (value === undefined ? undefined : canonicalJson(value)));
  if (left === right) return [];
  const [old, new_] = [asTree(before), asTree(after)];
  if (old === undefined || new_ === undefined || Array.isArray(before) !== Array.isArray(after))
    return [
      {
        path,
        ...(left === undefined ? {} : { before: told(before, path) }),
        ...(right === undefined ? {} : { after: told(after, path) }),
      },
    ];
  return [...new Set([...Object.keys(old), ...Object.keys(new_)])].flatMap((name) =>
    differencesOf(old[name], new_[name], told, path === "" ? name : `${path}.${name}`),
  );
}
