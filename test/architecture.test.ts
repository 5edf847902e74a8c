import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkHouse, describeViolation } from "./architecture/check-house.ts";
import { type House, readHouse, type Source, sourceOf, type Violation } from "./architecture/house.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const fixtureFolder = "test/architecture/fixture";

// Every file of the house is read: on a busy machine that takes its time.
test("the house keeps its own rules", { timeout: 120_000 }, () => {
  expect(checkHouse(readHouse(root, fixtureFolder)).map(describeViolation)).toEqual([]);
});

describe("in a house that breaks every rule", () => {
  const fixture = readHouse(`${root}/${fixtureFolder}`);

  test("each broken line is named with its rule, and no other line is", () => {
    const found = checkHouse(fixture).filter(({ path }) => !path.endsWith("package.json"));
    expect(found.map(place).sort()).toEqual(fixture.sources.flatMap(marked).sort());
  });

  test("a package.json against an arrow, or without an exact version, is named", () => {
    const found = checkHouse(fixture).filter(({ path }) => path.endsWith("package.json"));
    expect(found.map(describeViolation)).toEqual([
      "package.json:0 [exact] aws-cdk-lib ^2.224.0 is not one version",
      "packages/core/package.json:0 [arrow] core may not depend on api",
    ]);
  });

  test("a file of 251 lines is named, one of 250 and a catalogue of 251 are not", () => {
    const lines = (path: string, count: number) => sourceOf(path, "export {};\n".repeat(count));
    const house: House = {
      manifests: [],
      sources: [
        ...lines("packages/core/src/long.ts", 251),
        ...lines("packages/core/src/fits.ts", 250),
        ...lines("packages/core/src/data/list.ts", 251),
      ],
    };
    expect(checkHouse(house).map(place)).toEqual(["packages/core/src/long.ts:251 length"]);
  });

  test("every rule is broken at least once, so that none can fall silent", () => {
    const broken = new Set(checkHouse(fixture).map(({ rule }) => rule));
    const rules = "arrow bare by-name chance clock declared environment exact float noun raw-review traceable world";
    expect([...broken].sort().join(" ")).toBe(rules);
  });
});

function place({ path, line, rule }: Violation): string {
  return `${path}:${line} ${rule}`;
}

/** What the comments `breaks: rule rule …` at the ends of lines ask for. */
function marked({ path, text }: Source): string[] {
  return text.split("\n").flatMap((line, index) => {
    const rules = /breaks: (.+)$/.exec(line)?.[1]?.split(" ") ?? [];
    return rules.map((rule) => `${path}:${index + 1} ${rule}`);
  });
}
