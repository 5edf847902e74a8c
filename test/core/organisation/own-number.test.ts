/** Which numbers stay an organisation's: those that a park verified or the operator entered; one that only its owner typed is given up. */

import { perform } from "@multihelix/core/kernel/perform.ts";
import { applyOrganisation } from "@multihelix/core/organisation/apply-organisation.ts";
import { correctOrganisation, type OrganisationChange } from "@multihelix/core/organisation/change-organisation.ts";
import { inviteMember } from "@multihelix/core/organisation/invite-member.ts";
import { answerMerge } from "@multihelix/core/organisation/merge/answer-merge.ts";
import type { Organisation } from "@multihelix/core/organisation/organisation.ts";
import { organisationIdOf } from "@multihelix/core/organisation/organisation-id.ts";
import { givenUp } from "@multihelix/core/organisation/own-number.ts";
import { enterOrganisation } from "@multihelix/core/organisation/register-organisation.ts";
import { verifyOrganisation } from "@multihelix/core/organisation/verify-organisation.ts";
import { applyPeople } from "@multihelix/core/person/apply-people.ts";
import { beforeEach, expect, test } from "vitest";
import { anActor, memberOf, staff } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { written } from "../../fixture/changes.ts";
import { refused } from "../../fixture/refusal.ts";
import { enlist } from "../../fixture/signing-in.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const operator = { kind: "system", name: "operator" } as const;
const [first, wrong, right] = ["5599998027", "5599998092", "5560360793"] as const;
const address = { street: "Mätvägen", number: "4", postcode: "223 70", town: "Lund", country: "SE" };
const said = { legalName: "Nyfiken Diagnostik AB", address, registerScheme: "SE-ON" };
let organisationId: Organisation["organisationId"];
let network: Awaited<ReturnType<typeof world.deps.network.current>>;
const idOfNumber = (registerId: string) => organisationIdOf(network, { ...said, registerId }, world.deps.digest);
const stored = (id = organisationId) => world.store.get("organisation", { organisationId: id });
const holderFile = (registerId: string) => ({
  schema: 1,
  organisations: [{ ref: "holder", ...said, legalName: "Rätt Innehavare AB", kind: "company", registerId }],
  persons: [],
});

beforeEach(async () => {
  const { deps } = world;
  network = await deps.network.current();
  await enlist(deps, "ada");
  await enlist(deps, "bo");
  const registration = { ...said, kind: "company" as const, registerId: first, provider: false };
  ({ organisationId } = await enterOrganisation(deps, anActor("ada"), "enter", registration));
});

async function ownerSays(given: Partial<OrganisationChange>): Promise<void> {
  const { deps, store } = world;
  const owner = { ...anActor("ada"), memberships: await store.list("membership", anActor("ada")) };
  const { legalName = "", registerId = "", version = 0 } = (await stored()) ?? {};
  const asked = { ...said, organisationId, legalName, registerId, version, ...given };
  await correctOrganisation(deps, owner, `say:${version}`, asked);
}
async function verify(): Promise<void> {
  const { version = 0 } = (await stored()) ?? {};
  const found = {
    organisationId,
    outcome: "verified" as const,
    reason: "Looked up.",
    noInterest: true as const,
    version,
  };
  await perform(world.deps, staff("mia", "manager", "limburg"), `verify:${version}`, verifyOrganisation, found);
}
/** Bo, too, belongs to it, under every number that stands for it. */
async function joinBo(): Promise<void> {
  const { personId } = anActor("bo");
  for (const id of [organisationId, ...((await stored())?.absorbed ?? [])])
    for (const name of ["membership", "member"] as const)
      await world.store.commit([
        { op: "put", name, value: { personId, organisationId: id, level: "owner", version: 0 } },
      ]);
}

