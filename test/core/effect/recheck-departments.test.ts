/** Whoever belongs to a large organisation and says in which department they work makes its reviewers there leave its cases (domain §8). */
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { recheckDepartments } from "@multihelix/core/effect/handler/recheck-departments.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { acceptInvitation } from "@multihelix/core/organisation/answer-invitation.ts";
import { removeMember } from "@multihelix/core/organisation/change-member.ts";
import { joinChanges } from "@multihelix/core/organisation/member-changes.ts";
import { organisationIdOf } from "@multihelix/core/organisation/organisation-id.ts";
import { applyPerson } from "@multihelix/core/person/apply-person.ts";
import { editionOf } from "@multihelix/core/person/interest.ts";
import { saveInterests } from "@multihelix/core/person/save-interests.ts";
import { fileReview } from "@multihelix/core/review/file-review.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { memberOf } from "../../fixture/build/actor.ts";
import { aCall } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { allMarks, aProfile, reviewer } from "../../fixture/build/reviewer.ts";
import { aSlot } from "../../fixture/build/slot.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aPerson, storeCase } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const number = { registerScheme: "SE-ON", registerId: "5599998027" };
const register = { scheme: number.registerScheme, id: number.registerId, name: "Lab" };
const [anna, uma] = [idOf("per", "anna"), idOf("per", "uma")];
let organisationId: ReturnType<typeof organisationIdOf>;
let caseId: CaseId;

const house = (headcount: number) =>
  world.store.commit([
    { op: "put", name: "organisation", value: anOrganisation({ ...number, organisationId, headcount, accounts: [] }) },
  ]);

/** Anna belongs to the laboratory; Uma, who works there in physics, reads its case. Ben belongs to nobody. */
beforeEach(async () => {
  organisationId = organisationIdOf(await world.deps.network.current(), number, world.deps.digest);
  await house(5_000);
  const job = { kind: "employer" as const, register, organisationId, department: "Physics", from: "2020-01-01" };
  await world.store.commit([
    { op: "create", name: "organisation", value: anOrganisation({ organisationId: idOf("org", "vivo") }) },
    { op: "create", name: "call", value: aCall() },
    { op: "create", name: "person", value: aPerson("anna") },
    { op: "create", name: "person", value: aPerson("ben") },
    { op: "create", name: "person", value: aPerson("uma", { reviewer: aProfile() }) },
    { op: "create", name: "interests", value: { personId: uma, entries: [job], version: 0 } },
    ...["anna", "ben", "uma"].map((name) => {
      const email = `${name}@example.org`;
      return { op: "create", name: "email", value: { email, personId: idOf("per", name), version: 0 } } as const;
    }),
    ...joinChanges([organisationId], anna, "viewer"),
  ]);
  caseId = await reviewed();
});

async function reviewed(status: "in-review" | "closed" = "in-review"): Promise<CaseId> {
  const { store } = world;
  const { caseId: made } = await storeCase(store, { status, providerId: organisationId });
  const askedAt = at("2026-11-02T08:00:00Z");
  await store.commit([
    { op: "put", name: "partyCase", value: { organisationId, caseId: made, part: "provider", version: 0 } },
    {
      op: "put",
      name: "slot",
      value: aSlot({ caseId: made, reviewerId: uma, status: "accepted", askedAt, version: 0 }),
    },
    { op: "put", name: "task", value: aTask("review", { caseId: made, slot: "r1", version: 0 }) },
  ]);
  return made;
}

const settled = async () => {
  while ((await driveEffects(world.deps)).done > 0);
};
const slot = async (of = caseId) => (await world.store.get("slot", { caseId: of, attempt: 1, slot: "r1" }))?.status;
const foundIn = async (of: CaseId) =>
  (await world.store.list("event", { stream: of })).filter(({ type }) => type === "review.conflict-found");

/** What somebody says of their job at the laboratory, and all that follows; `undefined`: that they have none there. */
async function says(
  name: "anna" | "ben",
  job: { department?: string; until?: string } | undefined,
  wait = true,
): Promise<void> {
  const own = await world.store.get("interests", { personId: idOf("per", name) });
  const version = editionOf(own);
  const interests = job === undefined ? [] : [{ kind: "employer" as const, register, from: "2020-01-01", ...job }];
  await perform(world.deps, memberOf(name, "lab", "viewer"), `say:${name}:${version}`, saveInterests, {
    interests,
    version,
  });
  if (wait) await settled();
}

