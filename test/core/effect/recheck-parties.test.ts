/** Conflicts are computed again whenever an organisation's number or size changes: by its owner, by the operator, by a merge. */
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { recheckParties } from "@multihelix/core/effect/handler/recheck-parties.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { applyOrganisation } from "@multihelix/core/organisation/apply-organisation.ts";
import { correctOrganisation } from "@multihelix/core/organisation/change-organisation.ts";
import { answerMerge } from "@multihelix/core/organisation/merge/answer-merge.ts";
import { proposeMerge } from "@multihelix/core/organisation/merge/propose-merge.ts";
import type { Organisation } from "@multihelix/core/organisation/organisation.ts";
import { organisationIdOf, ownAidGroupOf } from "@multihelix/core/organisation/organisation-id.ts";
import type { Interest } from "@multihelix/core/person/interest.ts";
import { beforeEach, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aProfile } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aPerson, storeCase } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const operator = { kind: "system", name: "operator" } as const;
const uma = idOf("per", "uma");
const number = { registerScheme: "SE-ON", registerId: "5599998027" };
const other = { registerScheme: "SE-ON", registerId: "5599998092" };
const nameOf = ({ registerScheme: scheme, registerId: id }: typeof number) => ({ scheme, id, name: "Lab" });
let lab: Organisation;

