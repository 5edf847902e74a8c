/** Hands the number of passed and failed tests of a vitest run to whoever adds up (tally.mjs); nobody: does nothing. */
import type { Reporter, TestModule } from "vitest/node";
import { count, isCounted } from "./tally.mjs";

export const tallyReporter: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    if (!isCounted) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const red = tests.filter((test) => test.result().state === "failed");
    const broken = modules.filter(hasBrokenOutsideOfTests);
    const why = [
      ...red.map((test) => `${test.module.relativeModuleId} > ${test.fullName}: ${firstLine(test.result().errors)}`),
      ...broken.map((module) => `${module.relativeModuleId}: ${firstLine(module.errors())}`),
      ...unhandledErrors.map((error) => `outside of every test: ${firstLine([error])}`),
    ];
    count({
      stage: "tests",
      passed: tests.filter((test) => test.result().state === "passed").length,
      failed: why.length,
      why,
    });
  },
};

/** A file that could not be loaded, or a hook that failed, has no failed test to show for it. */
function hasBrokenOutsideOfTests(module: TestModule): boolean {
  return (
    module.state() === "failed" && ![...module.children.allTests()].some((test) => test.result().state === "failed")
  );
}

function firstLine(errors: readonly { message: string }[] | undefined): string {
  return errors?.[0]?.message.split("\n")[0] ?? "no message";
}
