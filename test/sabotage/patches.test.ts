import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
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

/** A test can take its cases, and so their names, from the files of its own folder. */
function besides(path: string): string[] {
  return globSync(`${dirname(path)}/**/*.ts`, { cwd: root });
}

describe("every sabotage still fits the house", () => {
  test.each(readPatches(`${root}/test/sabotage/patches`))("$id", (found) => {
    const text = readFileSync(`${root}/${found.file}`, "utf8");
    expect(applyPatch(found, text)).not.toBe(text);
    const [path = "", name = ""] = found.test.split(" -t ");
    const texts = [path, ...besides(path)].map((file) => readFileSync(`${root}/${file}`, "utf8"));
    expect(texts.some((each) => each.includes(name))).toBe(true);
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
