/** Delivering answers to the workflow, and mending a workflow that was lost: "closed" is believed only after reading the record. */

import type { Case } from "@multihelix/core/application/case.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { reconcileCase } from "@multihelix/core/effect/handler/reconcile-case.ts";
import { resolveTask } from "@multihelix/core/effect/handler/resolve-task.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { askReconciler } from "@multihelix/core/task/ask-reconciler.ts";
import { type Task, taskKeyOf } from "@multihelix/core/task/task.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { workflow as workflowActor } from "../../fixture/build/actor.ts";
import { at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { freshStore, type TestDeps, testDeps } from "../../fixture/deps.ts";
import { startTestStore, type TestStore } from "../../fixture/store.ts";
import { storeCase } from "../../fixture/stored-case.ts";

let server: TestStore;
let store: Store;
let deps: TestDeps;
let one: Case;
let first: string;

beforeAll(async () => {
  server = await startTestStore();
});
afterAll(() => server.stop());
beforeEach(async () => {
  store = await freshStore(server.client);
  deps = testDeps(store);
  one = await storeCase(store, { status: "approving" });
  first = `${one.caseId}-1`;
});

async function answered(given: Partial<Task> = {}): Promise<Task> {
  const task = aTask("approve", {
    caseId: one.caseId,
    slot: "limburg",
    status: "answered",
    answer: { outcome: "approve", round: 1 },
    by: "per_x",
    at: at("2026-11-12T08:59:00Z"),
    token: "token-1",
    execution: first,
    ...given,
  });
  await store.commit([{ op: "create", name: "task", value: task }]);
  return task;
}
const deliver = (task: Task) => resolveTask(deps, { kind: "resolve-task", task: taskKeyOf(task) });
const restarts = async () => (await store.get("case", { caseId: one.caseId }))?.restarts;
const running = (name: string) => deps.workflow.executions.set(name, "running");

describe("an answer", () => {
  test("is delivered with the record's token and answer", async () => {
    await deliver(await answered());
    expect(deps.asked.resolved).toEqual([{ token: "token-1", output: { outcome: "approve", round: 1 } }]);
  });

  test("of an open task, or of one whose workflow has not arrived yet, is not delivered", async () => {
    await deliver(await answered({ status: "open" }));
    const early = aTask("screen", { caseId: one.caseId, status: "answered" });
    delete early.token;
    await store.commit([{ op: "create", name: "task", value: early }]);
    await deliver(early);
    expect(deps.asked.resolved).toEqual([]);
  });

  test("delivered twice is delivered once, and the running workflow is left alone", async () => {
    const task = await answered();
    running(first);
    await deliver(task);
    await deliver(task);
    expect(deps.asked.resolved).toHaveLength(1);
    expect(await restarts()).toBe(0);
  });

  test("whose reply was lost is delivered once; the second try finds it closed and is done", async () => {
    const task = await answered();
    running(first);
    deps.workflow.after = () => Promise.reject(new Error("connection lost"));
    await expect(deliver(task)).rejects.toThrow("connection lost");
    deps.workflow.after = () => undefined;
    await deliver(task);
    expect(deps.asked.resolved).toHaveLength(1);
    expect(await restarts()).toBe(0);
  });

  test("whose token was replaced while it was on its way is tried again with the new one", async () => {
    const task = await answered();
    deps.workflow.closed.add("token-1");
    deps.workflow.before = async (call) => {
      if (call !== "resolve") return;
      deps.workflow.before = () => undefined;
      await store.commit([{ op: "patch", name: "task", key: taskKeyOf(task), set: { token: "token-2" }, when: {} }]);
    };
    await expect(deliver(task)).rejects.toMatchObject({ kind: "unavailable", code: "task.token-changed" });
    await deliver(task);
    expect(deps.asked.resolved).toEqual([{ token: "token-2", output: { outcome: "approve", round: 1 } }]);
  });
});

describe("a closed token", () => {
  test("of an execution that is gone restarts the case once, however many answers found it closed", async () => {
    const tasks = [
      await answered(),
      await answered({ slot: "lund", token: "token-2" }),
      await answered({ slot: "wales", token: "token-3" }),
    ];
    for (const { token } of tasks) deps.workflow.closed.add(token ?? "");
    await Promise.all(tasks.map(deliver));
    expect(await restarts()).toBe(1);
    await driveEffects(deps);
    expect(deps.asked.started.map(({ executionName, input }) => [executionName, input["from"]])).toEqual([
      [`${first}-r1`, "Approvals"],
    ]);
    await Promise.all(tasks.map(deliver));
    expect(await restarts()).toBe(1);
  });

  test("of an execution that was replaced meanwhile is no reason to replace its successor, started or not", async () => {
    const task = await answered({ token: "old" });
    deps.workflow.closed.add("old");
    await store.commit([{ op: "patch", name: "case", key: { caseId: one.caseId }, set: { restarts: 1 }, when: {} }]);
    await deliver(task);
    expect(await restarts()).toBe(1);
    expect(await store.dueEffects("2030", 10)).toEqual([]);
  });

  test("of the last step of selection does not restart the use of the voucher that just begins", async () => {
    const release = aTask("release", {
      caseId: one.caseId,
      status: "answered",
      answer: { outcome: "released", round: 1 },
      token: "r",
      execution: first,
    });
    await store.commit([
      { op: "create", name: "task", value: release },
      { op: "patch", name: "case", key: { caseId: one.caseId }, set: { status: "issued" }, when: {} },
    ]);
    deps.workflow.closed.add("r");
    await deliver(release);
    expect(await restarts()).toBe(0);
  });

  test.each(["withdrawn", "redeemed", "claim-refused"] as const)(
    "of a case that is %s is the end of it",
    async (status) => {
      const task = await answered();
      deps.workflow.closed.add("token-1");
      await store.commit([{ op: "patch", name: "case", key: { caseId: one.caseId }, set: { status }, when: {} }]);
      await deliver(task);
      expect(await restarts()).toBe(0);
    },
  );
});

describe("an execution that gives up", () => {
  const giveUp = (execution: string) =>
    perform(deps, workflowActor, `gave-up-${execution}`, askReconciler, { caseId: one.caseId, attempt: 1, execution });

  test("is replaced at once, though it still runs while it asks, and what is left of it is stopped", async () => {
    running(first);
    await giveUp(first);
    for (let round = 0; round < 3; round++) await driveEffects(deps);
    expect(await restarts()).toBe(1);
    expect(deps.asked.started.map(({ executionName }) => executionName)).toEqual([`${first}-r1`]);
    expect(deps.asked.stopped.map(({ executionName }) => executionName)).toEqual([first]);
  });

  test("asked by several of its parts is replaced once", async () => {
    running(first);
    await Promise.all([giveUp(first), giveUp(first), giveUp(first)]);
    for (let round = 0; round < 3; round++) await driveEffects(deps);
    expect(await restarts()).toBe(1);
  });

  test("but was replaced already is left to rest", async () => {
    await giveUp(first);
    for (let round = 0; round < 3; round++) await driveEffects(deps);
    await reconcileCase(deps, { kind: "reconcile-case", caseId: one.caseId, failed: first });
    expect(await restarts()).toBe(1);
  });

  test("again and again is restarted ever more slowly, with an alarm", async () => {
    const waited: number[] = [];
    for (let restart = 0; restart < 6; restart++) {
      const name = restart === 0 ? first : `${first}-r${restart}`;
      await reconcileCase(deps, { kind: "reconcile-case", caseId: one.caseId, failed: name });
      const start = (await store.dueEffects("2030", 50)).find(
        ({ body }) => body.kind === "start-execution" && body.executionName === `${first}-r${restart + 1}`,
      );
      waited.push((Date.parse(start?.dueAt ?? "") - Date.parse(deps.clock.now())) / 1000);
    }
    expect(waited).toEqual([0, 15, 30, 60, 120, 240]);
    expect(deps.log.lines.filter(({ event }) => event === "case.restarted-often")).toHaveLength(3);
  });
});
