/** The same department makes a tie of staff to a large house HARD, as it does for reviewers; another department of it stays SOFT (domain §8). */
import { organisationIdOf } from "@multihelix/core/organisation/organisation-id.ts";
import { readBars } from "@multihelix/core/person/bar.ts";
import type { Interest } from "@multihelix/core/person/interest.ts";
import { saveInterests } from "@multihelix/core/person/save-interests.ts";
import { readTies } from "@multihelix/core/person/tie.ts";
import { beforeEach, expect, test } from "vitest";
import { anActor } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aPerson } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const organisationId = idOf("org", "vivo");
const parties = { applicantId: organisationId, providerId: idOf("org", "lab") };
const mia = aPerson("mia");
const job = (given: Partial<Interest> = {}): Interest => ({
  kind: "employer",
  organisationId,
  department: "Physics",
  from: "2020-01-01",
  ...given,
});
const says = (name: string, ...entries: Interest[]) =>
  world.store.commit([{ op: "put", name: "interests", value: { personId: idOf("per", name), entries, version: 0 } }]);

beforeEach(async () => {
  const member = { organisationId, personId: idOf("per", "anna"), level: "owner" as const, version: 0 };
  await world.store.commit([
    { op: "put", name: "organisation", value: anOrganisation({ organisationId, headcount: 5_000 }) },
    { op: "put", name: "person", value: mia },
    { op: "put", name: "person", value: aPerson("anna") },
    { op: "put", name: "member", value: member },
  ]);
  await says("anna", job());
});

/** What the tie weighs, and whether tasks and letters of its cases pass by. */
async function weighed(...entries: Interest[]) {
  await says("mia", ...entries);
  const own = await world.store.get("interests", { personId: mia.personId });
  const ties = await readTies(world.deps, mia, own, []);
  const [bar] = await readBars(world.store, [mia], parties);
  return [ties.map(({ level }) => level), bar !== undefined];
}

test("a manager employed in the department of the company's own people is kept from its cases", async () => {
  expect(await weighed(job({ department: " physics" }))).toEqual([["HARD"], true]);
  expect(await weighed(job({ department: "Chemistry" }))).toEqual([["SOFT"], false]);
  const { department: _, ...nowhere } = job();
  expect(await weighed(nowhere)).toEqual([["SOFT"], false]);
});

test("who has left it is kept from them 24 months more", async () => {
  const today = world.deps.clock.now().slice(0, 10);
  expect(await weighed(job({ until: today }))).toEqual([["HARD"], true]);
  const own = await world.store.get("interests", { personId: mia.personId });
  const [tie] = await readTies(world.deps, mia, own, []);
  expect(tie?.until?.slice(0, 10)).toBe(`${Number(today.slice(0, 4)) + 2}${today.slice(4)}`);
});

test("a department counts while one of the company's people works there, and nobody is their own colleague", async () => {
  await says("anna", job({ until: "2026-01-31" }));
  expect(await weighed(job())).toEqual([["SOFT"], false]);
  const member = { organisationId, personId: mia.personId, level: "viewer" as const, version: 0 };
  await world.store.commit([{ op: "put", name: "member", value: member }]);
  expect(await weighed(job())).toEqual([["SOFT"], false]);
});

test("a small house is near whatever the department", async () => {
  await world.store.commit([
    { op: "put", name: "organisation", value: anOrganisation({ organisationId, headcount: 499 }) },
  ]);
  expect(await weighed(job({ department: "Chemistry" }))).toEqual([["HARD"], true]);
});

test("whoever reviews beside them is looked at again when a department is declared, changed or taken back, and only then", () => {
  const moment = aMoment();
  const register = { scheme: "BE-BCE_KBO", id: "0999998239", name: "Vivo" };
  const number = { registerScheme: register.scheme, registerId: register.id };
  const tie = { register, organisationId: organisationIdOf(moment.network, number, moment.digest) };
  const at = (given: Partial<Interest> = {}): Interest => ({ kind: "employer", ...tie, from: "2020-01-01", ...given });
  const asks = (before: Interest[], after: Interest[]) => {
    const own = { personId: mia.personId, entries: before, version: 0 };
    const { effects = [] } = saveInterests.decide(
      { person: mia, own },
      anActor("mia"),
      { interests: after, version: 1 },
      moment,
    );
    return effects.some(({ body }) => body.kind === "recheck-departments");
  };
  const physics = at({ department: "Physics" });
  expect(asks([], [physics])).toBe(true);
  expect(asks([at()], [physics])).toBe(true);
  expect(asks([at({ department: "Chemistry" })], [physics])).toBe(true);
  expect(asks([physics], [at({ department: "Physics", until: "2026-01-31" })])).toBe(true);
  expect(asks([physics], [])).toBe(true);
  expect(asks([physics], [physics, { kind: "equity", ...tie }])).toBe(false);
  expect(asks([], [at()])).toBe(false);
});
