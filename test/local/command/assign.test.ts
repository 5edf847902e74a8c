import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assign } from "@multihelix/local/command/assign.ts";
import { afterAll, expect, test } from "vitest";
import { type Ran, runCommand } from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "multihelix-assign-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(csv: string, ...words: string[]): Promise<Ran> {
  const file = join(folder, "scores.csv");
  writeFileSync(file, csv);
  return runCommand(assign, ["--scores", file, ...words]);
}

const small = "reviewer,p1,p2\nann,0.9,0.8\nbob,0.7,\ncat,0.1,0.3\n";

test("the largest sum of scores is printed as JSON with its certificate; exit 0", async () => {
  const { code, out } = await run(small, "--per-application", "1", "--max-load", "1", "--json");
  expect(code).toBe(0);
  const { seconds, certificate, ...answer } = JSON.parse(out);
  expect(answer).toEqual({
    status: "optimal",
    objective: 1.5,
    assignments: [
      { reviewer: "bob", application: "p1", score: 0.7 },
      { reviewer: "ann", application: "p2", score: 0.8 },
    ],
    loads: { ann: 1, bob: 1, cat: 0 },
    perApplication: { p1: 1, p2: 1 },
  });
  expect(seconds).toBeGreaterThan(0);
  // Weak duality, by hand: the prices of the certificate allow no more than the sum that was found.
  const { reviewerPrices: p, applicationPrices: q, upperBound } = certificate;
  const scores: [string, string, number][] = [
    ["ann", "p1", 0.9],
    ["ann", "p2", 0.8],
    ["bob", "p1", 0.7],
    ["cat", "p1", 0.1],
    ["cat", "p2", 0.3],
  ];
  const bound =
    q.p1 +
    q.p2 +
    ["ann", "bob", "cat"].reduce((sum, id) => sum + Math.max(0, p[id]), 0) +
    scores.reduce((sum, [reviewer, id, score]) => sum + Math.max(0, score - p[reviewer] - q[id]), 0);
  expect(bound).toBeCloseTo(1.5, 9);
  expect(upperBound).toBe(1.5);
});

test("a minimum load is kept; negative scores are scores", async () => {
  const words = ["--per-application", "1", "--max-load", "2", "--min-load", "1", "--json"];
  const { out } = await run("reviewer,p1,p2\nann,5,5\nbob,-1,-2\n", ...words);
  expect(JSON.parse(out)).toMatchObject({ objective: 4, loads: { ann: 1, bob: 1 } });
});

test("what is impossible exits with 2, the reason and the smallest change, with the option that is enough", async () => {
  const { code, out, err } = await run(small, "--per-application", "3", "--max-load", "2");
  expect([code, out]).toEqual([2, ""]);
  expect(err).toBe(
    "There is no such assignment. Application p2 wants 3 reviews, but at most 2 can come: 2 from the others without a conflict, one each per application.\nTo mend it: Ask for 2 reviews of p2 instead of 3, or find 1 more reviewer without a conflict. --per-application 2 is enough.\n",
  );
  const none = await run("reviewer,p1,p2\nann,,1\nbob,,2\n", "--per-application", "1", "--max-load", "2", "--json");
  expect(none.code).toBe(2);
  expect(JSON.parse(none.out)).toMatchObject({
    status: "infeasible",
    reason: { kind: "too-few-eligible", cases: ["p1"] },
    mend: { changes: [{ kind: "want-fewer", case: "p1", by: 1 }] },
  });
  const zero = await run(small, "--per-application", "1", "--max-load", "0");
  expect(zero.code).toBe(2);
  expect(zero.err).toContain("--max-load 1 is enough.");
});

test("bad input exits with 1, each problem with line and column", async () => {
  const { code, out, err } = await run(
    "reviewer,p1\nann,one\nann,2\n",
    "--per-application",
    "1",
    "--max-load",
    "1",
    "--json",
  );
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    status: "bad-input",
    problems: [
      { line: 2, column: 2 },
      { line: 3, column: 1 },
    ],
  });
  expect(err).toMatch(/scores\.csv, line 2, column 2: "one" of ann for p1 is not a number\./);
});

test.each([
  [["--per-application", "1"], "Give --max-load with a whole number."],
  [["--per-application", "0", "--max-load", "1"], "--per-application must be a whole number of at least 1"],
  [["--per-application", "1", "--max-load", "1.5"], "--max-load must be a whole number"],
  [["--per-application", "1", "--max-load", "1", "--min-load", "2"], "--min-load 2 is above --max-load 1."],
  [["--per-application", "1", "--max-load", "1", "--nonsense"], "--nonsense"],
])("options that make no sense exit with 1 and a sentence: %j", async (words, sentence) => {
  const { code, err } = await run(small, ...words);
  expect(code).toBe(1);
  expect(err).toContain(sentence);
});

test("a file that is not there exits with 1; help exits with 0", async () => {
  const missing = await runCommand(assign, [
    "--scores",
    join(folder, "none.csv"),
    "--per-application",
    "1",
    "--max-load",
    "1",
  ]);
  expect(missing.code).toBe(1);
  expect(missing.err).toContain("none.csv cannot be read");
  expect((await runCommand(assign, ["--help"])).out).toContain("multihelix assign --scores FILE");
});

test("a matrix of 2,000 × 800 is assigned and proved", { timeout: 60_000 }, async () => {
  const cell = (row: number, column: number) => ((row * 7919 + column * 104_729 + row * column) % 1009) / 1009;
  const ids = Array.from({ length: 800 }, (_, at) => `p${at}`);
  const lines = Array.from(
    { length: 2_000 },
    (_, row) => `r${row},${ids.map((_, column) => cell(row, column).toFixed(3)).join(",")}`,
  );
  const { code, out } = await run(
    `reviewer,${ids.join(",")}\n${lines.join("\n")}\n`,
    "--per-application",
    "3",
    "--max-load",
    "4",
    "--json",
  );
  expect(code).toBe(0);
  const { assignments, objective } = JSON.parse(out);
  expect(assignments).toHaveLength(2_400);
  expect(objective).toBeGreaterThan(2_380);
});
