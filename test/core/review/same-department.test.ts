/** One rule for the same department of a large house, whether somebody acts on its case or reviews it (domain §8). */
import type { Interest } from "@multihelix/core/person/interest.ts";
import { readTies } from "@multihelix/core/person/tie.ts";
import { conflictsOf } from "@multihelix/core/review/conflict/list.ts";
import { readPoolWith } from "@multihelix/core/review/pool.ts";
import { beforeEach, expect, test } from "vitest";
import { aCall } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aProfile } from "../../fixture/build/reviewer.ts";
import { aPerson, storeCase } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const organisationId = idOf("org", "vivo");
const uma = aPerson("uma", { reviewer: aProfile() });
const jobIn = (department: string, given: Partial<Interest> = {}): Interest => ({
  kind: "employer",
  organisationId,
  department,
  from: "2020-01-01",
  ...given,
});
const says = (name: string, ...entries: Interest[]) =>
  world.store.commit([{ op: "put", name: "interests", value: { personId: idOf("per", name), entries, version: 0 } }]);

beforeEach(async () => {
  const value = anOrganisation({ organisationId, headcount: 5_000, version: 0 });
  await world.store.commit([
    { op: "put", name: "organisation", value },
    { op: "put", name: "call", value: aCall() },
    { op: "put", name: "person", value: uma },
    ...["anna", "ben", "carl"].map((name) => ({ op: "put", name: "person", value: aPerson(name) }) as const),
    ...["anna", "ben"].map((name) => {
      const member = { organisationId, personId: idOf("per", name), level: "viewer" as const, version: 0 };
      return { op: "put", name: "member", value: member } as const;
    }),
  ]);
});

/** What Uma's job there weighs if she acts on its case, and if she reviews it. */
async function weighed(contact: string, job: Interest) {
  await says("uma", job);
  const given = { status: "in-review", applicantId: organisationId, contactId: idOf("per", contact) } as const;
  const { caseId } = await storeCase(world.store, given);
  const own = await world.store.get("interests", { personId: uma.personId });
  const [tie] = await readTies(world.deps, uma, own, []);
  const { candidates, on } = await readPoolWith(world.store, caseId, undefined, [uma.personId]);
  const found = candidates.flatMap((reviewer) =>
    on === undefined ? [] : conflictsOf({ reviewer, on, today: world.deps.clock.now().slice(0, 10) }),
  );
  return [tie?.level, found.find(({ rule }) => rule === "same-employer")?.level];
}

test("the department of any of its own people is near, also of who is not on the application", async () => {
  await says("ben", jobIn("Physics"));
  expect(await weighed("anna", jobIn(" physics"))).toEqual(["HARD", "HARD"]);
  expect(await weighed("anna", jobIn("Chemistry"))).toEqual(["SOFT", "SOFT"]);
});

test("a department that one of them has left, or of who is none of them, is not", async () => {
  await says("ben", jobIn("Physics", { until: "2026-01-31" }));
  await says("carl", jobIn("Chemistry"));
  expect(await weighed("carl", jobIn("Physics"))).toEqual(["SOFT", "SOFT"]);
  expect(await weighed("carl", jobIn("Chemistry"))).toEqual(["SOFT", "SOFT"]);
});
