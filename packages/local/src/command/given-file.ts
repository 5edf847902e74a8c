/** How commands read the files and numbers they are given, and how they say what is wrong with them. */
import { readFileSync } from "node:fs";
import type { CellProblem } from "@multihelix/core/review/assignment/csv-lines.ts";
import { StartError } from "../start-error.ts";

const MOST_TOLD = 20;

export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new StartError(`${file} cannot be read: ${(cause as Error).message}.`, 1, { cause });
  }
}

/** Says where the file is wrong: on stderr for people, on stdout as JSON if that was asked for. @returns the exit code */
export function refuse(file: string, problems: readonly CellProblem[], json: boolean): number {
  if (json) process.stdout.write(`${JSON.stringify({ status: "bad-input", file, problems }, null, 1)}\n`);
  for (const { line, column, text } of problems.slice(0, MOST_TOLD))
    process.stderr.write(`${file}, line ${line}, column ${column}: ${text}\n`);
  if (problems.length > MOST_TOLD) process.stderr.write(`and ${problems.length - MOST_TOLD} more.\n`);
  return 1;
}

export function wholeNumber(name: string, text: string | undefined, least: number): number {
  if (text === undefined) throw new StartError(`Give --${name} with a whole number.`, 1);
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least))
    throw new StartError(`--${name} must be a whole number of at least ${least}, not "${text}".`, 1);
  return value;
}
