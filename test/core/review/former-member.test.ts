/** Same organisation now or less than 24 months ago: whoever left a party lately is no reviewer of its case (domain §8). */
import type { Instant } from "@multihelix/core/kernel/instant.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { removeMember } from "@multihelix/core/organisation/change-member.ts";
import { joinChanges } from "@multihelix/core/organisation/member-changes.ts";
import { conflictsOf } from "@multihelix/core/review/conflict/list.ts";
import { type PoolFacts, readPool, readPoolWith } from "@multihelix/core/review/pool.ts";
import { beforeEach, expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aProfile } from "../../fixture/build/reviewer.ts";
import { aPerson, storeCase } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const organisationId = idOf("org", "vivo");
const uma = idOf("per", "uma");
const house = (headcount: number) =>
  world.store.commit([
    { op: "put", name: "organisation", value: anOrganisation({ organisationId, headcount, version: 0 }) },
  ]);
const months = (count: number) => {
  const now = new Date(world.deps.clock.now());
  now.setUTCMonth(now.getUTCMonth() + count);
  return now.toISOString() as Instant;
};

beforeEach(async () => {
  await world.store.commit([
    { op: "put", name: "call", value: aCall() },
    { op: "put", name: "person", value: aPerson("uma", { reviewer: aProfile() }) },
    {
      op: "put",
      name: "roleHolder",
      value: {
        role: "reviewer",
        scope: "network",
        personId: uma,
        grantId: idOf("rgr", "uma"),
        substitute: false,
        version: 0,
      },
    },
    ...joinChanges([organisationId], idOf("per", "anna"), "owner"),
    ...joinChanges([organisationId], uma, "owner"),
  ]);
});

/** What keeps Uma from the case, where she may be chosen, and where her own review is looked at again. */
async function found(at: Instant) {
  const { caseId } = await storeCase(world.store, { status: "in-review", applicantId: organisationId });
  const levels = ({ candidates, on }: PoolFacts) =>
    candidates.flatMap((reviewer) =>
      on === undefined
        ? []
        : conflictsOf({ reviewer, on, today: at.slice(0, 10) }).map(({ rule, level }) => [rule, level]),
    );
  const all = [
    levels(await readPool(world.store, caseId, undefined)),
    levels(await readPoolWith(world.store, caseId, undefined, [uma])),
  ];
  expect(all[0]).toEqual(all[1]);
  return all[0];
}
const leaves = () =>
  perform(world.deps, memberOf("anna", "vivo"), "remove", removeMember, { organisationId, personId: uma });

test("an owner who left a company of twelve reviews none of its cases for 24 months", async () => {
  await house(12);
  await leaves();
  expect(await found(world.deps.clock.now())).toEqual([["same-employer", "HARD"]]);
  expect(await found(months(23))).toEqual([["same-employer", "HARD"]]);
  expect(await found(months(25))).toEqual([]);
});

test("who left a large one may review them, and the tie weighs", async () => {
  await house(5_000);
  await leaves();
  expect(await found(world.deps.clock.now())).toEqual([["same-employer", "SOFT"]]);
});
