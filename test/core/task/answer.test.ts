/** Answering a task, and closing it because its case has moved on: one stands, and nothing is left open behind it. */
import type { Case } from "@multihelix/core/application/case.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { type OpenTaskInput, openTask } from "@multihelix/core/task/open-task.ts";
import { taskKeyOf } from "@multihelix/core/task/task.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { staff, sweep, workflow } from "../../fixture/build/actor.ts";
import type { TestDeps } from "../../fixture/deps.ts";
import { opening, storeCase, storePeople } from "../../fixture/stored-case.ts";
import { answer, withdraw } from "../../fixture/task-verbs.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
let store: Store;
let deps: TestDeps;
let one: Case;
beforeEach(async () => {
  ({ store, deps } = world);
  await storePeople(store);
  one = await storeCase(store, { status: "screening" });
});

const screen = (given: Partial<OpenTaskInput> = {}) => opening(one.caseId, "screen", given);
/** As the dispatcher of the workflow's tasks performs it. */
const open = (input: OpenTaskInput, through: Store = store) =>
  perform({ ...deps, store: through }, workflow, `task.open:${deps.digest(input.token)}`, openTask, input);
const task = () => store.get("task", taskKeyOf(screen()));
const letters = () => store.list("letter", { stream: one.caseId });
const mia = staff("mia", "manager", "limburg");

describe("a case that has moved on", () => {
  test("gets no open task: it is recorded as cancelled, nobody is written to, and the workflow is told", async () => {
    one = await storeCase(store, { status: "withdrawn" });
    const approve = opening(one.caseId, "approve", { slot: "limburg" });
    expect(await open(approve)).toEqual({ status: "cancelled" });
    expect(await letters()).toEqual([]);
    expect(await store.tasksHeldBy("role:approver:limburg")).toEqual([]);
    await driveEffects(deps);
    expect(deps.asked.resolved).toEqual([
      { token: approve.token, output: { outcome: "cancelled", round: 1, parks: [], slots: [] } },
    ]);
  });

  test("by withdrawal has its open tasks cancelled in the same commit, and the workflow is told", async () => {
    await open(screen());
    await perform(deps, sweep, "withdraw-1", withdraw, { caseId: one.caseId });
    expect(await task()).toMatchObject({ status: "cancelled", by: "system:sweep" });
    await driveEffects(deps);
    expect(deps.asked.resolved).toMatchObject([{ output: { outcome: "cancelled", round: 1 } }]);
    await expect(perform(deps, mia, "answer-1", answer, { caseId: one.caseId })).rejects.toMatchObject({
      kind: "conflict",
      code: "task.already-answered",
      facts: { status: "cancelled", by: "system:sweep", at: deps.clock.now() },
    });
  });

  test("while the task was being opened leaves none open, whoever commits first", async () => {
    // Withdrawn after the opening has read the case, before it writes.
    const late: Store = {
      ...store,
      commit: async (changes) => {
        if (changes.some(({ op, name }) => op === "create" && name === "task"))
          await perform(deps, sweep, "withdraw-1", withdraw, { caseId: one.caseId });
        return store.commit(changes);
      },
    };
    expect(await open(screen(), late)).toEqual({ status: "cancelled" });
    expect((await store.list("task", { caseId: one.caseId })).map(({ status }) => status)).toEqual(["cancelled"]);
  });

  test("after a task opened that its withdrawal had not read closes that task too", async () => {
    let raced = false;
    const late: Store = {
      ...store,
      commit: async (changes) => {
        if (!raced) {
          raced = true;
          await open(screen());
        }
        return store.commit(changes);
      },
    };
    await perform({ ...deps, store: late }, sweep, "withdraw-1", withdraw, { caseId: one.caseId });
    expect(await store.get("case", { caseId: one.caseId })).toMatchObject({ status: "withdrawn" });
    expect(await task()).toMatchObject({ status: "cancelled" });
  });
});

describe("an answer", () => {
  beforeEach(async () => {
    await open(screen());
  });

  test("given again by the same person is no error and changes nothing; by another it is refused with who and when", async () => {
    expect(await perform(deps, mia, "answer-1", answer, { caseId: one.caseId })).toBe("eligible");
    const before = await task();
    deps.clock.move(60_000);
    expect(await perform(deps, mia, "answer-2", answer, { caseId: one.caseId })).toBe("eligible");
    expect(await task()).toEqual(before);
    await expect(
      perform(deps, staff("max", "manager", "limburg"), "answer-3", answer, { caseId: one.caseId }),
    ).rejects.toMatchObject({
      code: "task.already-answered",
      facts: { by: mia.personId, at: "2026-11-12T09:00:00.000Z", outcome: "eligible" },
    });
  });

  test("of two people at the same instant, one stands and the other is told whose", async () => {
    const max = staff("max", "manager", "limburg");
    let raced = false;
    // Max answers after Mia's answer was decided, before it commits.
    const late: Store = {
      ...store,
      commit: async (changes) => {
        if (!raced) {
          raced = true;
          await perform(deps, max, "answer-2", answer, { caseId: one.caseId });
        }
        return store.commit(changes);
      },
    };
    await expect(
      perform({ ...deps, store: late }, mia, "answer-1", answer, { caseId: one.caseId }),
    ).rejects.toMatchObject({ code: "task.already-answered", facts: { by: max.personId, outcome: "eligible" } });
    expect(await task()).toMatchObject({ status: "answered", by: max.personId });
  });

  test("writes the task, never the case: the answers of many do not stand in each other's way", async () => {
    const before = await store.get("case", { caseId: one.caseId });
    await perform(deps, mia, "answer-1", answer, { caseId: one.caseId });
    expect(await store.get("case", { caseId: one.caseId })).toEqual(before);
  });
});
