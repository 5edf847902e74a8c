/** The only place that runs one named test in a house and says how it went. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** `broken`: the test did not run at all, so that it says nothing about the guarantee. */
export type Outcome = "green" | "red" | "broken";

interface Report {
  testResults: { assertionResults: { status: string }[] }[];
}

const LONGEST_MS = 420_000;

/** @param test `path -t name` or a path, from the root. */
export function runTest(root: string, test: string): Outcome {
  const [path = "", name] = test.split(" -t ");
  const report = join(root, "sabotage-report.json");
  rmSync(report, { force: true });
  const options = ["--config", "test/vitest.config.ts", "--reporter=json", `--outputFile=${report}`];
  const only = name === undefined ? [] : ["-t", name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")];
  spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...options, path, ...only], {
    cwd: root,
    stdio: "ignore",
    timeout: LONGEST_MS,
  });
  if (!existsSync(report)) return "broken";
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
  const states = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  if (states.includes("failed")) return "red";
  return states.includes("passed") ? "green" : "broken";
}
