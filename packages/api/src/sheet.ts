/** Reads the first sheet of an XLSX workbook as rows of text (ECMA-376 part 1 §18.3), as a CSV file of it would read. */
import { unzip } from "@multihelix/core/file/zip.ts";
import { dayAfter } from "@multihelix/core/kernel/day.ts";
import type { CsvRow } from "@multihelix/core/payment/csv-cells.ts";
import type { Inspector } from "@multihelix/core/port/file-store.ts";

/** The 1900 date system counts days from here; 1 March 1900 and later are exact. */
const dayZero = "1899-12-30";
/** Numbers that can be days of 1954 to 2173. */
const [firstDay, lastDay] = [20_000, 100_000];

/** Many times what 500 lines with the longest texts need. */
const sheetBytesMost = 16 * 1024 * 1024;

/** @param days heads of columns whose numbers are days, as spreadsheets keep them. @returns undefined where it is no workbook */
export function sheetRows(
  bytes: Uint8Array,
  inflate: Inspector["inflate"],
  days: readonly string[],
): readonly CsvRow[] | undefined {
  const unzipped = unzip(bytes, inflate);
  if (unzipped.kind !== "entries") return undefined;
  const part = (name: string) => unzipped.entries.find((entry) => entry.name === name)?.bytes;
  const sheet = part("xl/worksheets/sheet1.xml");
  if (sheet === undefined || sheet.length > sheetBytesMost) return undefined;
  const strings = part("xl/sharedStrings.xml");
  if (strings !== undefined && strings.length > sheetBytesMost) return undefined;
  const shared = strings === undefined ? [] : elementsOf(textOf(strings), "si").map(({ inner }) => wordsOf(inner));
  const rows = elementsOf(textOf(sheet), "row").flatMap(({ attributes, inner }, index): CsvRow[] => {
    const cells: string[] = [];
    for (const cell of elementsOf(inner, "c"))
      cells[columnOf(cell.attributes) ?? cells.length] = cellText(cell, shared);
    const whole = Array.from(cells, (cell) => cell ?? "");
    const line = Number(attributeOf(attributes, "r") ?? index + 1);
    return whole.some((cell) => cell !== "") ? [{ line, cells: whole }] : [];
  });
  const dayColumns = (rows[0]?.cells ?? []).map((head) => days.includes(head.toLowerCase()));
  return rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, index) => (dayColumns[index] === true ? asDay(cell) : cell)),
  }));
}

interface Element {
  readonly attributes: string;
  readonly inner: string;
}

/**
 * Elements of that name in order; none of those that are asked for stands within another of its name. Each letter is
 * looked at a few times at most, whatever the text: where an end is missing, nothing more is looked for.
 */
function elementsOf(xml: string, name: string): Element[] {
  const open = new RegExp(`<(?:\\w{1,20}:)?${name}(?=[\\s/>])`, "g");
  const close = new RegExp(`</(?:\\w{1,20}:)?${name}>`, "g");
  const found: Element[] = [];
  for (let start = open.exec(xml); start !== null; start = open.exec(xml)) {
    const end = xml.indexOf(">", open.lastIndex);
    if (end < 0) break;
    const empty = xml.charAt(end - 1) === "/";
    const attributes = xml.slice(open.lastIndex, empty ? end - 1 : end);
    open.lastIndex = end + 1;
    if (empty) {
      found.push({ attributes, inner: "" });
      continue;
    }
    close.lastIndex = end + 1;
    const last = close.exec(xml);
    if (last === null) break;
    found.push({ attributes, inner: xml.slice(end + 1, last.index) });
    open.lastIndex = close.lastIndex;
  }
  return found;
}

function attributeOf(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}

/** Text in all its runs, without the readings that East Asian scripts put after them. */
function wordsOf(xml: string): string {
  const readings = xml.search(/<(?:\w{1,20}:)?rPh[\s>]/);
  return elementsOf(readings < 0 ? xml : xml.slice(0, readings), "t")
    .map(({ inner }) => unescaped(inner))
    .join("")
    .trim();
}

function cellText({ attributes, inner }: Element, shared: readonly string[]): string {
  const type = attributeOf(attributes, "t");
  if (type === "inlineStr") return wordsOf(inner);
  const [value] = elementsOf(inner, "v");
  if (value === undefined) return "";
  const text = unescaped(value.inner).trim();
  return type === "s" ? (shared[Number(text)] ?? "") : text;
}

/** `C7` stands in the third column: 2. */
function columnOf(attributes: string): number | undefined {
  const letters = /^([A-Z]{1,2})\d+$/.exec(attributeOf(attributes, "r") ?? "")?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function asDay(cell: string): string {
  const number = /^\d{5}(?:\.0+)?$/.test(cell) ? Number(cell) : Number.NaN;
  if (!(number >= firstDay && number <= lastDay)) return cell;
  return dayAfter(dayZero, number);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
