/** Reads the scores that outsiders bring: a header, then application, assessor and score by position. */
import { type CellProblem, csvLines, numberIn, spelledOnce } from "../assignment/csv-lines.ts";
import type { GivenScore } from "./panel.ts";

/** What stands for a score that was not given. It is left out, and never counts as a number. */
const NOT_GIVEN = new Set([
  "",
  "-",
  "na",
  "n/a",
  "nan",
  "null",
  "conflict",
  "not-assessable",
  "out-of-scope",
  "not assessable",
  "out of scope",
]);

/** All problems there are; the scores only without any. Further columns are ignored. */
export function parsePanelScores(text: string): { scores?: GivenScore[]; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const say = (line: number, column: number, sentence: string) => problems.push({ line, column, text: sentence });
  const [header, ...rows] = csvLines(text);
  if (header === undefined) return { problems: [{ line: 1, column: 1, text: "The file is empty." }] };
  if (header.cells.length < 3)
    say(header.line, header.cells.length, "The first row must name three columns: application, assessor, score.");
  else if (numberIn(header.cells[2] ?? "") !== undefined)
    say(header.line, 3, `The first row must be a header, but its third cell is the number ${header.cells[2]}.`);
  if (rows.length === 0) say(header.line + 1, 1, "There is no score below the first row.");
  const scores: GivenScore[] = [];
  const lines = new Map<string, number>();
  const spellings = new Map<string, { assessor: string; line: number }>();
  for (const { line, cells } of rows) {
    const [application = "", assessor = "", cell = ""] = cells.map((one) => one.normalize("NFC"));
    if (cells.length < 3) say(line, cells.length + 1, `The line has ${cells.length} cells, not three.`);
    if (application === "") say(line, 1, "There is no application id.");
    if (assessor === "") say(line, 2, "There is no assessor id.");
    if (cells.length < 3 || application === "" || assessor === "") continue;
    const known = spellings.get(spelledOnce(assessor)) ?? { assessor, line };
    spellings.set(spelledOnce(assessor), known);
    if (known.assessor !== assessor)
      say(
        line,
        2,
        `"${assessor}" and "${known.assessor}" on line ${known.line} are two spellings of one e-mail address.`,
      );
    const earlier = lines.get(`${application}\n${assessor}`);
    if (earlier !== undefined) say(line, 1, `${assessor} has scored ${application} on line ${earlier} already.`);
    lines.set(`${application}\n${assessor}`, earlier ?? line);
    const score = numberIn(cell);
    if (score === undefined && !NOT_GIVEN.has(cell.toLowerCase()))
      say(
        line,
        3,
        `"${cell}" of ${assessor} for ${application} is not a number. Leave it empty if no score was given.`,
      );
    scores.push({ application, assessor, score });
  }
  if (problems.length === 0 && scores.every(({ score }) => score === undefined))
    say(header.line + 1, 3, "No score was given at all.");
  return problems.length > 0 ? { problems } : { scores, problems };
}