test("a number that only its owner typed is free once it is corrected: its true holder is entered, and nobody else belongs to it", async () => {
  const { deps, store } = world;
  await ownerSays({ registerId: wrong });
  await joinBo();
  await expect(applyPeople(deps, operator, holderFile(wrong))).rejects.toMatchObject({ code: "organisation.merged" });
  await ownerSays({ registerId: right });
  expect(await stored(idOfNumber(wrong))).toBeUndefined();
  expect((await stored())?.absorbed).toEqual([idOfNumber(right)]);
  expect((await stored())?.formerly?.map(({ registerId }) => registerId)).toEqual([first, wrong]);
  await applyPeople(deps, operator, holderFile(wrong));
  expect(await stored(idOfNumber(wrong))).toMatchObject({ legalName: "Rätt Innehavare AB", registerId: wrong });
  expect(await store.list("member", { organisationId: idOfNumber(wrong) })).toEqual([]);
  expect((await store.list("membership", anActor("bo"))).map((one) => one.organisationId)).toEqual([organisationId]);
  const changed = (await store.list("event", { stream: `organisation:${organisationId}` })).at(-1);
  expect(changed?.facts["freed"]).toEqual([idOfNumber(wrong)]);
});

test("its true holder may register it as well, and the organisation that gave it up does not get it back", async () => {
  const { deps } = world;
  await ownerSays({ registerId: wrong });
  await ownerSays({ registerId: right });
  const registration = { ...said, kind: "company" as const, registerId: wrong, provider: false };
  const entered = await enterOrganisation(deps, anActor("bo"), "enter-two", registration);
  expect(entered.organisationId).toBe(idOfNumber(wrong));
  await expect(ownerSays({ registerId: wrong })).rejects.toMatchObject({ code: "organisation.known" });
});

test("a number that a park verified stays, however often it is changed after: nobody sheds what is known by it", async () => {
  await ownerSays({ registerId: wrong });
  await verify();
  await ownerSays({ legalName: "Nyfiken Lab AB" });
  await ownerSays({ registerId: right });
  expect((await stored())?.absorbed).toEqual([idOfNumber(wrong), idOfNumber(right)]);
  await ownerSays({ registerId: first });
  expect((await stored())?.absorbed).toEqual([idOfNumber(wrong)]);
  const registration = { ...said, kind: "company" as const, registerId: wrong, provider: false };
  await expect(enterOrganisation(world.deps, anActor("bo"), "enter-two", registration)).rejects.toMatchObject({
    code: "organisation.known",
  });
});

test("whoever has the number under which it was first registered is not entered into it by the operator's file", async () => {
  await ownerSays({ registerId: right });
  const { organisations, ...file } = holderFile(first);
  const another = { ...organisations[0], ref: "another", registerId: wrong, legalName: "En annan AB" };
  const owner = (ref: string) => ({
    email: `${ref}@example.org`,
    name: ref,
    language: "sv",
    memberships: [{ organisation: ref, level: "owner" }],
  });
  const persons = [owner("holder"), owner("another")];
  const whole = { ...file, organisations: [...organisations, another], persons };
  await expect(applyPeople(world.deps, operator, whole)).rejects.toMatchObject({ code: "organisation.known" });
  expect(await stored()).toMatchObject({ legalName: said.legalName, registerId: right });
  // All the rest of the file is applied; the holder's people join nobody.
  const known = (ref: string) => world.store.get("email", { email: `${ref}@example.org` });
  expect([await known("holder"), (await known("another")) !== undefined]).toEqual([undefined, true]);
});

