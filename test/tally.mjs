// The only place that adds up what passed and what failed, over stages that run in processes of their own.
// As a program: `tally.mjs stage NAME COMMAND…` runs and counts a stage, `tally.mjs total` prints the sum.
// Plain Node 20, no dependencies: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `why` has a line for each failure, `again` one for each test that passed at its second try only.
 * @typedef {{ stage: string, passed: number, failed: number, minutes?: number, why?: string[], again?: string[] }} Entry
 */

/** True when somebody above us adds up. */
export const isCounted = process.env.MULTIHELIX_TALLY !== undefined;

/** The file that all processes add to; who counts first makes it, and hands it down in the environment. */
function tally() {
  process.env.MULTIHELIX_TALLY ??= join(mkdtempSync(join(tmpdir(), "multihelix-tally-")), "tally.jsonl");
  return process.env.MULTIHELIX_TALLY;
}

/** @param {Entry} entry */
export function count(entry) {
  appendFileSync(tally(), `${JSON.stringify(entry)}\n`);
}

/**
 * Run a stage to its end. Stages that count tests of their own add them; others, and those that end badly without a
 * failed test to show for it, count as one.
 * @param {string} stage
 * @param {string[]} command
 */
export function runStage(stage, [program = "", ...args]) {
  process.stdout.write(`\n── ${stage}\n`);
  const before = entries();
  const began = Date.now();
  const { status, error } = spawnSync(program, args, { stdio: "inherit" });
  if (error) process.stdout.write(`${error.message}\n`);
  const inside = sum(entries().slice(before.length));
  const bad = status !== 0;
  count({
    stage,
    passed: !bad && inside.passed + inside.failed === 0 ? 1 : 0,
    failed: bad && inside.failed === 0 ? 1 : 0,
    minutes: (Date.now() - began) / 60_000,
    why: bad && inside.failed === 0 ? [`${stage} ended with ${status ?? "no exit code"}`] : [],
  });
}

/** Print what failed and what passed only when tried again, minutes per stage and the sum. @returns {number} the exit code that says the truth */
export function printTotal() {
  const all = entries();
  process.stdout.write("\n");
  for (const line of all.flatMap(({ why }) => why ?? [])) process.stdout.write(`failed: ${line}\n`);
  for (const line of all.flatMap(({ again }) => again ?? []))
    process.stdout.write(`passed at the second try: ${line}\n`);
  for (const { stage, minutes } of all) {
    if (minutes !== undefined) process.stdout.write(`${minutes.toFixed(1).padStart(6)} min  ${stage}\n`);
  }
  if (!isCounted) rmSync(dirname(tally()), { recursive: true });
  const { passed, failed } = sum(all);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** @returns {Entry[]} */
function entries() {
  try {
    const lines = readFileSync(tally(), "utf8").trim().split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** @param {Entry[]} list */
function sum(list) {
  return list.reduce((all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [verb, stage = "", ...command] = process.argv.slice(2);
  if (verb === "stage") runStage(stage, command);
  else process.exitCode = printTotal();
}
