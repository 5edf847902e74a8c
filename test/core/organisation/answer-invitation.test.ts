/** An invitation makes nobody more than they are: whoever belongs to one record of an organisation belongs to it. */
import { perform } from "@multihelix/core/kernel/perform.ts";
import { acceptInvitation } from "@multihelix/core/organisation/answer-invitation.ts";
import { expect, test } from "vitest";
import { anActor } from "../../fixture/build/actor.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aPerson } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const [keptId, mergedId] = [idOf("org", "kept"), idOf("org", "double")];
const vic = aPerson("vic");
const membership = { personId: vic.personId, organisationId: keptId, level: "viewer" as const, version: 0 };
const invitation = {
  organisationId: mergedId,
  invitationId: idOf("inv", "one"),
  email: vic.email,
  level: "owner" as const,
  invitedBy: idOf("per", "oona"),
  invitedAt: at("2026-11-10T09:00:00Z"),
  validUntil: at("2026-11-24T09:00:00Z"),
  status: "open" as const,
  version: 0,
};
const accept = () =>
  perform(world.deps, anActor("vic"), "accept", acceptInvitation, {
    organisationId: mergedId,
    invitationId: invitation.invitationId,
  });

async function merged() {
  await world.store.commit([
    {
      op: "create",
      name: "organisation",
      value: anOrganisation({ organisationId: keptId, absorbed: [mergedId], version: 0 }),
    },
    {
      op: "create",
      name: "organisation",
      value: anOrganisation({ organisationId: mergedId, mergedInto: keptId, version: 0 }),
    },
    { op: "create", name: "person", value: vic },
    { op: "create", name: "invitation", value: invitation },
  ]);
}

test("a viewer of the kept record who was invited to own the duplicate stays a viewer", async () => {
  await merged();
  await world.store.commit([
    { op: "create", name: "membership", value: membership },
    { op: "create", name: "member", value: membership },
  ]);
  await expect(accept()).rejects.toMatchObject({ code: "membership.there" });
  expect(await world.store.get("membership", { personId: vic.personId, organisationId: mergedId })).toBeUndefined();
});

test("whoever is in neither joins both", async () => {
  await merged();
  expect(await accept()).toEqual({ level: "owner" });
  for (const organisationId of [keptId, mergedId])
    expect(await world.store.get("member", { organisationId, personId: vic.personId })).toMatchObject({
      level: "owner",
    });
});
