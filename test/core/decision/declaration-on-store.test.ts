/** A declaration that is too old, on the real store: asked for at the release, signed again, and only then granted. */
import { giveStatement } from "@multihelix/core/decision/give-statement.ts";
import { release } from "@multihelix/core/decision/release.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Verb } from "@multihelix/core/kernel/verb.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { openTask } from "@multihelix/core/task/open-task.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { memberOf, workflow } from "../../fixture/build/actor.ts";
import { aGrant } from "../../fixture/build/aid.ts";
import { anAidGroup, anApplicant, anOffer, theSections } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { anApproval, aProposal, limburg, max } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aShare } from "../../fixture/build/voucher.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";
import { opening, storeCase, storePeople } from "../../fixture/stored-case.ts";

let deps: TestDeps;
let stop: () => Promise<void>;
let caseId: CaseId;
let keys = 0;
const anna = memberOf("anna", "vivo");
const declared = [{ grantor: "VLAIO", amount: 2_000_000, granted: "2025-03-01" }];

beforeAll(async () => {
  ({ deps, stop } = await startTestDeps());
  await storePeople(deps.store);
  await deps.store.commit([
    { op: "create", name: "call", value: aCall() },
    { op: "create", name: "organisation", value: anApplicant() },
    { op: "create", name: "organisation", value: anOrganisation() },
    { op: "create", name: "aidGroup", value: anAidGroup({ version: 0 }) },
  ]);
});
afterAll(() => stop());

/** 10,000 € approved and waiting for its release, its declaration signed two months ago. */
beforeEach(async () => {
  const one = await storeCase(deps.store, { status: "approved" });
  ({ caseId } = one);
  const sections = theSections({ aid: { declared, signed: true } }).map(
    (section): Change => ({
      op: "create",
      name: "section",
      value: { ...section, caseId, savedAt: at("2026-09-01T07:00:00Z") },
    }),
  );
  const proposal = aProposal({ caseId, status: "approved", version: 0 }, one);
  await deps.store.commit([
    ...sections,
    { op: "put", name: "offer", value: anOffer({ caseId, confirmedBy: idOf("per", "lars") }) },
    { op: "put", name: "budget", value: { ledger: limburg, available: 5_000_000, version: 0 } },
    { op: "create", name: "proposal", value: proposal },
    { op: "create", name: "approval", value: { ...anApproval(proposal), caseId, version: 0 } },
    { op: "create", name: "share", value: { ...aShare({ reserved: 1_000_000 }), caseId } },
    { op: "create", name: "aidGrant", value: aGrant({ caseId, status: "reserved", version: 0 }) },
  ]);
  await act(workflow, openTask, opening(caseId, "release", { state: "Release" }));
  expect(await act(max, release, { noInterest: true })).toEqual({ outcome: "condition" });
  await act(workflow, openTask, opening(caseId, "give-statement", { state: "Condition" }));
});

const act = <I, F, R>(actor: PersonActor | typeof workflow, verb: Verb<I, F, R>, input: Record<string, unknown>) =>
  perform(deps, actor, `key-${++keys}`, verb, { caseId, ...input });
const stands = async () => {
  const [one, share, grants] = await Promise.all([
    deps.store.get("case", { caseId }),
    deps.store.get("share", { caseId, parkId: "limburg", budgetYear: 2026 }),
    deps.store.list("aidGrant", { aidGroupId: idOf("aid", "vivo"), caseId }),
  ]);
  return [one?.status, share?.reserved, share?.committed, ...grants.map(({ status }) => status)];
};
const verify = (verification: "verified" | "unverified") =>
  deps.store.commit([{ op: "patch", name: "organisation", key: anApplicantKey, set: { verification }, when: {} }]);
const anApplicantKey = { organisationId: anApplicant().organisationId };
const letters = async () => (await deps.store.list("letter", { stream: caseId })).map(({ kind }) => kind);

