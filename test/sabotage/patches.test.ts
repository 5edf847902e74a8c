import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { applyPatch, type Patch, readPatches } from "./patch.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const patch: Patch = {
  id: "x",
  name: "drop the guard",
  guarantee: "nobody gets in",
  file: "door.ts",
  find: "locked = true",
  replace: "locked = $&false",
  test: "test/door.test.ts -t it is locked",
};

/** The test and what it imports of its own: its cases, and so their names, can stand in a file beside it. */
function textsOf(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const text = readFileSync(join(root, path), "utf8");
  const own = [...text.matchAll(/ from "(\.[^"]+\.tsx?)"/g)].map(([, other = ""]) => join(dirname(path), other));
  return [text, ...own.flatMap((other) => textsOf(other, seen))];
}

describe("every sabotage still fits the house", () => {
  test.each(readPatches(`${root}/test/sabotage/patches`))("$id", (found) => {
    const text = readFileSync(`${root}/${found.file}`, "utf8");
    expect(applyPatch(found, text)).not.toBe(text);
    const [path = "", name = ""] = found.test.split(" -t ");
    expect(textsOf(path).some((each) => each.includes(name))).toBe(true);
  });
});

test("a sabotage puts its text in as it is written", () => {
  expect(applyPatch(patch, "a; locked = true; b")).toBe("a; locked = $&false; b");
});

test.each(["a", "locked = true; locked = true"])(
  "a sabotage whose text does not stand exactly once is refused",
  (text) => {
    expect(() => applyPatch(patch, text)).toThrow(/times in the file, not once/);
  },
);
