/** Releases of one company at one moment, against the most vouchers that its call allows (domain §6), on the real store. */
import type { Case } from "@multihelix/core/application/case.ts";
import type { Call } from "@multihelix/core/call/call.ts";
import { release } from "@multihelix/core/decision/release.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { afterAll, beforeEach, expect, test } from "vitest";
import { anAidGroup, anApplicant, anOffer, completeAnswers, theSections } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { anApproval, aProposal, limburg, max } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { aTask } from "../../fixture/build/task.ts";
import { aShare, eur } from "../../fixture/build/voucher.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";
import { storeCase, storePeople } from "../../fixture/stored-case.ts";

const amount = 100_000;
const crowd = 20;
const vouchersMost = { count: 1, months: 12 };

let deps: TestDeps;
const stops: (() => Promise<void>)[] = [];
beforeEach(async () => {
  const started = await startTestDeps();
  deps = started.deps;
  stops.push(started.stop);
  await storePeople(deps.store);
  await commit([
    { op: "create", name: "organisation", value: anApplicant() },
    { op: "create", name: "organisation", value: anOrganisation() },
    { op: "create", name: "aidGroup", value: anAidGroup({ version: 0 }) },
    { op: "create", name: "budget", value: { ledger: limburg, available: 0, version: 0 } },
  ]);
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

async function commit(changes: readonly Change[]): Promise<void> {
  expect(await deps.store.commit(changes)).toEqual({ ok: true });
}

async function publish(given: Partial<Call> = {}): Promise<Call> {
  const call = aCall(given);
  await commit([{ op: "create", name: "call", value: call }]);
  return call;
}

/** Approved with its money reserved; only the release is left. */
async function approved({ callId }: Call): Promise<Case> {
  const one = await storeCase(deps.store, { status: "approved", callId });
  const { caseId, applicantId } = one;
  const proposal = aProposal({ caseId, status: "approved", award: eur(amount), version: 0 }, one);
  const { token: _, ...task } = aTask("release", { caseId, version: 0 });
  await commit([
    // Each of another service: the same one is not paid twice.
    ...theSections({ project: { ...completeAnswers.project, title: caseId, need: "" } }).map(
      (value): Change => ({ op: "create", name: "section", value: { ...value, caseId } }),
    ),
    { op: "put", name: "offer", value: anOffer({ caseId, confirmedBy: idOf("per", "lars") }) },
    { op: "create", name: "partyCase", value: { organisationId: applicantId, caseId, part: "applicant", version: 0 } },
    { op: "create", name: "proposal", value: proposal },
    { op: "create", name: "approval", value: anApproval(proposal, { caseId, version: 0 }) },
    { op: "create", name: "share", value: aShare({ caseId, reserved: amount, version: 0 }) },
    { op: "create", name: "task", value: task },
  ]);
  return one;
}

const toRelease = (caseId: CaseId) =>
  perform(deps, max, `release ${caseId}`, release, { caseId, noInterest: true as const });

async function atOnce(cases: readonly Case[]): Promise<Record<string, number>> {
  const told = await Promise.all(cases.map(({ caseId }) => toRelease(caseId)));
  return Object.fromEntries(
    [...new Set(told.map(({ outcome }) => outcome))]
      .sort()
      .map((outcome) => [outcome, told.filter((one) => one.outcome === outcome).length]),
  );
}

async function crowdOf(call: Call): Promise<Case[]> {
  const cases: Case[] = [];
  for (let nth = 0; nth < crowd; nth += 1) cases.push(await approved(call));
  return cases;
}

test("twenty releases of one company at once where its call allows one voucher: one is issued, the others decide anew", async () => {
  const cases = await crowdOf(await publish({ vouchersMost }));
  expect(await atOnce(cases)).toEqual({ back: crowd - 1, released: 1 });
  const vouchers = await Promise.all(cases.map(({ caseId }) => deps.store.get("voucher", { caseId })));
  expect(vouchers.filter((voucher) => voucher !== undefined)).toHaveLength(1);
  expect((await deps.store.get("budget", { ledger: limburg }))?.available).toBe((crowd - 1) * amount);
});

test("without a maximum they do not wait for each other", async () => {
  const sleeps = deps.clock.sleeps.length;
  expect(await atOnce(await crowdOf(await publish()))).toEqual({ released: crowd });
  expect(deps.clock.sleeps.length).toBe(sleeps);
  expect((await deps.store.get("aidGroup", { aidGroupId: anAidGroup().aidGroupId }))?.issued).toBe(crowd);
});

test("where no ceiling of aid is assessed the maximum holds as well", async () => {
  const payers = aCall().payers.map((payer) => ({ ...payer, aidBasis: "no-aid" as const }));
  const cases = await crowdOf(await publish({ vouchersMost, payers }));
  expect(await atOnce(cases)).toEqual({ back: crowd - 1, released: 1 });
});

test("a voucher that lapsed leaves its place to the next", async () => {
  const call = await publish({ vouchersMost });
  const [first, second, third] = [await approved(call), await approved(call), await approved(call)];
  expect(await toRelease(first.caseId)).toEqual({ outcome: "released" });
  expect(await toRelease(second.caseId)).toEqual({ outcome: "back" });
  const status = "lapsed" as const;
  await commit([
    { op: "patch", name: "case", key: { caseId: first.caseId }, set: { status }, when: { status: "issued" } },
  ]);
  expect(await toRelease(third.caseId)).toEqual({ outcome: "released" });
});
