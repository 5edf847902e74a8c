import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Codes of that family that the verbs of a folder refuse with, thrown or kept in a table of codes. */
function codesOf(folder: string, family: string): string[] {
  const base = join(root, "packages/core/src", folder);
  const files = readdirSync(base, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const code = `"(${family}\\.[a-z-]+)"`;
  const refused = new RegExp(`DomainError\\(\\s*"[a-z_]+",\\s*${code}|^  (?!name:)"?[a-z-]+"?: ${code},$`, "gm");
  const found = files.flatMap((file) => [...readFileSync(join(base, file), "utf8").matchAll(refused)]);
  return [...new Set(found.map(([, thrown, kept]) => thrown ?? kept ?? ""))];
}

/** Said by a piece of its own, which names what holds the money. */
const ownPiece = ["budget.held"];

test.each([
  ["payment", "batch", "batch.sanctioned", 6],
  ["recovery", "recovery", "recovery.settled", 6],
  ["ledger", "year", "year.cases-open", 7],
  ["ledger", "budget", "budget.unknown", 2],
  ["ledger", "book", "book.unknown", 1],
  ["ledger", "period", "period.locked-further", 2],
  ["payment", "statement", "statement.unreadable", 3],
  ["payment", "xml", "xml.unreadable", 1],
])("whatever the acts of %s refuse about a %s has words in the reader's own language", (folder, family, one, least) => {
  const words = readFileSync(join(root, "web/src/route/staff/money-refusals.ts"), "utf8");
  const codes = codesOf(folder, family);
  expect(codes).toContain(one);
  expect(codes.length).toBeGreaterThanOrEqual(least);
  expect(codes.filter((code) => !ownPiece.includes(code) && !words.includes(`"${code}": `))).toEqual([]);
});

test("no page of money shows a refusal as the API words it", () => {
  const folder = join(root, "web/src/route/finance");
  const pages = readdirSync(folder).filter((file) => file.endsWith(".tsx"));
  const bare = /<(?:Form|ProblemNote)\b.* problem=\{\w+\.error\b|const problem = \w+\.error\b/;
  expect(pages).toContain("year-card.tsx");
  expect(pages.filter((page) => bare.test(readFileSync(join(folder, page), "utf8")))).toEqual([]);
});
