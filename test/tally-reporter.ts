/** Hands the number of passed and failed tests of a vitest run to whoever adds up (tally.mjs); nobody: does nothing. */
import type { Reporter, TestModule } from "vitest/node";
import { count, isCounted } from "./tally.mjs";

export const tallyReporter: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    if (!isCounted) return;
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const failed = states.filter((state) => state === "failed").length;
    count({
      stage: "tests",
      passed: states.filter((state) => state === "passed").length,
      failed: failed + modules.filter(hasBrokenOutsideOfTests).length + unhandledErrors.length,
    });
  },
};

/** A file that could not be loaded, or a hook that failed, has no failed test to show for it. */
function hasBrokenOutsideOfTests(module: TestModule): boolean {
  return (
    module.state() === "failed" && ![...module.children.allTests()].some((test) => test.result().state === "failed")
  );
}