beforeEach(async () => {
  const { deps, store } = world;
  const network = await deps.network.current();
  const organisationId = organisationIdOf(network, number, deps.digest);
  const aidGroupId = ownAidGroupOf(network, number, deps.digest);
  lab = anOrganisation({ ...number, organisationId, aidGroupId, headcount: 5_000, accounts: [] });
  await store.commit([
    { op: "create", name: "organisation", value: lab },
    {
      op: "create",
      name: "aidGroup",
      value: { aidGroupId, members: [organisationId], membership: 0, drawn: 0, version: 0 },
    },
    { op: "create", name: "call", value: aCall() },
    { op: "create", name: "person", value: aPerson("uma", { reviewer: aProfile() }) },
    {
      op: "create",
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
  ]);
});

/** A case of the laboratory's that Uma, who is tied to it so, reads. */
async function reviewed(interest: Pick<Interest, "kind" | "register" | "from">, given: object = {}): Promise<CaseId> {
  const { store } = world;
  const { caseId } = await storeCase(store, { status: "in-review", providerId: lab.organisationId, ...given });
  await store.commit([
    {
      op: "put",
      name: "partyCase",
      value: { organisationId: lab.organisationId, caseId, part: "provider", version: 0 },
    },
    { op: "put", name: "interests", value: { personId: uma, entries: [interest], version: 0 } },
    { op: "put", name: "slot", value: aSlot({ caseId, reviewerId: uma, status: "accepted", version: 0 }) },
    { op: "put", name: "task", value: aTask("review", { caseId, slot: "r1", version: 0 }) },
  ]);
  return caseId;
}
const settled = async () => {
  while ((await driveEffects(world.deps)).done > 0);
};
const statusOf = async (caseId: CaseId) => (await world.store.get("slot", { caseId, attempt: 1, slot: "r1" }))?.status;
const foundIn = async (caseId: CaseId) =>
  (await world.store.list("event", { stream: caseId })).filter(({ type }) => type === "review.conflict-found").length;
const employed: Interest = { kind: "employer", register: nameOf(number), from: "2020-01-01" };
const equity = (one: typeof number): Interest => ({ kind: "equity", register: nameOf(one) });

async function ownerSays(given: object): Promise<void> {
  const { deps, store } = world;
  const { organisationId } = lab;
  const owner = { ...memberOf("ola", "lab", "owner") };
  const actor = { ...owner, memberships: owner.memberships.map((one) => ({ ...one, organisationId })) };
  const now = await store.get("organisation", { organisationId });
  const { legalName, address, registerScheme, registerId, headcount = 0 } = now ?? lab;
  const asked = {
    organisationId,
    legalName,
    address,
    registerScheme,
    registerId,
    headcount,
    version: now?.version ?? 0,
  };
  await correctOrganisation(deps, actor, `say:${asked.version}`, { ...asked, ...given });
  await settled();
}

test("a reviewer employed in a house that turns out to be small leaves its case, as one who changes employer does", async () => {
  const caseId = await reviewed(employed);
  await ownerSays({ headcount: 4_000 });
  expect(await statusOf(caseId)).toBe("accepted");
  await ownerSays({ headcount: 499 });
  expect(await statusOf(caseId)).toBe("conflicted");
  const task = (await world.store.list("task", { caseId })).find(({ kind }) => kind === "review");
  expect(task).toMatchObject({ status: "answered", answer: { outcome: "conflicted" } });
  expect(await foundIn(caseId)).toBe(1);
});

test("a reviewer tied to the number that the organisation has from now on leaves its case", async () => {
  const caseId = await reviewed(equity(other));
  await ownerSays(other);
  expect(await statusOf(caseId)).toBe("conflicted");
});

test("what the operator's file says of size is looked at likewise", async () => {
  const caseId = await reviewed(employed);
  const { organisationId, legalName, kind, address } = lab;
  const said = { ...number, organisationId, legalName, kind, address, headcount: 12 };
  await perform(world.deps, operator, "file", applyOrganisation, said);
  await settled();
  expect(await statusOf(caseId)).toBe("conflicted");
});

test("a merge asks anew for its names, and again once the people are joined", async () => {
  const { deps, store } = world;
  const network = await deps.network.current();
  const mergedId = organisationIdOf(network, other, deps.digest);
  const aidGroupId = ownAidGroupOf(network, other, deps.digest);
  const double = { organisationId: mergedId, aidGroupId, verification: "unverified" as const, accounts: [] };
  await store.commit([
    { op: "create", name: "organisation", value: anOrganisation({ ...other, ...double }) },
    {
      op: "create",
      name: "aidGroup",
      value: { aidGroupId, members: [mergedId], membership: 0, drawn: 0, version: 0 },
    },
    {
      op: "put",
      name: "member",
      value: { organisationId: mergedId, personId: idOf("per", "will"), level: "owner", version: 0 },
    },
    { op: "put", name: "person", value: aPerson("will", { reviewer: aProfile() }) },
    {
      op: "put",
      name: "roleHolder",
      value: {
        role: "reviewer",
        scope: "network",
        personId: idOf("per", "will"),
        grantId: idOf("rgr", "will"),
        substitute: false,
        version: 0,
      },
    },
  ]);
  const named = await reviewed(equity(other));
  const joined = await reviewed(equity(other));
  await store.commit([
    {
      op: "put",
      name: "slot",
      value: aSlot({ caseId: joined, reviewerId: idOf("per", "will"), status: "accepted", version: 0 }),
    },
  ]);
  const asked = { keptId: lab.organisationId, mergedId, reason: "One house.", noInterest: true as const };
  const { mergeId } = await perform(deps, staff("mia", "manager", "limburg"), "propose", proposeMerge, {
    ...asked,
    keptVersion: 0,
    mergedVersion: 0,
  });
  const confirmed = { mergeId, answer: "confirm" as const, noInterest: true as const };
  await perform(deps, staff("sam", "manager", "wales"), "confirm", answerMerge, confirmed);
  // Effects are free of order: this one may well be done before the people are joined.
  const { organisationId } = lab;
  await recheckParties(deps, { kind: "recheck-parties", organisationId, wake: `${mergeId}:names` });
  expect([await statusOf(named), await statusOf(joined)]).toEqual(["conflicted", "accepted"]);
  await settled();
  expect(await statusOf(joined)).toBe("conflicted");
});

test("a case that is at an end keeps what it was decided on, and the same change is looked at once", async () => {
  const over = await reviewed(employed, { status: "closed" });
  const open = await reviewed(employed);
  await ownerSays({ headcount: 12 });
  await settled();
  expect([await statusOf(over), await statusOf(open)]).toEqual(["accepted", "conflicted"]);
  expect(await foundIn(open)).toBe(1);
});
