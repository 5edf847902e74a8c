/** The secretary's page of gaps: what would stall, read from the store; nobody else's to read. */
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import { readNetworkGaps } from "@multihelix/core/view/network-gaps.ts";
import { beforeEach, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { openScreening } from "../../fixture/screening-task.ts";
import { storeCase, storePeople } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const sia: PersonActor = {
  ...staff("sia", "secretary", "network"),
  grants: staff("sia", "secretary", "network").grants.map((grant) => ({
    ...grant,
    scope: { kind: "network" } as const,
  })),
};

beforeEach(async () => {
  await storePeople(world.store);
  const call = aCall();
  await world.store.commit([{ op: "put", name: "call", value: call }]);
});

const duty = async (role: string, parkId: string) =>
  (await readNetworkGaps(world.deps, sia)).duties.find((one) => one.role === role && one.parkId === parkId);

test("names the duties of a paying park that nobody, or one person alone, holds", async () => {
  expect(await duty("manager", "limburg")).toBeUndefined();
  expect(await duty("approver", "limburg")).toMatchObject({
    gaps: ["one", "no-substitute"],
    holders: [{ name: "abe", substitute: false }],
  });
  expect(await duty("finance", "limburg")).toMatchObject({ gaps: ["none"], holders: [] });
});

test("names the tasks whose every holder is kept from the case by a HARD interest", async () => {
  const one = await storeCase(world.store, { status: "screening" });
  await openScreening(world.deps, one);
  const vacant = async () =>
    (await readNetworkGaps(world.deps, sia)).vacant.filter(({ caseId }) => caseId === one.caseId);
  expect(await vacant()).toEqual([]);
  const entries = [{ organisationId: one.applicantId, kind: "household" as const }];
  const bar = (name: string) =>
    world.store.commit([{ op: "put", name: "interests", value: { personId: idOf("per", name), entries, version: 0 } }]);
  await bar("mia");
  expect(await vacant()).toEqual([]);
  await bar("sam");
  expect(await vacant()).toMatchObject([{ kind: "screen", role: "manager", parkId: "limburg" }]);
});

test("names what a call lacks by its steps", async () => {
  const { calls } = await readNetworkGaps(world.deps, sia);
  expect(calls[0]?.steps).toContain("finance-check");
});

test("is the secretary's alone", async () => {
  await expect(readNetworkGaps(world.deps, staff("mia", "manager", "limburg"))).rejects.toMatchObject({
    code: "actor.role-needed",
  });
});