test("until it is signed again everything stays reserved; then the voucher is issued", async () => {
  expect(await stands()).toEqual(["conditional", 1_000_000, 0, "reserved"]);
  const one = await deps.store.get("case", { caseId });
  expect(one?.condition).toMatchObject({ kind: "declaration", signed: { on: "2026-09-01", days: 30 } });
  const signed = { outcome: "given", declared, signed: true };
  expect(await act(anna, giveStatement, signed)).toEqual({ outcome: "granted" });
  expect(await stands()).toEqual(["issued", 0, 1_000_000, "granted"]);
  expect(await letters()).toEqual(expect.arrayContaining(["declaration-asked", "decision-award", "voucher"]));
});

test("with too little room by what is declared now it goes back to the proposal, nothing reserved", async () => {
  const more = [...declared, { grantor: "EFRO", amount: 27_500_000, granted: "2026-11-01" }];
  expect(await act(anna, giveStatement, { outcome: "given", declared: more, signed: true })).toEqual({
    outcome: "back",
  });
  expect(await stands()).toEqual(["deciding", 0, 0, "freed"]);
});

test("while the company is not verified it waits, is refused to the releaser, and is signed anew once a month has passed", async () => {
  const signed = { outcome: "given", declared, signed: true };
  await verify("unverified");
  expect(await act(anna, giveStatement, signed)).toEqual({ outcome: "waits" });
  expect(await stands()).toEqual(["conditional", 1_000_000, 0, "reserved"]);
  expect(await act(workflow, openTask, opening(caseId, "release", { round: 2 }))).toEqual({ status: "open" });
  await expect(act(max, release, { noInterest: true })).rejects.toThrow("eligibility.not-met");
  await verify("verified");
  deps.clock.move("2026-12-14T09:00:00Z");
  expect(await act(max, release, { noInterest: true })).toEqual({ outcome: "condition" });
  expect((await letters()).filter((kind) => kind === "declaration-asked")).toHaveLength(2);
  expect(await stands()).toEqual(["conditional", 1_000_000, 0, "reserved"]);
  expect(await act(workflow, openTask, opening(caseId, "give-statement", { round: 2 }))).toEqual({ status: "open" });
  expect(await act(anna, giveStatement, signed)).toEqual({ outcome: "granted" });
  expect(await stands()).toEqual(["issued", 0, 1_000_000, "granted"]);
  deps.clock.move("2026-11-12T09:00:00Z");
});

test.each([
  ["ended with the statement is taken up at the release by a new one", "ended", 1],
  ["still runs is left alone", "running", 0],
] as const)("a workflow that %s", async (_what, status, restarted) => {
  const name = `${caseId}-1`;
  await verify("unverified");
  deps.workflow.executions.set(name, "running");
  await act(anna, giveStatement, { outcome: "given", declared, signed: true });
  deps.workflow.executions.set(name, status);
  await driveEffects(deps, 100);
  expect(deps.asked.started.filter(({ input }) => input["caseId"] === caseId)).toEqual([]);
  deps.clock.move("2026-11-12T09:01:01Z");
  for (let more = true; more; ) more = (await driveEffects(deps, 100)).done > 0;
  deps.clock.move("2026-11-12T09:00:00Z");
  await verify("verified");
  const started = deps.asked.started.filter(({ input }) => input["caseId"] === caseId);
  expect(started).toHaveLength(restarted);
  for (const one of started)
    expect(one).toMatchObject({ workflow: "voucher-selection", input: { from: "Release", round: 2 } });
});

test("the releaser grants it within the month of the statement", async () => {
  await verify("unverified");
  await act(anna, giveStatement, { outcome: "given", declared, signed: true });
  await act(workflow, openTask, opening(caseId, "release", { round: 2 }));
  await verify("verified");
  deps.clock.move("2026-12-11T09:00:00Z");
  expect(await act(max, release, { noInterest: true })).toEqual({ outcome: "granted" });
  expect(await stands()).toEqual(["issued", 0, 1_000_000, "granted"]);
  deps.clock.move("2026-11-12T09:00:00Z");
});

test("refused, it lapses", async () => {
  expect(await act(anna, giveStatement, { outcome: "refused" })).toEqual({ outcome: "lapsed" });
  expect(await stands()).toEqual(["lapsed", 0, 0, "freed"]);
  expect(await letters()).toContain("declaration-lapsed");
});
