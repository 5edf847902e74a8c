/** What a person reads of their own interests tells nothing that others declared (domain §8). */

import { leaveChanges } from "@multihelix/core/organisation/member-changes.ts";
import type { Interest } from "@multihelix/core/person/interest.ts";
import { readInterests } from "@multihelix/core/view/interests-view.ts";
import { beforeEach, expect, test } from "vitest";
import { anActor } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aPerson } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const organisationId = idOf("org", "vivo");
const job: Interest = { kind: "employer", organisationId, department: "Oncology", from: "2020-01-01" };
const says = (name: string, ...entries: Interest[]) =>
  world.store.commit([{ op: "put", name: "interests", value: { personId: idOf("per", name), entries, version: 0 } }]);
const house = (headcount: number) =>
  world.store.commit([
    { op: "put", name: "organisation", value: anOrganisation({ organisationId, headcount, version: 0 }) },
  ]);
const read = () => readInterests(world.deps, anActor("mia"));

beforeEach(async () => {
  const member = { organisationId, personId: idOf("per", "anna"), level: "owner" as const, version: 0 };
  await world.store.commit([
    { op: "put", name: "person", value: aPerson("mia") },
    { op: "put", name: "person", value: aPerson("anna") },
    { op: "put", name: "member", value: member },
  ]);
});

test("what one's interests weigh does not tell whether somebody else declared the same department", async () => {
  await house(5_000);
  await says("mia", job);
  const alone = await read();
  await says("anna", job);
  expect(await read()).toEqual(alone);
  expect(alone.interests).toMatchObject([{ counts: "SOFT" }]);
  await house(499);
  expect((await read()).interests).toMatchObject([{ counts: "HARD" }]);
});

test("an organisation that one left lately is shown with how much and how long it counts, and declared nothing else", async () => {
  await house(12);
  const mia = idOf("per", "mia");
  const now = world.deps.clock.now();
  await world.store.commit(leaveChanges([organisationId], mia, now));
  const today = now.slice(0, 10);
  const until = `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`;
  const { interests, left } = await read();
  expect(interests).toEqual([]);
  expect(left).toEqual([{ organisationId, name: expect.any(String), counts: "HARD", endedOn: today, until }]);
  await house(5_000);
  expect((await read()).left).toMatchObject([{ counts: "SOFT" }]);
  const value = { personId: mia, organisationId, endedOn: "2020-01-31", version: 0 };
  await world.store.commit([{ op: "put", name: "formerMember", value }]);
  expect((await read()).left).toEqual([]);
});
