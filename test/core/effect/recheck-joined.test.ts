/** A reviewer who joins a party of a case judges it no more: neither what is to be filed nor what was filed counts. */
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { acceptInvitation } from "@multihelix/core/organisation/answer-invitation.ts";
import { applyPerson } from "@multihelix/core/person/apply-person.ts";
import { fileReview } from "@multihelix/core/review/file-review.ts";
import { beforeEach, expect, test } from "vitest";
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
const uma = reviewer("uma");
const { personId } = uma;
const organisationId = idOf("org", "vivo");
const invitationId = idOf("inv", "uma");
const invitation = {
  organisationId,
  invitationId,
  email: "uma@example.org",
  level: "viewer" as const,
  invitedBy: idOf("per", "anna"),
  invitedAt: at("2026-11-01T08:00:00Z"),
  validUntil: at("2099-01-01T08:00:00Z"),
  status: "open" as const,
  version: 0,
};
let caseId: CaseId;

beforeEach(async () => {
  const { store } = world;
  await store.commit([
    { op: "create", name: "organisation", value: anOrganisation({ organisationId }) },
    { op: "create", name: "call", value: aCall() },
    { op: "create", name: "person", value: aPerson("uma", { reviewer: aProfile() }) },
    { op: "create", name: "email", value: { email: "uma@example.org", personId, version: 0 } },
    { op: "create", name: "invitation", value: invitation },
  ]);
  ({ caseId } = await storeCase(store, { status: "in-review", applicantId: organisationId }));
  await store.commit([
    { op: "put", name: "partyCase", value: { organisationId, caseId, part: "applicant", version: 0 } },
    { op: "put", name: "slot", value: aSlot({ caseId, reviewerId: personId, status: "accepted", version: 0 }) },
    { op: "put", name: "task", value: aTask("review", { caseId, slot: "r1", version: 0 }) },
  ]);
});
const join = () => perform(world.deps, uma, "join", acceptInvitation, { organisationId, invitationId });
const file = () =>
  perform(world.deps, uma, "file", fileReview, { caseId, slot: "r1", marks: allMarks(5), confidence: 3 });
const settled = async () => {
  while ((await driveEffects(world.deps)).done > 0);
};
const slot = async () => (await world.store.get("slot", { caseId, attempt: 1, slot: "r1" }))?.status;
const review = async () =>
  (await world.store.get("review", { caseId, attempt: 1, slot: "r1", reviewerId: personId }))?.status;

test("who accepted the review and joins the applicant files nothing any more, and leaves the case", async () => {
  await join();
  await expect(file()).rejects.toMatchObject({
    code: "review.hard-conflict",
    facts: { rules: ["person-on-application"] },
  });
  await settled();
  expect([await slot(), await review()]).toEqual(["conflicted", undefined]);
});

test("who filed first and joins then has the review set aside, also without the role of a reviewer by now", async () => {
  await file();
  await settled();
  expect([await slot(), await review()]).toEqual(["filed", "filed"]);
  await join();
  await settled();
  expect(await review()).toBe("set-aside");
});

test("whose facts as a reviewer the operator's file changes is looked at likewise, each time it does", async () => {
  const employers = [{ organisationId, from: "2020-01-01" }];
  const say = (key: string, reviewer: ReturnType<typeof aProfile>) =>
    perform(world.deps, { kind: "system", name: "operator" }, key, applyPerson, {
      email: "uma@example.org",
      name: "uma",
      language: "en",
      disabled: false,
      reviewer,
    });
  const askedAt = at("2026-11-02T08:00:00Z");
  await world.store.commit([
    { op: "patch", name: "slot", key: { caseId, attempt: 1, slot: "r1" }, set: { askedAt }, when: {} },
  ]);
  await file();
  await say("terms alone", { ...aProfile(), terms: ["sensors"] });
  await settled();
  expect([await slot(), await review()]).toEqual(["filed", "filed"]);
  await say("another employer", { ...aProfile(), employers });
  await settled();
  expect(await review()).toBe("set-aside");
});

test("whom the operator's file makes a member is looked at likewise", async () => {
  const memberships = [{ organisationId, level: "viewer" as const }];
  const said = { email: "uma@example.org", name: "uma", language: "en" as const, disabled: false, memberships };
  await perform(world.deps, { kind: "system", name: "operator" }, "people", applyPerson, said);
  await settled();
  expect(await slot()).toBe("conflicted");
});
