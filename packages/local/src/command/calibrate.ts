/** `multihelix calibrate`: expected ranks of a panel with their uncertainty, from a file of scores. */
import { parseArgs } from "node:util";
import { type Calibration, calibrate as calibratePanel } from "@multihelix/core/review/calibration/calibrate.ts";
import { parsePanelScores } from "@multihelix/core/review/calibration/scores-csv.ts";
import { StartError } from "../start-error.ts";
import { readText, refuse, wholeNumber } from "./given-file.ts";
import type { Command } from "./list.ts";
import { progressLine } from "./progress.ts";

const help = `multihelix calibrate --scores FILE [options]

  --scores FILE          CSV: a header, then application, assessor, score by position;
                         an empty score (or NA, conflict, not-assessable, out-of-scope) counts as not given
  --lower-is-better      the best score is the lowest
  --seed N               the same seed gives the same result (default 0)
  --json                 print one JSON object

Expected rank (1 is best), SUCRA, intervals of the rank, and how strict each assessor is. Exit code: 0, or 1 for bad
input (with line and column).
`;

export const calibrate: Command = {
  summary: "rank a panel's applications by calibrated scores",
  run(words) {
    const began = performance.now();
    const values = parse(words);
    if (values.help === true) {
      process.stdout.write(help);
      return Promise.resolve(0);
    }
    if (values.scores === undefined) throw new StartError(`Give the scores with --scores FILE.\n\n${help}`, 1);
    const seed = wholeNumber("seed", values.seed ?? "0", 0);
    const json = values.json === true;
    const { scores, problems } = parsePanelScores(readText(values.scores));
    if (scores === undefined) return Promise.resolve(refuse(values.scores, problems, json));
    const progress = progressLine("Calibrating");
    const lowerIsBetter = values["lower-is-better"] === true;
    const result = calibratePanel(scores, { seed, lowerIsBetter, onProgress: progress.at });
    progress.end();
    const seconds = Number(((performance.now() - began) / 1000).toFixed(3));
    if (json) process.stdout.write(`${JSON.stringify({ ...result, seed, lowerIsBetter, seconds }, null, 1)}\n`);
    else process.stdout.write(tableOf(result));
    for (const warning of result.warnings) process.stderr.write(`${warning}\n`);
    return Promise.resolve(0);
  },
};

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        scores: { type: "string" },
        "lower-is-better": { type: "boolean" },
        seed: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (cause) {
    throw new StartError(`${(cause as Error).message}\n\n${help}`, 1, { cause });
  }
}

function tableOf({ applications, assessors }: Calibration): string {
  const width = Math.max(11, ...applications.map(({ application }) => application.length));
  const span = ([low, high]: [number, number], digits = 0) => `${low.toFixed(digits)} to ${high.toFixed(digits)}`;
  const rows = applications.map(
    ({ application, mean, expectedRank, sucra, interval50, interval90 }) =>
      `${application.padEnd(width)}  ${mean.toFixed(2).padStart(8)}  ${expectedRank.toFixed(2).padStart(6)}  ${sucra.toFixed(2)}   ${span(interval50).padEnd(12)}  ${span(interval90)}`,
  );
  const strict = assessors.map(
    ({ assessor, strictness, interval90 }) => `${assessor}: ${strictness.toFixed(2)} (90 %: ${span(interval90, 2)})`,
  );
  const head = `${"application".padEnd(width)}      mean      ER  SUCRA  50 %          90 %`;
  return `${head}\n${rows.join("\n")}\n\nStrictness, in points (above 0: harder than the panel)\n${strict.join("\n")}\n`;
}
