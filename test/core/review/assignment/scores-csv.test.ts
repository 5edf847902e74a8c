import { parseScores } from "@multihelix/core/review/assignment/scores-csv.ts";
import { expect, test } from "vitest";

const problemsOf = (text: string) =>
  parseScores(text).problems.map(({ line, column, text: words }) => [line, column, words]);

test("a matrix is read with conflicts where cells are empty, from commas, semicolons, quotation marks and a byte order mark", () => {
  const wanted = {
    reviewers: ["r1", "r2"],
    applications: ["a", "b"],
    scores: new Float64Array([0.5, Number.NaN, -2, 1e3]),
  };
  expect(parseScores("reviewer,a,b\nr1,0.5,\nr2,-2,1e3\n").matrix).toEqual(wanted);
  expect(parseScores('\ufeffReviewer;a;"b"\r\n"r1"; 0.5 ;\r\n\r\nr2;-2;1e3').matrix).toEqual(wanted);
});

test("cells that are no numbers are named with line and column, and how to mend them", () => {
  expect(problemsOf("reviewer,a,b\nr1,x,1\nr2,NaN,0x10\n")).toEqual([
    [2, 2, '"x" of r1 for a is not a number. Write a number, or leave the cell empty for a conflict.'],
    [3, 2, '"NaN" of r2 for a is not a number. Write a number, or leave the cell empty for a conflict.'],
    [3, 3, '"0x10" of r2 for b is not a number. Write a number, or leave the cell empty for a conflict.'],
  ]);
  expect(problemsOf("reviewer;a\nr1;0,5\n")[0]?.[2]).toContain("Write decimals with a point.");
});

test("ids must be there and distinct, and two spellings of one e-mail address are one reviewer", () => {
  expect(problemsOf("reviewer,a,a\nann@x.org,1,1\nAnn@X.org,1,1\n,1,1\nann@x.org,1,1\n")).toEqual([
    [1, 3, 'The application "a" stands in column 2 already.'],
    [3, 1, '"Ann@X.org" and "ann@x.org" on line 2 are two spellings of one e-mail address: one person, one reviewer.'],
    [4, 1, "There is no reviewer id."],
    [5, 1, 'The reviewer "ann@x.org" stands on line 2 already.'],
  ]);
});

test("lines of another length, a missing header and an empty file are named", () => {
  expect(problemsOf("reviewer,a,b\nr1,1\nr2,1,2,3\n")).toEqual([
    [2, 3, "The line has 2 cells, the first row 3. An empty cell is a conflict."],
    [3, 4, "The line has 4 cells, the first row 3. An empty cell is a conflict."],
  ]);
  expect(problemsOf("r1,1,2\nr2,1,2\n")[0]).toEqual([1, 1, expect.stringContaining('must be "reviewer"')]);
  expect(problemsOf("")).toEqual([[1, 1, "The file is empty."]]);
  expect(problemsOf("reviewer,a\n")).toEqual([[2, 1, "There is no reviewer below the first row."]]);
});
