/** Reminders and escalations: each once, to the right people, however many sweep. */
import type { Case } from "@multihelix/core/application/case.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { fallDue, fallDueKey } from "@multihelix/core/task/fall-due.ts";
import { sweep } from "@multihelix/core/task/sweep.ts";
import { taskKeyOf } from "@multihelix/core/task/task.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { sweep as sweeper } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import type { TestDeps } from "../../fixture/deps.ts";
import { lettersOf, openScreening, taskOf } from "../../fixture/screening-task.ts";
import { storeCase, storePeople } from "../../fixture/stored-case.ts";
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

const screening = () => openScreening(deps, one);
const letters = () => lettersOf(deps, one);
const sweepAt = (time: string) => {
  deps.clock.move(time);
  return sweep(deps);
};

describe("a reminder", () => {
  test("goes to those who are asked, when it is due and not before, and the task stays open", async () => {
    const task = await screening();
    expect(await sweepAt("2026-11-17T22:59:58Z")).toMatchObject({ reminded: 0 });
    expect(await sweepAt("2026-11-17T22:59:59Z")).toMatchObject({ reminded: 1, escalated: 0, timedOut: 0, failed: 0 });
    expect(await letters()).toEqual(["reminder mia@example.org"]);
    expect(await taskOf(deps, task)).toMatchObject({
      status: "open",
      reminders: [],
      remindersSent: 1,
      due: task.due,
      nextAt: task.escalations[0],
    });
  });

  test("goes out once, though ten sweep at a time and again", async () => {
    await screening();
    deps.clock.move("2026-11-18T08:00:00Z");
    await Promise.all(Array.from({ length: 10 }, () => sweep(deps)));
    await sweep(deps);
    expect(await letters()).toEqual(["reminder mia@example.org"]);
  });

  test("that nobody swept for weeks goes out once, as the escalations that are due by then", async () => {
    const task = await screening();
    await sweepAt("2026-12-20T08:00:00Z");
    await sweep(deps);
    expect((await letters()).toSorted()).toEqual(["escalation sam@example.org", "escalation sia@example.org"]);
    expect(await taskOf(deps, task)).toMatchObject({ remindersSent: 0, escalated: 2 });
    expect((await taskOf(deps, task)).nextAt).toBeUndefined();
  });

  test("is not sent for a task that was answered before", async () => {
    const task = await screening();
    await store.commit([
      { op: "patch", name: "task", key: taskKeyOf(task), set: { status: "answered", nextAt: undefined }, when: {} },
    ]);
    await sweepAt("2026-11-18T08:00:00Z");
    expect(await letters()).toEqual([]);
  });
});

describe("an escalation", () => {
  test("goes to the substitute of the role; the task stays with its holder", async () => {
    const task = await screening();
    await sweepAt("2026-11-18T08:00:00Z");
    expect(await sweepAt("2026-11-24T22:59:59Z")).toMatchObject({ escalated: 1 });
    expect(await letters()).toEqual(["reminder mia@example.org", "escalation sam@example.org"]);
    expect(await taskOf(deps, task)).toMatchObject({ status: "open", escalated: 1, holder: task.holder });
  });

  test("goes on to the network's secretary a working week later, in case the substitute is silent too", async () => {
    const task = await screening();
    await sweepAt("2026-11-24T22:59:59Z");
    expect(await sweepAt("2026-12-01T22:59:59Z")).toMatchObject({ escalated: 1 });
    expect(await letters()).toEqual(["escalation sam@example.org", "escalation sia@example.org"]);
    expect(await taskOf(deps, task)).toMatchObject({ status: "open", escalated: 2, holder: task.holder });
  });

  test("goes to the network's secretary where the role has no substitute", async () => {
    await store.commit([
      {
        op: "remove",
        name: "roleHolder",
        key: { role: "manager", scope: "limburg", personId: idOf("per", "sam"), grantId: idOf("rgr", "sammanager") },
      },
    ]);
    await screening();
    await sweepAt("2026-11-24T22:59:59Z");
    expect(await letters()).toEqual(["escalation sia@example.org"]);
  });
});

describe("a role that has ended gets no letter", () => {
  const grantOf = (name: string) => ({
    role: "manager" as const,
    scope: "limburg",
    personId: idOf("per", name),
    grantId: idOf("rgr", `${name}manager`),
  });
  const end = (name: string, until: string) =>
    store.commit([{ op: "patch", name: "roleHolder", key: grantOf(name), set: { until: at(until) }, when: {} }]);
  const disable = (name: string) =>
    store.commit([
      { op: "patch", name: "person", key: { personId: idOf("per", name) }, set: { disabled: true }, when: {} },
    ]);

  test("when a task opens: the substitute is asked where nobody else holds it", async () => {
    await end("mia", "2026-11-01T00:00:00Z");
    await screening();
    await driveEffects(deps);
    expect(deps.mails.map(({ to }) => to)).not.toContain("mia@example.org");
    await sweepAt("2026-11-18T08:00:00Z");
    expect(await letters()).toContain("reminder sam@example.org");
    expect((await letters()).filter((line) => line.includes("mia"))).toEqual([]);
  });

  test("from the instant of its end on, while it lasts it does", async () => {
    await end("mia", "2026-11-18T08:00:00Z");
    await screening();
    await sweepAt("2026-11-18T08:00:00Z");
    expect((await letters()).filter((line) => line.includes("mia"))).toEqual([]);
  });

  test.each([
    ["whose role has ended", () => end("sam", "2026-11-20T00:00:00Z")],
    ["who is disabled", () => disable("sam")],
  ])("an only substitute %s does not swallow an escalation: the secretary gets it", async (_, happens) => {
    await happens();
    await screening();
    await sweepAt("2026-11-24T22:59:59Z");
    expect(await letters()).toEqual(["escalation sia@example.org"]);
  });
});

test("the same step of the same task is one act, whoever sweeps; the next step is another", async () => {
  const task = await screening();
  deps.clock.move("2026-11-18T08:00:00Z");
  const step = () => perform(deps, sweeper, fallDueKey(task), fallDue, task);
  expect(await step()).toEqual({ step: "reminded" });
  expect(await step()).toEqual({ step: "reminded" });
  expect(await letters()).toHaveLength(1);
  expect(fallDueKey(await taskOf(deps, task))).not.toBe(fallDueKey(task));
});
