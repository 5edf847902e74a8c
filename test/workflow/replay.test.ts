import { readdir, readFile } from "node:fs/promises";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import { taskRules } from "@multihelix/core/task/kind.ts";
import { taskKinds } from "@multihelix/core/task/task.ts";
import { runTask, workflowTasks } from "@multihelix/workflow/registry.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestDeps } from "../fixture/deps.ts";
import { type Recorded, recordedFolder } from "./record-inputs.ts";

/** What a verb opens by itself, no execution ever asks for. */
const routed = taskKinds.filter((kind) => taskRules[kind].alone !== true);
const files = await readdir(recordedFolder);
const recorded = (
  await Promise.all(
    files.map(async (file) => {
      const list = JSON.parse(await readFile(new URL(file, recordedFolder), "utf8")) as Recorded[];
      return list.map((one) => ({ task: file.replace(".json", ""), kind: String(one.input.kind ?? ""), ...one }));
    }),
  )
).flat();

let started: Awaited<ReturnType<typeof startTestDeps>>;
beforeAll(async () => {
  started = await startTestDeps();
});
afterAll(() => started.stop());

describe("an execution that was started under an older definition", () => {
  test.each(recorded)("still finds $task $kind as it was called on $recorded", async ({ task, input }) => {
    // No such case is stored: an input that is understood gets as far as looking for it, or needs none.
    const outcome = await runTask(started.deps, { task, input }).catch((error: unknown) => error);
    const understood = isDomainError(outcome) ? outcome.code : JSON.stringify(outcome);
    expect(["case.not-found", '{"outcome":"asked"}', '{"outcome":"closed"}']).toContain(understood);
  });

  test("has a recorded input for every task and for every kind of person's task", () => {
    expect(new Set(recorded.map(({ task }) => task))).toEqual(new Set(Object.keys(workflowTasks)));
    expect(new Set(recorded.flatMap(({ kind }) => (kind === "" ? [] : [kind])))).toEqual(new Set(routed));
  });

  test("that names a task which never was is told so", async () => {
    const outcome = await runTask(started.deps, { task: "guess", input: {} }).catch((error: unknown) => error);
    expect(isDomainError(outcome, "workflow.unknown-task")).toBe(true);
  });
});