describe("a reviewer who works in a department of a large organisation", () => {
  test("leaves its case when one of its own people declares that they work there, and is asked no more", async () => {
    await says("anna", { department: " physics" });
    expect(await slot()).toBe("conflicted");
    const task = (await world.store.list("task", { caseId })).find(({ kind }) => kind === "review");
    expect(task).toMatchObject({ status: "answered", answer: { outcome: "conflicted" } });
  });

  test("leaves it when one of them moves there from another", async () => {
    await says("anna", { department: "Chemistry" });
    expect(await slot()).toBe("accepted");
    await says("anna", { department: "Physics", until: "2026-01-31" });
    expect(await slot()).toBe("accepted");
    await says("anna", { department: "Physics" });
    expect(await slot()).toBe("conflicted");
  });

  test("has what they filed set aside", async () => {
    const key = { caseId, slot: "r1", marks: allMarks(5), confidence: 3 };
    await perform(world.deps, reviewer("uma"), "file", fileReview, key);
    await settled();
    await says("anna", { department: "Physics" });
    expect(await world.store.get("review", { caseId, attempt: 1, slot: "r1", reviewerId: uma })).toMatchObject({
      status: "set-aside",
    });
  });

  test("leaves it when the operator's file says so of one of them", async () => {
    const employers = [{ organisationId, department: "Physics", from: "2020-01-01" }];
    const said = { email: "anna@example.org", name: "anna", language: "en" as const, disabled: false };
    const operator = { kind: "system", name: "operator" } as const;
    await perform(world.deps, operator, "people", applyPerson, { ...said, reviewer: { ...aProfile(), employers } });
    await settled();
    expect(await slot()).toBe("conflicted");
  });

  test("stays where whoever declares it does not belong to the organisation, until they join", async () => {
    await says("ben", { department: "Physics" });
    expect(await slot()).toBe("accepted");
    await joins("ben");
    await settled();
    expect(await slot()).toBe("conflicted");
  });

  test("leaves it whichever of the two comes first, who joins and declares at the same moment", async () => {
    await says("ben", { department: "Physics" }, false);
    await joins("ben");
    await settled();
    expect(await slot()).toBe("conflicted");
  });
});

test("a department that is taken back, or left, gives nobody back a case, and asks nothing anew", async () => {
  await says("anna", { department: "Physics" });
  await says("anna", undefined);
  await says("anna", { department: "Chemistry" });
  expect(await slot()).toBe("conflicted");
  expect(await foundIn(caseId)).toHaveLength(1);
});

test("the same declaration is looked at once, and a case at an end keeps what it was decided on", async () => {
  const over = await reviewed("closed");
  await says("anna", { department: "Physics" });
  await recheckDepartments(world.deps, { kind: "recheck-departments", personId: anna });
  await settled();
  expect([await slot(), await slot(over)]).toEqual(["conflicted", "accepted"]);
  expect(await foundIn(caseId)).toHaveLength(1);
});

test("the record of the case names the reviewer and the rule, and not whose declaration it was", async () => {
  await says("anna", { department: "Physics" });
  const [found] = await foundIn(caseId);
  expect(found?.facts).toEqual({ slot: "r1", reviewerId: uma, rules: ["same-employer"] });
  const record = JSON.stringify(await world.store.list("event", { stream: caseId }));
  expect(record).not.toContain(anna);
  expect(record).not.toContain("hysics");
});

describe("whoever belonged to a party for a moment", () => {
  test("is tied to a small one as one who has left it, and leaves its case", async () => {
    await house(12);
    await world.store.commit([{ op: "put", name: "interests", value: { personId: uma, entries: [], version: 0 } }]);
    await joins("uma");
    await leaves("uma");
    await settled();
    expect([await slot(), (await foundIn(caseId))[0]?.facts]).toEqual([
      "conflicted",
      { slot: "r1", reviewerId: uma, rules: ["same-employer"] },
    ]);
  });

  test("keeps the case of a large one once they have left it", async () => {
    await joins("uma");
    await leaves("uma");
    await settled();
    expect(await slot()).toBe("accepted");
  });
});

async function joins(name: "ben" | "uma"): Promise<void> {
  const invitationId = idOf("inv", name);
  const invitation = {
    organisationId,
    invitationId,
    email: `${name}@example.org`,
    level: "viewer" as const,
    invitedBy: anna,
    invitedAt: at("2026-11-01T08:00:00Z"),
    validUntil: at("2099-01-01T08:00:00Z"),
    status: "open" as const,
    version: 0,
  };
  await world.store.commit([{ op: "put", name: "invitation", value: invitation }]);
  await perform(world.deps, reviewer(name), `join:${name}`, acceptInvitation, { organisationId, invitationId });
}

async function leaves(name: "uma"): Promise<void> {
  const actor = { ...reviewer(name), memberships: (await world.store.wholePerson(idOf("per", name))).memberships };
  await perform(world.deps, actor, `leave:${name}`, removeMember, { organisationId, personId: idOf("per", name) });
}
