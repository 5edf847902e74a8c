// The only place that says how tests are run: which files, in how many processes, for how long.
import { fileURLToPath } from "node:url";
import { defineConfig, type TestUserConfig } from "vitest/config";
import { tallyReporter } from "./tally-reporter.ts";

/** By `--mode`: browser and cloud tests start whole systems, so they have their own scripts and run one by one. */
const kinds: Record<string, TestUserConfig> = {
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/{browser,cloud}/**", "test/architecture/fixture/**"],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
  browser: {
    include: ["test/browser/**/*.test.ts"],
    globalSetup: "test/browser/browser.ts",
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A busy machine can starve a browser for a while. What passes only then is named at the end (tally-reporter.ts).
    retry: 1,
    expect: { poll: { timeout: 10_000 } },
  },
  cloud: { include: ["test/cloud/**/*.test.ts"], maxWorkers: 1, testTimeout: 300_000, hookTimeout: 300_000 },
};

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL("..", import.meta.url)),
  cacheDir: "node_modules/.cache/vitest",
  test: {
    ...kinds[mode],
    reporters: ["default", tallyReporter],
    pool: "forks",
    restoreMocks: true,
    passWithNoTests: false,
  },
}));
