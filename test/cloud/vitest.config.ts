// The tests that hold the emulator to the same contracts as the embedded servers; test/cloud/run.ts starts it and them.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { tallyReporter } from "../tally-reporter.ts";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  cacheDir: "node_modules/.cache/vitest-cloud",
  test: {
    include: ["test/cloud/**/*.test.ts"],
    reporters: ["default", tallyReporter],
    pool: "forks",
    maxWorkers: 1,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
