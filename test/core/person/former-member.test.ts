/** Whoever belonged to a party until lately is kept from its cases as staff, as one who worked there is (domain §8). */
import { perform } from "@multihelix/core/kernel/perform.ts";
import { removeMember } from "@multihelix/core/organisation/change-member.ts";
import { joinChanges } from "@multihelix/core/organisation/member-changes.ts";
import { readBars } from "@multihelix/core/person/bar.ts";
import { readTies } from "@multihelix/core/person/tie.ts";
import { beforeEach, expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aPerson } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const organisationId = idOf("org", "vivo");
const parties = { applicantId: organisationId, providerId: idOf("org", "lab") };
const mia = aPerson("mia");
const { personId } = mia;

const house = (headcount: number) =>
  world.store.commit([
    { op: "put", name: "organisation", value: anOrganisation({ organisationId, headcount, version: 0 }) },
  ]);
beforeEach(async () => {
  await world.store.commit([
    { op: "put", name: "person", value: mia },
    ...joinChanges([organisationId], idOf("per", "anna"), "owner"),
    ...joinChanges([organisationId], personId, "viewer"),
  ]);
});

async function weighed() {
  const { interests, formerMembers } = await world.store.wholePerson(personId);
  const ties = await readTies(world.deps, mia, interests, formerMembers);
  const [bar] = await readBars(world.store, [mia], parties);
  const [written] = await readBars(world.store, [mia], parties, "present");
  return { ties, bar, written };
}

test("a manager who left a small company is kept from its cases for 24 months, and still gets letters under way to its people", async () => {
  await house(12);
  expect((await weighed()).ties).toEqual([]);
  await perform(world.deps, memberOf("anna", "vivo"), "remove", removeMember, { organisationId, personId });
  const { ties, bar, written } = await weighed();
  const today = world.deps.clock.now().slice(0, 10);
  expect(ties).toMatchObject([{ organisationId, kind: "employer", level: "HARD" }]);
  expect(ties[0]?.until?.slice(0, 10)).toBe(`${Number(today.slice(0, 4)) + 2}${today.slice(4)}`);
  expect([bar, written]).toEqual([ties[0]?.until, undefined]);
});

test("who left a large one is tied softly", async () => {
  await house(5_000);
  await perform(world.deps, memberOf("anna", "vivo"), "remove", removeMember, { organisationId, personId });
  const { ties, bar } = await weighed();
  expect(ties).toMatchObject([{ level: "SOFT" }]);
  expect(bar).toBeUndefined();
});
