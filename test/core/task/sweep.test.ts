/** The sweep under a clock that jumps, silence that meets an answer, and tasks that cannot be swept. */
import type { Case } from "@multihelix/core/application/case.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { openTask } from "@multihelix/core/task/open-task.ts";
import { sweep } from "@multihelix/core/task/sweep.ts";
import { type Task, taskKeyOf } from "@multihelix/core/task/task.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { workflow } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import type { TestDeps } from "../../fixture/deps.ts";
import { lettersOf, openScreening, taskOf } from "../../fixture/screening-task.ts";
import { opening, storeCase, storePeople } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const hour = 3_600_000;
const world = testWorld();
let store: Store;
let deps: TestDeps;
let one: Case;
beforeEach(async () => {
  ({ store, deps } = world);
  await storePeople(store);
  one = await storeCase(store, { status: "screening" });
});

const screening = () => openScreening(deps, one);
const letters = () => lettersOf(deps, one);

describe("a clock that jumps", () => {
  const instants = ["2026-11-17T22:59:59Z", "2026-11-24T22:59:59Z"];

  test("an hour back and forth around each deadline fires each once", async () => {
    await screening();
    for (const instant of instants) {
      for (const shift of [-hour, 0, hour, 0, -hour, hour]) {
        deps.clock.move(instant);
        deps.clock.move(shift);
        await sweep(deps);
      }
    }
    expect(await letters()).toEqual(["reminder mia@example.org", "escalation sam@example.org"]);
  });

  test("back between looking and deciding loses no deadline: the step is done when its time has come again", async () => {
    const task = await screening();
    deps.clock.move("2026-11-17T22:59:59Z");
    const jumping: Store = {
      ...store,
      dueTasks: async (now, limit) => {
        const due = await store.dueTasks(now, limit);
        deps.clock.move(-hour);
        return due;
      },
    };
    expect(await sweep({ ...deps, store: jumping })).toEqual({
      reminded: 0,
      escalated: 0,
      timedOut: 0,
      failed: 0,
      more: false,
    });
    expect(await taskOf(deps, task)).toMatchObject({ remindersSent: 0, nextAt: task.nextAt });
    deps.clock.move(hour);
    expect(await sweep(deps)).toMatchObject({ reminded: 1 });
    expect(await letters()).toEqual(["reminder mia@example.org"]);
  });

  test("through the hour that comes twice in autumn fires what was due in it once", async () => {
    deps.clock.move("2026-10-14T09:00:00Z");
    const task = await screening();
    const key = taskKeyOf(task);
    await store.commit([
      {
        op: "patch",
        name: "task",
        key,
        set: { reminders: [at("2026-10-25T00:30:00Z")], nextAt: at("2026-10-25T00:30:00Z") },
        when: {},
      },
    ]);
    for (let minutes = 0; minutes <= 180; minutes += 10) {
      deps.clock.move("2026-10-24T23:30:00Z");
      deps.clock.move(minutes * 60_000);
      await sweep(deps);
    }
    expect(await letters()).toEqual(["reminder mia@example.org"]);
  });
});

describe("silence", () => {
  async function declaring(): Promise<Task> {
    one = await storeCase(store, { status: "in-review" });
    await store.commit([
      {
        op: "create",
        name: "slot",
        value: aSlot({ caseId: one.caseId, reviewerId: idOf("per", "abe"), status: "invited", version: 0 }),
      },
    ]);
    const input = opening(one.caseId, "declare", { slot: "r1" });
    await perform(deps, workflow, "open-declare", openTask, input);
    return taskOf(deps, input);
  }

  test("becomes an answer once its time is over, once, and the workflow is told", async () => {
    const task = await declaring();
    deps.clock.move(task.timeOut ?? "");
    await Promise.all([sweep(deps), sweep(deps), sweep(deps)]);
    await sweep(deps);
    expect(await taskOf(deps, task)).toMatchObject({
      status: "timed-out",
      answer: { outcome: "silent", round: 1 },
      by: "system:sweep",
      at: task.timeOut,
    });
    await driveEffects(deps);
    expect(deps.asked.resolved).toMatchObject([{ token: task.token, output: { outcome: "silent", round: 1 } }]);
    const events = (await store.list("event", { stream: one.caseId })).map(({ type }) => type);
    expect(events.filter((type) => type === "task.timed-out")).toHaveLength(1);
  });

  test("and an answer at the same instant: one stands, and the sweep moves on", async () => {
    const task = await declaring();
    deps.clock.move(task.timeOut ?? "");
    const late: Store = {
      ...store,
      commit: async (changes) => {
        if (
          changes.some((change) => change.op === "patch" && change.name === "task" && change.set.status === "timed-out")
        ) {
          await store.commit([
            {
              op: "patch",
              name: "task",
              key: taskKeyOf(task),
              set: { status: "answered", nextAt: undefined, answer: { outcome: "accepted", round: 1 }, by: "per_x" },
              when: { status: "open" },
            },
          ]);
        }
        return store.commit(changes);
      },
    };
    expect(await sweep({ ...deps, store: late })).toMatchObject({ failed: 0 });
    expect(await taskOf(deps, task)).toMatchObject({ status: "answered", by: "per_x" });
  });

  test("is not told before its time, not even to a sweep whose list is wrong", async () => {
    const task = await declaring();
    const wrong: Store = { ...store, dueTasks: async () => [task] };
    expect(await sweep({ ...deps, store: wrong })).toMatchObject({ timedOut: 0, failed: 0 });
    expect(await taskOf(deps, task)).toMatchObject({ status: "open" });
  });
});

describe("a task that cannot be swept", () => {
  test("is logged, looked at again five minutes later, and does not hold the others up", async () => {
    // Tasks of a park that no network file knows: their letters cannot be written.
    const orphan = (round: number) =>
      aTask("screen", {
        caseId: one.caseId,
        round,
        nextAt: at("2026-11-10T00:00:00Z"),
        reminders: [at("2026-11-10T00:00:00Z")],
        holder: { kind: "role", role: "manager", parkId: "atlantis" },
      });
    const manager = {
      role: "manager",
      scope: "atlantis",
      personId: idOf("per", "mia"),
      grantId: idOf("rgr", "x"),
      substitute: false,
      version: 0,
    } as const;
    await store.commit([
      { op: "create", name: "roleHolder", value: manager },
      ...[2, 3, 4].map((round) => ({ op: "create" as const, name: "task" as const, value: orphan(round) })),
    ]);
    await screening();
    deps.clock.move("2026-11-18T08:00:00Z");
    expect(await sweep(deps, 3)).toMatchObject({ failed: 3, reminded: 0, more: true });
    expect(await sweep(deps, 3)).toMatchObject({ failed: 0, reminded: 1, more: false });
    expect(deps.log.lines.filter(({ event }) => event === "sweep.failed")).toHaveLength(3);
    expect(await taskOf(deps, orphan(2))).toMatchObject({
      status: "open",
      nextAt: "2026-11-18T08:05:00.000Z",
      reminders: ["2026-11-10T00:00:00.000Z"],
      due: orphan(2).due,
    });
    deps.clock.move(5 * 60_000);
    expect(await sweep(deps, 3)).toMatchObject({ failed: 3 });
  });
});
