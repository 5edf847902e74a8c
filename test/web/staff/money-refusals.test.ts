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

test.each([
  ["payment", "batch", "batch.sanctioned"],
  ["recovery", "recovery", "recovery.settled"],
])("whatever the acts of %s refuse about a %s has words in the reader's own language", (folder, family, one) => {
  const words = readFileSync(join(root, "web/src/route/staff/money-refusals.ts"), "utf8");
  const codes = codesOf(folder, family);
  expect(codes).toContain(one);
  expect(codes.length).toBeGreaterThan(5);
  expect(codes.filter((code) => !words.includes(`"${code}": `))).toEqual([]);
});
