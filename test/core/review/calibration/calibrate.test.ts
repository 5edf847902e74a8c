import { readFileSync } from "node:fs";
import { type Calibration, calibrate } from "@multihelix/core/review/calibration/calibrate.ts";
import type { GivenScore } from "@multihelix/core/review/calibration/panel.ts";
import { parsePanelScores } from "@multihelix/core/review/calibration/scores-csv.ts";
import { describe, expect, test } from "vitest";

/** Ids begin with "#" here, which the other reader takes for comments. */
function rows(name: string): string[][] {
  const text = readFileSync(new URL(`../../../fixture/data/snsf/${name}.csv`, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

const panelOne = rows("mock-panel").map(
  ([application = "", assessor = "", grade]): GivenScore => ({ application, assessor, score: Number(grade) }),
);
const one = calibrate(panelOne, { seed: 20260728, lowerIsBetter: true });
const rankOf = (result: Calibration, id: string) =>
  result.applications.find(({ application }) => application === id)?.expectedRank ?? Number.NaN;

/** Applications a0 … with a score from each assessor by a rule. */
function aPanel(applications: number, assessors: number, score: (row: number, column: number) => number | undefined) {
  return Array.from({ length: applications * assessors }, (_, at): GivenScore => {
    const [row, column] = [Math.floor(at / assessors), at % assessors];
    return { application: `a${row}`, assessor: `s${column}`, score: score(row, column) };
  });
}

test.each(rows("mock-panel-expected"))(
  "panel 1 of the published example: %s has expected rank %s within 0.3 and SUCRA %s within 0.03",
  (proposal, er, sucra) => {
    const found = one.applications.find(({ application }) => application === proposal);
    expect(Math.abs((found?.expectedRank ?? Number.NaN) - Number(er))).toBeLessThan(0.3);
    expect(Math.abs((found?.sucra ?? Number.NaN) - Number(sucra))).toBeLessThan(0.03);
  },
);

test("the same scores and seed give the same bytes, in whatever order the scores come; another seed differs a little", () => {
  const again = calibrate(panelOne.toReversed(), { seed: 20260728, lowerIsBetter: true });
  expect(JSON.stringify(again)).toBe(JSON.stringify(one));
  const other = calibrate(panelOne, { seed: 1, lowerIsBetter: true });
  expect(JSON.stringify(other)).not.toBe(JSON.stringify(one));
  for (const { application, expectedRank } of one.applications)
    expect(Math.abs(rankOf(other, application) - expectedRank)).toBeLessThan(0.15);
});

test("expected ranks add up, SUCRA follows from them, and intervals hold the rank that they are about", () => {
  const count = one.applications.length;
  expect(one.applications.reduce((sum, { expectedRank }) => sum + expectedRank, 0)).toBeCloseTo(
    (count * (count + 1)) / 2,
    6,
  );
  for (const { expectedRank, sucra, interval50, interval90 } of one.applications) {
    expect(sucra).toBeCloseTo((count - expectedRank) / (count - 1), 12);
    expect(interval50[0]).toBeGreaterThanOrEqual(interval90[0]);
    expect(interval50[1]).toBeLessThanOrEqual(interval90[1]);
    expect(expectedRank).toBeGreaterThanOrEqual(interval90[0]);
    expect(expectedRank).toBeLessThanOrEqual(interval90[1]);
  }
  expect(one.certainty.settled).toBe(true);
});

test("raw means stand beside the ranks as they were given", () => {
  const grades = panelOne.filter(({ application }) => application === "#5").map(({ score }) => score ?? 0);
  const mean = grades.reduce((sum, grade) => sum + grade, 0) / grades.length;
  expect(one.applications.find(({ application }) => application === "#5")?.mean).toBeCloseTo(mean, 12);
});

test("a missing score is left out and never counts as zero", () => {
  const full = aPanel(10, 4, (row, column) => 2 + (row % 5) + 0.3 * column);
  const holed = full.map((given) =>
    given.application === "a4" && given.assessor === "s0" ? { ...given, score: undefined } : given,
  );
  const result = calibrate(holed, { seed: 1 });
  const a4 = result.applications.find(({ application }) => application === "a4");
  expect(a4?.scores).toBe(3);
  expect(a4?.mean).toBeCloseTo(6.6, 9);
  expect(rankOf(result, "a4")).toBeLessThan(4);
});

test("an empty cell of a file is left out and never counts as zero", () => {
  const { scores } = parsePanelScores("application,assessor,score\na,x,4\na,y,\nb,x,3\nb,y,NA\nb,z,conflict\n");
  expect(scores?.map(({ score }) => score)).toEqual([4, undefined, 3, undefined, undefined]);
  const result = calibrate(scores ?? [], { seed: 1 });
  expect(result.applications.map(({ application, mean }) => [application, mean])).toEqual([
    ["a", 4],
    ["b", 3],
  ]);
});

test("an application that only strict assessors saw is not punished for it", () => {
  // s0 is two points harder; a0 and a1 are equally good, but a0 was seen by s0 and a1 by s1 (of two assessors each).
  const given = aPanel(12, 3, (row, column) => {
    if (row === 0 && column === 1) return undefined;
    if (row === 1 && column === 0) return undefined;
    return 6 + (row < 2 ? 0 : (row % 4) - 1.5) - (column === 0 ? 2 : 0);
  });
  const result = calibrate(given, { seed: 3 });
  const [a0, a1] = ["a0", "a1"].map((id) => result.applications.find(({ application }) => application === id));
  expect((a1?.mean ?? 0) - (a0?.mean ?? 0)).toBeCloseTo(1, 9);
  expect(Math.abs((a0?.expectedRank ?? 0) - (a1?.expectedRank ?? 9))).toBeLessThan(1);
  expect(result.assessors[0]).toMatchObject({ assessor: "s0" });
  expect(result.assessors[0]?.strictness).toBeGreaterThan(0.8);
  expect(result.assessors[0]?.interval90[0]).toBeGreaterThan(0);
});

describe("the result does not depend on how scores are written:", () => {
  const base = aPanel(9, 3, (row, column) => ((row * 7 + column * 3) % 6) + 1);
  const plain = calibrate(base, { seed: 5 });
  test("on another scale", () => {
    const scaled = base.map((given) => ({ ...given, score: 20 * (given.score ?? 0) - 11 }));
    for (const { application, expectedRank } of calibrate(scaled, { seed: 5 }).applications)
      expect(expectedRank).toBeCloseTo(rankOf(plain, application), 6);
  });
  test("with the lowest as the best", () => {
    const turned = base.map((given) => ({ ...given, score: 7 - (given.score ?? 0) }));
    for (const { application, expectedRank } of calibrate(turned, { seed: 5, lowerIsBetter: true }).applications)
      expect(expectedRank).toBeCloseTo(rankOf(plain, application), 6);
  });
});

test("a panel that falls apart says so", () => {
  const panels = rows("mock-panels-all").map(([panel, proposal, assessor = "", grade]) => ({
    application: `${panel} ${proposal}`,
    assessor,
    score: Number(grade),
  }));
  const result = calibrate(panels, { seed: 1, lowerIsBetter: true });
  expect(result.groups.map(({ length }) => length)).toEqual([15, 15, 15]);
  expect(result.warnings[0]).toMatch(/^The panel falls into 3 parts \(15, 15, 15 applications\)/);
  expect(one.groups).toHaveLength(1);
  expect(one.warnings).toEqual([]);
});

test("odd panels have an answer: one application, equal scores, nobody scored one, too few", () => {
  const single = calibrate([{ application: "a", assessor: "x", score: 3 }], { seed: 1 });
  expect(single.applications[0]).toMatchObject({ expectedRank: 1, sucra: 1, interval90: [1, 1] });
  const equal = calibrate(
    aPanel(8, 3, () => 4),
    { seed: 1 },
  );
  for (const { expectedRank } of equal.applications) expect(Math.abs(expectedRank - 4.5)).toBeLessThan(0.4);
  const unseen = calibrate([...panelOne, { application: "#16", assessor: "v_1", score: undefined }], { seed: 1 });
  expect(unseen.withoutScores).toEqual(["#16"]);
  expect(unseen.warnings).toEqual(["Without any score, and so without a rank: #16."]);
  expect(
    calibrate(
      aPanel(3, 3, (row) => row),
      { seed: 1 },
    ).warnings[0],
  ).toMatch(/^3 applications are too few/);
});

test.each([
  ["no-scores", [{ application: "a", assessor: "x", score: undefined }]],
  ["not-a-number", [{ application: "a", assessor: "x", score: Number.NaN }]],
  [
    "scored-twice",
    [
      { application: "a", assessor: "x", score: 1 },
      { application: "a", assessor: "x", score: 2 },
    ],
  ],
])("scores that make no sense are refused: %s", (reason, given) => {
  expect(() => calibrate(given, { seed: 1 })).toThrow(expect.objectContaining({ code: `calibration.${reason}` }));
});

test("progress goes up to the end", () => {
  const told: number[] = [];
  calibrate(
    aPanel(8, 2, (row, column) => row + column),
    { seed: 1, onProgress: (part) => told.push(part) },
  );
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});

test("problems of a file are named with line and column", () => {
  const text =
    "application,assessor,score\na,Ann@x.org,4\na,ann@X.org,5\nb,Ann@x.org,four\na,Ann@x.org,3\n,Ann@x.org,3\nc,Ann@x.org\n";
  expect(parsePanelScores(text).problems.map(({ line, column, text: words }) => [line, column, words])).toEqual([
    [3, 2, '"ann@X.org" and "Ann@x.org" on line 2 are two spellings of one e-mail address.'],
    [4, 3, '"four" of Ann@x.org for b is not a number. Leave it empty if no score was given.'],
    [5, 1, "Ann@x.org has scored a on line 2 already."],
    [6, 1, "There is no application id."],
    [7, 3, "The line has 2 cells, not three."],
  ]);
  expect(parsePanelScores("").problems[0]?.text).toBe("The file is empty.");
  expect(parsePanelScores("a,x,3\nb,x,4\n").problems[0]?.text).toContain("must be a header");
  expect(parsePanelScores("a,b,c\na,x,NA\n").problems[0]?.text).toBe("No score was given at all.");
});

test("scores that are noise alone settle too, and no application stands out", () => {
  let state = 12_345;
  const noise = aPanel(40, 6, () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return 1 + Math.floor((6 * state) / 2 ** 32);
  });
  const { applications, certainty } = calibrate(noise, { seed: 1 });
  expect(certainty.settled).toBe(true);
  for (const { expectedRank } of applications) expect(Math.abs(expectedRank - 20.5)).toBeLessThan(10);
});
