// The only place that names the tests that take a whole product to its limits: killed, restored, told a year, asked every
// question as everybody. As a program (`npm run test:whole`) it runs them; `npm test` leaves them out. Plain Node 20.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const wholeTests = [
  "test/reliability/**",
  "test/api/worlds.test.ts",
  "test/api/permission.test.ts",
  "test/api/first-day.test.ts",
  "test/api/interference.test.ts",
  "test/local/told.test.ts",
  "test/model/ledger.test.ts",
  // Stories of one matter over HTTP that take the longest; the others stay with `npm test`.
  "test/api/alike-approval.test.ts",
  "test/api/asked-provider.test.ts",
  "test/api/declined.test.ts",
  "test/api/import.test.ts",
  "test/api/import-aid.test.ts",
  "test/api/import-use.test.ts",
  "test/api/merge.test.ts",
  "test/api/release-run.test.ts",
  "test/api/scope.test.ts",
  "test/api/superseded-ranking.test.ts",
  "test/api/thread.test.ts",
  "test/api/translation-service.test.ts",
  "test/api/waiver.test.ts",
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folders = wholeTests.map((glob) => glob.replace("**", ""));
  const command = ["vitest", "run", "--config", "test/vitest.config.ts", ...folders];
  process.exitCode = spawnSync("npx", command, { stdio: "inherit" }).status ?? 1;
}
