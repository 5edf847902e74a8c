/** Every refusal that a person can meet has a sentence of its own. */
import { globSync, readFileSync } from "node:fs";
import { said, sentences } from "@multihelix/api/sentence.ts";
import { expect, test } from "vitest";

/** Refusals that only files of the operator, faults of the house or its inside can cause: their code is for the log. */
const inside =
  /^(account|amount|area|calendar|currency|day|effect|execution|instant|letter|money|network|organisation|people|person|posting|register-scheme|role|row|seal|size|term|workflow|zone|demo|rate)\.|^(payment\.(bad-|nothing-|other-|unwritable|doubled)|case\.no-workflow|task\.token-changed)/;

function codesOfCore(): string[] {
  const files = globSync("packages/core/src/**/*.ts");
  const text = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const found = [...text.matchAll(/DomainError\(\s*"[a-z_]+",\s*"([a-z0-9.-]+)"/g)].map((match) => match[1] ?? "");
  return [...new Set(found)].sort();
}

test("every code that the core refuses with has a sentence", () => {
  const codes = codesOfCore();
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter((code) => !inside.test(code) && said[code] === undefined)).toEqual([]);
});

test("no sentence shows a hole where a fact is missing", () => {
  for (const code of Object.keys(said)) expect(sentences(code, {}), code).not.toMatch(/undefined|\[object|NaN/);
});

test("sentences keep the house's voice: no exclamation mark, no please", () => {
  for (const code of Object.keys(said)) expect(sentences(code, {}), code).not.toMatch(/!|\bplease\b/i);
});
