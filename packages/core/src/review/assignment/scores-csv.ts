/** Reads the matrix of scores that outsiders bring: reviewers down, applications across, an empty cell a HARD conflict. */
import { type CellProblem, csvLines, numberIn, spelledOnce } from "./csv-lines.ts";
import { HARD } from "./problem.ts";

export interface ScoreMatrix {
  readonly reviewers: readonly string[];
  readonly applications: readonly string[];
  /** Row by row; `HARD` where the cell is empty. */
  readonly scores: Float64Array;
}

/** First row `reviewer,<application ids>`, first column reviewer ids. All problems there are; the matrix only without any. */
export function parseScores(text: string): { matrix?: ScoreMatrix; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const [header, ...rows] = csvLines(text);
  if (header === undefined) return { problems: [{ line: 1, column: 1, text: "The file is empty." }] };
  const say = (line: number, column: number, sentence: string) => problems.push({ line, column, text: sentence });
  const applications = header.cells.slice(1).map((id) => id.normalize("NFC"));
  if (!/^(reviewer.*)?$/i.test(header.cells[0] ?? ""))
    say(
      header.line,
      1,
      `The first row must be "reviewer" and the application ids, not "${header.cells[0]}" and so on.`,
    );
  if (applications.length === 0) say(header.line, 2, "There is no application in the first row.");
  if (rows.length === 0) say(header.line + 1, 1, "There is no reviewer below the first row.");
  checkIds(
    applications.map((id, at) => ({ id, line: header.line, column: at + 2 })),
    "application",
    problems,
  );
  const reviewers = rows.map(({ cells }) => (cells[0] ?? "").normalize("NFC"));
  checkIds(
    rows.map(({ line }, at) => ({ id: reviewers[at] ?? "", line, column: 1 })),
    "reviewer",
    problems,
  );
  const across = applications.length;
  const scores = new Float64Array(rows.length * across).fill(HARD);
  for (const [at, { line, cells }] of rows.entries()) {
    if (cells.length !== across + 1) {
      const column = Math.min(cells.length, across + 1) + 1;
      say(
        line,
        column,
        `The line has ${cells.length} cells, the first row ${across + 1}. An empty cell is a conflict.`,
      );
      continue;
    }
    for (let column = 1; column <= across; column++) {
      const cell = cells[column] as string;
      if (cell === "") continue;
      const score = numberIn(cell);
      if (score !== undefined) scores[at * across + column - 1] = score;
      else say(line, column + 1, notANumber(cell, reviewers[at] ?? "", applications[column - 1] ?? ""));
    }
  }
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
  return { matrix: { reviewers, applications, scores }, problems };
}

function notANumber(cell: string, reviewer: string, application: string): string {
  const advice = /^[+-]?\d+,\d+$/.test(cell)
    ? "Write decimals with a point."
    : "Write a number, or leave the cell empty for a conflict.";
  return `"${cell}" of ${reviewer} for ${application} is not a number. ${advice}`;
}

interface IdAt {
  readonly id: string;
  readonly line: number;
  readonly column: number;
}

/** Ids must be there, and distinct; two spellings of one e-mail address are one person. */
export function checkIds(ids: readonly IdAt[], noun: string, problems: CellProblem[]): void {
  const seen = new Map<string, IdAt>();
  for (const one of ids) {
    const { id, line, column } = one;
    if (id === "") {
      problems.push({ line, column, text: `There is no ${noun} id.` });
      continue;
    }
    const earlier = seen.get(spelledOnce(id));
    if (earlier === undefined) seen.set(spelledOnce(id), one);
    else {
      const where = earlier.line === line ? `in column ${earlier.column}` : `on line ${earlier.line}`;
      const text =
        earlier.id === id
          ? `The ${noun} "${id}" stands ${where} already.`
          : `"${id}" and "${earlier.id}" ${where} are two spellings of one e-mail address: one person, one ${noun}.`;
      problems.push({ line, column, text });
    }
  }
}
