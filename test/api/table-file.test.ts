import { inflateRawSync } from "node:zlib";
import { tableXlsx } from "@multihelix/api/table-file.ts";
import { tableOf } from "@multihelix/core/export/table.ts";
import { money } from "@multihelix/core/kernel/money.ts";
import { describe, expect, test } from "vitest";
import { fc } from "../fixture/fast-check.ts";

/** Name → text of every file of a ZIP, by its central directory. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const files = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, name] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)];
    const local = file.readUInt32LE(at + 42);
    const data = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(data, data + size);
    const text = (method === 0 ? packed : inflateRawSync(packed)).toString("utf8");
    files.set(file.toString("utf8", at + 46, at + 46 + name), text);
    at += 46 + name + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return files;
}

const starts = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", " =", "<f>"];
const typed = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.tuple(fc.constantFrom(...starts), fc.string({ maxLength: 20 })).map(([start, rest]) => start + rest),
);

describe("a table as XLSX", () => {
  test("has no formula and no text that starts one, whatever was typed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 5 }), async (cells) => {
        const table = tableOf("texts", [["text", (cell: string) => cell]], cells);
        const files = unzip(await tableXlsx(table));
        const all = [...files.values()].join("\n");
        expect(all).not.toMatch(/<f[ >/]/);
        for (const [, text = ""] of all.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g))
          expect(text.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }),
      { numRuns: 40 },
    );
  });

  test("writes amounts as numbers that are exactly the amount", async () => {
    const table = tableOf("amounts", [["amount", (cell: number) => money(cell, "EUR")]], [1_000_001, -33, 7]);
    const sheet = [...unzip(await tableXlsx(table))].find(([name]) => name.includes("sheet1"))?.[1] ?? "";
    expect([...sheet.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value)).toEqual(
      expect.arrayContaining(["10000.01", "-0.33", "0.07"]),
    );
  });
});
