/** A task whose holder declares a HARD interest goes to a colleague, else to the substitute, else the secretary is told that nobody is left. */
import type { Case } from "@multihelix/core/application/case.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { recheckInterests } from "@multihelix/core/effect/handler/recheck-interests.ts";
import type { Interest } from "@multihelix/core/person/interest.ts";
import { depsFor } from "@multihelix/core/view/blind.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { lettersOf, openScreening } from "../../fixture/screening-task.ts";
import { storeCase, storePeople } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
let one: Case;
beforeEach(async () => {
  await storePeople(world.store);
  one = await storeCase(world.store, { status: "screening" });
  await declare("mia", []);
  await declare("sam", []);
});

const equity: Interest = { organisationId: idOf("org", "vivo"), kind: "equity" };
async function declare(name: string, entries: Interest[]): Promise<void> {
  const personId = idOf("per", name);
  const before = await world.store.get("interests", { personId });
  const scope = { kind: "park", parkId: "limburg" } as const;
  await world.store.commit([
    { op: "put", name: "interests", value: { personId, entries, version: (before?.version ?? 0) + 1 } },
    {
      op: "put",
      name: "grant",
      value: { personId, grantId: idOf("rgr", `${name}m`), role: "manager", scope, substitute: false, version: 0 },
    },
  ]);
}
const recheck = (name: string) =>
  recheckInterests(world.deps, { kind: "recheck-interests", personId: idOf("per", name) });
const facts = async () =>
  (await world.store.list("event", { stream: one.caseId }))
    .filter(({ type }) => type === "task.passed-on")
    .map(({ facts: { from, to, vacant } }) => ({ from, to, ...(vacant === undefined ? {} : { vacant }) }));

describe("a task of somebody with a HARD interest", () => {
  test("is told to the substitute once they are asked, and to nobody twice", async () => {
    await openScreening(world.deps, one);
    await declare("mia", [equity]);
    await recheck("mia");
    await recheck("mia");
    expect(await facts()).toEqual([{ from: idOf("per", "mia"), to: [idOf("per", "sam")] }]);
    expect(await lettersOf(world.deps, one)).toEqual(["reminder sam@example.org"]);
  });

  test("of whom nobody is left is the secretary's to mend, at once", async () => {
    await openScreening(world.deps, one);
    await declare("sam", [equity]);
    await recheck("sam");
    await declare("mia", [equity]);
    await recheck("mia");
    expect((await facts()).at(-1)).toEqual({ from: idOf("per", "mia"), to: [idOf("per", "sia")], vacant: true });
    expect(await lettersOf(world.deps, one)).toEqual(["escalation sia@example.org"]);
  });

  test("stays where it is for a SOFT one", async () => {
    await openScreening(world.deps, one);
    await declare("mia", [{ ...equity, kind: "tenancy" }]);
    await recheck("mia");
    expect(await facts()).toEqual([]);
  });

  test("that opens later asks who may, and says at once where nobody may", async () => {
    await declare("mia", [equity]);
    await declare("sam", [equity]);
    await openScreening(world.deps, one);
    expect(await lettersOf(world.deps, one)).toEqual(["escalation sia@example.org"]);
    const opened = (await world.store.list("event", { stream: one.caseId })).find(({ type }) => type === "task.opened");
    expect(opened?.facts["vacant"]).toBe(true);
  });
});

test("a letter that was written before the interest was declared is never sent to them", async () => {
  await openScreening(world.deps, one);
  world.deps.clock.move("2026-11-17T22:59:59Z");
  const { sweep } = await import("@multihelix/core/task/sweep.ts");
  await sweep(world.deps);
  await declare("mia", [equity]);
  await driveEffects(world.deps);
  const letters = await world.store.list("letter", { stream: one.caseId });
  expect(letters.map(({ kind, status }) => [kind, status])).toEqual([["reminder", "withheld"]]);
});

describe("the store of somebody with a HARD interest", () => {
  const mia = {
    ...staff("mia", "manager", "limburg"),
    ties: [{ organisationId: idOf("org", "vivo"), kind: "equity", level: "HARD" } as const],
  };

  test("has nothing of the case, while the whole one stands behind it", async () => {
    await world.store.commit([
      {
        op: "put",
        name: "partyCase",
        value: { organisationId: one.applicantId, caseId: one.caseId, part: "applicant", version: 0 },
      },
    ]);
    await openScreening(world.deps, one);
    const { store } = await depsFor(world.deps, mia);
    const { caseId } = one;
    expect(await store.get("case", { caseId })).toBeUndefined();
    expect((await store.wholeCase(caseId)).case).toEqual([]);
    expect(await store.list("event", { stream: caseId })).toEqual([]);
    expect((await store.tasksHeldBy("role:manager:limburg")).filter((task) => task.caseId === caseId)).toEqual([]);
    expect((await store.whole?.get("case", { caseId }))?.caseId).toBe(caseId);
  });

  test("of everybody else is the one there is", async () => {
    expect(await depsFor(world.deps, { ...mia, ties: [] })).toBe(world.deps);
    expect(await depsFor(world.deps, { ...mia, grants: [] })).toBe(world.deps);
  });
});
