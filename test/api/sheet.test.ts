/** Workbooks as spreadsheets write them, and as nobody should. */

import { createInspector } from "@multihelix/adapters/system/inspector.ts";
import { sheetRows } from "@multihelix/api/sheet.ts";
import { expect, test } from "vitest";

/** A zip of files that are stored as they are. */
function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([name, text]) => ({ name: Buffer.from(name), bytes: Buffer.from(text) }));
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt32LE(bytes.length, 20);
    central.writeUInt32LE(bytes.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    parts.push(local, name, bytes);
    directory.push(central, name);
    at += 30 + name.length + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

const { inflate } = createInspector();
const read = (sheet: string, strings = "") =>
  sheetRows(
    zipOf({ "xl/worksheets/sheet1.xml": sheet, ...(strings === "" ? {} : { "xl/sharedStrings.xml": strings }) }),
    inflate,
    ["day"],
  );

test("texts in runs, shared or in place, escaped letters, gaps between cells, and days that are kept as numbers", () => {
  const strings = `<sst><si><t>day</t></si><si><r><t>Yeast </t></r><r><t>&amp; Co</t></r><rPh sb="0"><t>x</t></rPh></si></sst>`;
  const sheet = `<x:worksheet><x:sheetData>
    <x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>name</x:t></x:is></x:c></x:row>
    <x:row r="2"/>
    <x:row r="4"><x:c r="A4"><x:v>46356</x:v></x:c><x:c r="B4"/><x:c r="C4" t="s"><x:v>1</x:v></x:c></x:row>
  </x:sheetData></x:worksheet>`;
  expect(read(sheet, strings)).toEqual([
    { line: 1, cells: ["day", "", "name"] },
    { line: 4, cells: ["2026-11-30", "", "Yeast & Co"] },
  ]);
});

test("a sheet without ends is read in a moment, and one beyond all measure not at all", () => {
  const started = performance.now();
  expect(read("<row><c>".repeat(400_000))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(read(" ".repeat(17 * 1024 * 1024))).toBeUndefined();
});
