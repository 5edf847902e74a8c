/** Hands the number of passed and failed tests of a vitest run to whoever adds up (tally.mjs); nobody: does nothing. */
import { stripVTControlCharacters } from "node:util";
import type { TestError } from "vitest";
import type { Reporter, TestCase, TestModule } from "vitest/node";
import { count, isCounted } from "./tally.mjs";

export const tallyReporter: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    if (!isCounted) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const red = tests.filter((test) => test.result().state === "failed");
    const broken = modules.filter(hasBrokenOutsideOfTests);
    const why = [
      ...red.map(line),
      ...broken.map((module) => `${module.relativeModuleId}: ${told(module.errors())}`),
      ...unhandledErrors.map((error) => `outside of every test: ${told([error])}`),
    ];
    count({
      stage: "tests",
      passed: tests.filter((test) => test.result().state === "passed").length,
      failed: why.length,
      why,
      again: tests.filter((test) => test.diagnostic()?.flaky).map(line),
    });
  },
};

function line(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}: ${told(test.result().errors)}`;
}

/** A file that could not be loaded, or a hook that failed, has no failed test to show for it. */
function hasBrokenOutsideOfTests(module: TestModule): boolean {
  return (
    module.state() === "failed" && ![...module.children.allTests()].some((test) => test.result().state === "failed")
  );
}

/** What went wrong, what was waited for (a browser says it in a line of its own), and where. */
function told(errors: readonly TestError[] | undefined): string {
  const [error] = errors ?? [];
  if (error === undefined) return "no message";
  const [what, ...more] = stripVTControlCharacters(error.message).split("\n");
  const waited = more.find((line) => line.includes("waiting for"))?.trim();
  const at = error.stacks?.find(({ file }) => file.includes("/test/"));
  return [what, waited, at && `${at.file.split("/test/").at(-1)}:${at.line}`].filter(Boolean).join(" · ");
}
