// The only place that says how tests are run: which files, in how many processes, for how long.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { tallyReporter } from "./tally-reporter.ts";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  cacheDir: "node_modules/.cache/vitest",
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    // Browser and cloud tests need machines of their own and have their own scripts.
    exclude: ["test/browser/**", "test/cloud/**", "test/architecture/fixture/**", "**/node_modules/**"],
    reporters: ["default", tallyReporter],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    passWithNoTests: false,
  },
});
