/** Where the paying park has an interest of its own in a case, somebody of another park approves (domain §3). */
import { answerApproval } from "@multihelix/core/approval/answer-approval.ts";
import { interestOf } from "@multihelix/core/approval/park-interest.ts";
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Moment } from "@multihelix/core/kernel/verb.ts";
import { asOutsider } from "@multihelix/core/letter/recipient.ts";
import { checkNetwork } from "@multihelix/core/network/check-network.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import type { NetworkFile } from "@multihelix/core/network/network-file.ts";
import type { RoleGrant } from "@multihelix/core/person/role-grant.ts";
import { openTask } from "@multihelix/core/task/open-task.ts";
import { readHolders } from "@multihelix/core/view/holders.ts";
import { describe, expect, test } from "vitest";
import { anActor, staff, workflow } from "../../fixture/build/actor.ts";
import { anApplicant } from "../../fixture/build/application.ts";
import { caseId } from "../../fixture/build/case.ts";
import { aJointProposal, anApprover, approvingFacts } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { testDeps } from "../../fixture/deps.ts";
import { refusalOf, refused } from "../../fixture/refusal.ts";
import { aPerson, opening, storeCase, storePeople } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const applicant = anApplicant();
const demo = demoNetwork();
const { registerScheme, registerId } = applicant;
const housed = (kind: "owns" | "houses-free"): NetworkFile =>
  withLimburg({ interests: [{ registerScheme, registerId, kind }] });
function withLimburg(given: Partial<NetworkFile["parks"][number]>): NetworkFile {
  return {
    ...demo,
    parks: demo.parks.map((park) => (park.id === "limburg" ? { ...park, ...given } : park)),
  };
}
const named = (...organisations: ReturnType<typeof anOrganisation>[]) =>
  organisations.map((kept) => ({
    kept,
    names: [{ organisationId: kept.organisationId, register: { scheme: kept.registerScheme, id: kept.registerId } }],
  }));

const grant = (parkId: string, given: Partial<RoleGrant> = {}): RoleGrant => ({
  personId: idOf("per", "lotta"),
  grantId: idOf("rgr", `lotta${parkId}`),
  role: "approver",
  scope: { kind: "park", parkId },
  substitute: false,
  version: 0,
  ...given,
});
/** Approves in Lund, and for a time in Limburg. */
const lotta: PersonActor = anActor("lotta", { grants: [grant("lund"), grant("limburg", { substitute: true })] });

describe("a park has an interest in a case", () => {
  const provider = anOrganisation();
  test("where it owns or houses a party, and where a party is the park or the body that signs for it", () => {
    expect(interestOf(housed("owns"), "limburg", named(applicant, provider))).toBe("owns");
    expect(interestOf(housed("houses-free"), "limburg", named(applicant))).toBe("houses-free");
    const entity = demo.parks.find(({ id }) => id === "limburg")?.legalEntity;
    expect(interestOf(demo, "limburg", named(anOrganisation({ ...entity })))).toBe("is");
    expect(interestOf(demo, "limburg", named(anOrganisation({ kind: "park", homePark: "limburg" })))).toBe("is");
  });

  test("and in no other: not another park in it, nor a company that merely sits in it", () => {
    expect(interestOf(housed("owns"), "wales", named(applicant, provider))).toBeUndefined();
    expect(interestOf(housed("owns"), "limburg", named(provider))).toBeUndefined();
    expect(interestOf(demo, "limburg", named(anOrganisation({ homePark: "limburg" })))).toBeUndefined();
  });

  test("whose number the register knows", () => {
    expect(checkNetwork(housed("owns")).ok).toBe(true);
    const wrong = withLimburg({ interests: [{ registerScheme, registerId: "0999998230", kind: "owns" }] });
    expect(checkNetwork(wrong)).toMatchObject({ ok: false, problems: [{ path: "parks[0].interests[0].registerId" }] });
  });
});

