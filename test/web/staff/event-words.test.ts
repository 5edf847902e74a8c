import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const core = join(root, "packages/core/src");

/** Types of the events that verbs write into the record of a case. */
function typesOfCases(): string[] {
  const sources = readdirSync(core, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(core, file), "utf8"));
  const drafts = /stream: (?:\w+\.)?(?:caseId|stream)\b[^}]{0,200}?type:\s*"([a-z-]+\.[a-z-]+)"/g;
  return [...new Set(sources.flatMap((text) => [...text.matchAll(drafts)].map(([, type = ""]) => type)))];
}

test("every event of a case has words in its history", () => {
  const words = readFileSync(join(root, "web/src/route/staff/event-words.ts"), "utf8");
  const types = [...typesOfCases(), "task.reminded", "task.escalated"];
  expect(types.length).toBeGreaterThan(25);
  expect(types.filter((type) => !words.includes(`"${type}"`))).toEqual([]);
});