test("nobody is invited under a number alone, and no number of an older record is given up", () => {
  const lab = anOrganisation({ numberOnly: true, mergedInto: idOf("org", "kept") });
  const facts = { organisation: lab, members: [], invitations: [], person: undefined, inviter: undefined };
  const asked = { organisationId: lab.organisationId, email: "eva@example.org", level: "owner" as const };
  expect(refused(() => inviteMember.decide(facts as never, memberOf("ola", "lab", "owner"), asked, aMoment()))).toBe(
    "not_found organisation.not-found",
  );
  const number = { registerScheme: "SE-ON", registerId: wrong };
  const record = anOrganisation({ ...number, organisationId: idOf("org", "number"), numberOnly: true });
  const freed = (proven: Organisation["proven"]) =>
    givenUp(anOrganisation(proven && { proven }), [{ record, members: [] }], idOf("org", "next")).ids;
  expect(freed([])).toEqual([record.organisationId]);
  expect(freed([number])).toEqual([]);
  // Written before it was kept what a park had verified.
  expect(freed(undefined)).toEqual([]);
});

test("numbers that a park found of either of two merged records are found of the one that they are", () => {
  const [one, other] = [first, wrong].map((registerId) => ({ registerScheme: "SE-ON", registerId }));
  const [keptId, mergedId, aidGroupId] = [idOf("org", "kept"), idOf("org", "double"), idOf("aid", "one")];
  const group = { aidGroupId, members: [keptId, mergedId], membership: 0, drawn: 0, version: 0 };
  const merge = {
    mergeId: idOf("mrg", "one"),
    ...{ keptId, mergedId, keptName: "", mergedName: "", keptVersion: 0, mergedVersion: 0, version: 0 },
    ...{ state: "proposed" as const, reason: "One.", proposedBy: idOf("per", "mia"), proposedAt: aMoment().now },
  };
  const provenOf = (mine: Organisation["proven"], theirs: Organisation["proven"]) => {
    const kept = anOrganisation({ organisationId: keptId, aidGroupId, ...(mine && { proven: mine }) });
    const merged = anOrganisation({ organisationId: mergedId, aidGroupId, ...(theirs && { proven: theirs }) });
    const none = { keptEntry: undefined, mergedEntry: undefined, accountChange: undefined };
    const facts = { kept, merged, followers: [], keptGroup: group, mergedGroup: group, ...none, cases: [] };
    const answer = { mergeId: merge.mergeId, answer: "confirm" as const, noInterest: true as const };
    const { changes } = answerMerge.decide({ merge, facts }, staff("sam", "manager", "wales"), answer, aMoment());
    return written(changes, "organisation").find(({ organisationId }) => organisationId === keptId)?.proven;
  };
  expect(provenOf(one && [one], other && [other])).toEqual([one, other]);
  expect(provenOf(one && [one], undefined)).toBeUndefined();
});

test("the operator's file, applied again, leaves what the owner has changed, and changes what the owner has not", async () => {
  const { deps } = world;
  const { registerId: _first, ...company } = { ...said, kind: "company" as const, registerId: first };
  const file = (given: object) => ({
    ...company,
    registerId: first,
    organisationId,
    verification: "verified" as const,
    ...given,
  });
  await perform(deps, operator, "file-one", applyOrganisation, file({ sector: "sec-diagnostics" }));
  expect(await stored()).toMatchObject({ verification: "verified", proven: [{ registerId: first }] });
  const unchanged = { sector: "sec-diagnostics" };
  await ownerSays({ legalName: "Nyfiken Lab AB", ...unchanged });
  await perform(deps, operator, "file-two", applyOrganisation, file({ homePark: "lund", ...unchanged }));
  // What the file found is about another name: a park looks at this one.
  expect(await stored()).toMatchObject({ legalName: "Nyfiken Lab AB", homePark: "lund", verification: "unverified" });
  await ownerSays({ registerId: right, ...unchanged });
  await perform(deps, operator, "file-three", applyOrganisation, file(unchanged));
  expect(await stored()).toMatchObject({ registerId: right, verification: "unverified" });
  const now = { legalName: "Nyfiken Lab AB", ...unchanged };
  await ownerSays({ registerId: first, ...unchanged });
  await perform(deps, operator, "file-four", applyOrganisation, file(now));
  expect(await stored()).toMatchObject({ legalName: "Nyfiken Lab AB", verification: "verified" });
});