describe("somebody is of another park", () => {
  const candidate = { ...aPerson("lotta"), substitute: true };
  const found = (...grants: RoleGrant[]) => asOutsider(candidate, grants, "limburg")[0];
  test("while they have a duty of their own there, and here at most a substitute's", () => {
    expect(found(grant("lund"), grant("limburg", { substitute: true }))).toMatchObject({ name: "lotta" });
    expect(found(grant("limburg", { substitute: true }))).toBeUndefined();
    expect(found(grant("lund", { role: "reviewer" }))).toBeUndefined();
    expect(found(grant("lund", { substitute: true }))).toBeUndefined();
    const until = at("2026-12-01T00:00:00Z");
    expect(found(grant("lund", { until }))?.until).toBe(until);
    expect(found(grant("lund"), grant("limburg", { role: "manager", until }))?.barredUntil).toBe(until);
  });
});

describe("the approval of such a park", () => {
  const moment: Moment = { ...aMoment(), network: housed("houses-free") };
  const facts = approvingFacts({ proposals: [aJointProposal()], parties: named(applicant) });
  const approve = { caseId, parkId: "limburg", noInterest: true, answer: "approve", reason: "" } as const;

  test("is refused to its own people and taken from whoever stands in from another park", () => {
    expect(refusalOf(() => answerApproval.decide(facts, anApprover("abe"), approve, moment))).toMatchObject({
      code: "duties.park-interest",
      facts: { parkId: "limburg", interest: "houses-free" },
    });
    expect(answerApproval.decide(facts, lotta, approve, moment).result).toEqual({ outcome: "approve" });
    const own = anActor("rik", { grants: [grant("limburg", { substitute: true })] });
    expect(refused(() => answerApproval.decide(facts, own, approve, moment))).toBe("forbidden duties.park-interest");
  });

  test("of another paying park is answered by its own people as ever", () => {
    const wales = staff("will", "approver", "wales");
    expect(answerApproval.decide(facts, wales, { ...approve, parkId: "wales" }, moment).result).toEqual({
      outcome: "approve",
    });
  });
});

describe("whoever is asked", () => {
  const world = testWorld();
  async function asked(withLotta: boolean) {
    const { store } = world;
    const deps = testDeps(store, { network: housed("owns") });
    await storePeople(store);
    const value = {
      role: "approver" as const,
      scope: "limburg",
      personId: lotta.personId,
      grantId: idOf("rgr", "lotta"),
      substitute: true,
      version: 0,
    };
    const one = await storeCase(store, { status: "approving" });
    await store.commit([
      { op: "create", name: "organisation", value: applicant },
      { op: "create", name: "proposal", value: { ...aJointProposal(), caseId: one.caseId, version: 0 } },
      ...(withLotta
        ? [
            { op: "put" as const, name: "person" as const, value: aPerson("lotta") },
            { op: "put" as const, name: "roleHolder" as const, value },
            ...lotta.grants.map((held) => ({ op: "put" as const, name: "grant" as const, value: held })),
          ]
        : []),
    ]);
    await perform(deps, workflow, "open", openTask, opening(one.caseId, "approve", { slot: "limburg" }));
    const [letters, [task]] = await Promise.all([
      store.list("letter", { stream: one.caseId }),
      store.list("task", { caseId: one.caseId }),
    ]);
    const holders = await readHolders(store, task === undefined ? [] : [task], deps.clock.now(), one);
    return { letters: letters.map(({ kind, to }) => [kind, to.name]), task, holders: [...holders.values()].flat() };
  }

  test("is of another park, is told, and is named on the page; the task says which interest", async () => {
    const { letters, task, holders } = await asked(true);
    expect(letters).toEqual([["approval-asked", "lotta"]]);
    expect(task).toMatchObject({ holder: { parkId: "limburg", apart: true }, facts: { parkInterest: "owns" } });
    expect(holders).toEqual([{ name: "lotta", substitute: true }]);
  });

  test("is nobody of the park: where nobody stands in, the secretary is told at once", async () => {
    expect((await asked(false)).letters).toEqual([["escalation", "sia"]]);
  });
});
