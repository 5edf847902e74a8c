/** What a person reads of their own interests tells nothing that others declared (domain §8). */
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
