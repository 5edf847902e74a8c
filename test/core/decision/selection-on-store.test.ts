/** From screening to release on the real store: every read finds its facts, every commit is taken, money and aid add up. */
import { screenApplication } from "@multihelix/core/application/screen-application.ts";
import { answerApproval } from "@multihelix/core/approval/answer-approval.ts";
import { settleApprovals } from "@multihelix/core/approval/settle-approvals.ts";
import { giveStatement } from "@multihelix/core/decision/give-statement.ts";
import { propose } from "@multihelix/core/decision/propose.ts";
import { release } from "@multihelix/core/decision/release.ts";
import type { PersonActor } from "@multihelix/core/kernel/actor.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Verb } from "@multihelix/core/kernel/verb.ts";
import type { Change } from "@multihelix/core/port/store.ts";
import { declareInterest } from "@multihelix/core/review/declare.ts";
import { fileReview } from "@multihelix/core/review/file-review.ts";
import { judgeSpread } from "@multihelix/core/review/judge-spread.ts";
import { planReviews } from "@multihelix/core/review/plan-reviews.ts";
import { saveReview } from "@multihelix/core/review/save-review.ts";
import { openTask } from "@multihelix/core/task/open-task.ts";
import type { TaskKind } from "@multihelix/core/task/task.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { memberOf, workflow } from "../../fixture/build/actor.ts";
import { anAidGroup, anApplicant, anOffer, theSections } from "../../fixture/build/application.ts";
import { aJointCall, anApprover, limburg, max, mia, wales } from "../../fixture/build/decision.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { anOrganisation } from "../../fixture/build/organisation.ts";
import { allMarks, aProfile, reviewer } from "../../fixture/build/reviewer.ts";
import { eur } from "../../fixture/build/voucher.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";
import { aPerson, opening, storeCase, storePeople } from "../../fixture/stored-case.ts";

let deps: TestDeps;
let stop: () => Promise<void>;
let caseId: CaseId;
let keys = 0;
const call = aJointCall();
const aidGroupId = idOf("aid", "vivo");

beforeAll(async () => {
  ({ deps, stop } = await startTestDeps());
  await storePeople(deps.store);
  const reviewers = [aReviewer("uma", "uppsala"), aReviewer("lo", "lund"), aReviewer("sara", "sherbrooke")].flat();
  await deps.store.commit([
    { op: "create", name: "call", value: call },
    { op: "create", name: "organisation", value: anApplicant() },
    { op: "create", name: "organisation", value: anOrganisation() },
    { op: "create", name: "aidGroup", value: anAidGroup({ version: 0 }) },
    ...reviewers,
  ]);
});
afterAll(() => stop());

beforeEach(async () => {
  caseId = (await storeCase(deps.store, { payingParks: ["limburg", "wales"] })).caseId;
  const sections = theSections().map(
    (value): Change => ({ op: "create", name: "section", value: { ...value, caseId } }),
  );
  await deps.store.commit([
    ...sections,
    { op: "put", name: "offer", value: anOffer({ caseId, confirmedBy: idOf("per", "lars") }) },
    { op: "put", name: "budget", value: { ledger: limburg, available: 5_000_000, version: 0 } },
    { op: "put", name: "budget", value: { ledger: wales, available: 4_000_000, version: 0 } },
  ]);
});

function aReviewer(name: string, parkId: string): Change[] {
  const person = aPerson(name, { reviewer: aProfile({ parkId }) });
  const held = {
    role: "reviewer" as const,
    scope: "network",
    personId: person.personId,
    grantId: idOf("rgr", name),
    substitute: false,
    version: 0,
  };
  return [
    { op: "create", name: "person", value: person },
    { op: "create", name: "roleHolder", value: held },
  ];
}

const act = <I, F, R>(actor: PersonActor | typeof workflow, verb: Verb<I, F, R>, input: Record<string, unknown>) =>
  perform(deps, actor, `key-${++keys}`, verb, { caseId, ...input });
const ask = (kind: TaskKind, given: Parameters<typeof opening>[2] = {}) =>
  act(workflow, openTask, opening(caseId, kind, given));
const caseNow = async () => (await deps.store.get("case", { caseId }))?.status;
const available = async (ledger = limburg) => (await deps.store.get("budget", { ledger }))?.available;
const shareOf = (parkId: string) => deps.store.get("share", { caseId, parkId, budgetYear: 2026 });
const noInterest = true;

async function reviewed(): Promise<void> {
  await ask("screen");
  await act(mia, screenApplication, { noInterest, outcome: "eligible" });
  const { slots } = await act(workflow, planReviews, { attempt: 1 });
  for (const { slot, round } of slots) {
    await ask("declare", { slot, round });
    const seat = await deps.store.get("slot", { caseId, attempt: 1, slot });
    const who = reviewer(["uma", "lo", "sara"].find((name) => idOf("per", name) === seat?.reviewerId) ?? "nobody");
    await act(who, declareInterest, { slot, outcome: "accepted" });
    await ask("review", { slot, round });
    await act(who, fileReview, { slot, marks: allMarks(4), confidence: 3 });
  }
  expect(await act(workflow, judgeSpread, { attempt: 1, slots })).toMatchObject({ outcome: "enough" });
}

async function proposed(round = 1): Promise<void> {
  await ask("propose", { round });
  await act(mia, propose, { noInterest, kind: "award", amount: eur(1_000_000), reasons: "Clear need." });
  for (const slot of ["limburg", "wales"]) await ask("approve", { slot, round });
}

describe("the selection of a case that two parks pay", () => {
  test("ends with a voucher: money committed in both currencies, aid granted to both jurisdictions", async () => {
    await reviewed();
    await proposed();
    expect([await available(), (await shareOf("limburg"))?.reserved]).toEqual([4_250_000, 750_000]);
    const pounds = (await shareOf("wales"))?.reserved ?? 0;
    expect((await available(wales)) ?? 0).toBe(4_000_000 - pounds);
    expect(pounds).toBeGreaterThan(200_000);

    const sleeps = deps.clock.sleeps.length;
    await Promise.all([
      act(anApprover("abe"), answerApproval, { noInterest, parkId: "limburg", answer: "approve" }),
      act(anApprover("wyn", "wales"), answerApproval, { noInterest, parkId: "wales", answer: "approve" }),
    ]);
    expect(deps.clock.sleeps.length).toBe(sleeps);
    expect(await act(workflow, settleApprovals, { attempt: 1, round: 1 })).toEqual({ outcome: "approved", round: 1 });
    await ask("release");
    // Wales pays under a law that wants the applicant's statement first: until then everything stays reserved.
    expect(await act(max, release, { noInterest })).toEqual({ outcome: "condition" });
    expect(await caseNow()).toBe("conditional");
    expect(await shareOf("wales")).toMatchObject({ reserved: pounds, committed: 0 });
    await ask("give-statement");
    const statement = { outcome: "given", declared: [], signed: true } as const;
    expect(await act(memberOf("anna", "vivo"), giveStatement, statement)).toEqual({ outcome: "granted" });

    expect(await caseNow()).toBe("issued");
    expect(await shareOf("limburg")).toMatchObject({ reserved: 0, committed: 750_000 });
    expect(await shareOf("wales")).toMatchObject({ reserved: 0, committed: pounds });
    const grants = (await deps.store.list("aidGrant", { aidGroupId, caseId })).map(
      ({ parkId, jurisdiction, status }) => [parkId, jurisdiction, status],
    );
    expect(grants).toEqual([
      ["limburg", "BE", "granted"],
      ["wales", "GB", "granted"],
    ]);
    const letters = (await deps.store.list("letter", { stream: caseId })).map(({ kind, to }) => `${kind} ${to.name}`);
    for (const letter of ["mfa-notification anna", "mfa-confirmation anna", "voucher anna", "voucher lars"])
      expect(letters).toContain(letter);
  });

  test("one park's decline frees both at once, and the next round takes hold again", async () => {
    await reviewed();
    await proposed();
    await act(anApprover("abe"), answerApproval, { noInterest, parkId: "limburg", answer: "approve" });
    await act(anApprover("wyn", "wales"), answerApproval, {
      noInterest,
      parkId: "wales",
      answer: "decline",
      reason: "No money this year.",
    });
    expect([await available(), await available(wales)]).toEqual([5_000_000, 4_000_000]);
    expect([(await shareOf("limburg"))?.reserved, (await shareOf("wales"))?.reserved]).toEqual([0, 0]);
    expect((await deps.store.list("aidGrant", { aidGroupId, caseId })).map(({ status }) => status)).toEqual([
      "freed",
      "freed",
    ]);
    expect(await act(workflow, settleApprovals, { attempt: 1, round: 1 })).toEqual({ outcome: "back", round: 2 });

    await proposed(2);
    expect([await available(), (await shareOf("limburg"))?.reserved]).toEqual([4_250_000, 750_000]);
    expect((await deps.store.list("aidGrant", { aidGroupId, caseId })).map(({ status }) => status)).toEqual([
      "reserved",
      "reserved",
    ]);
  });

  test("approve and decline in the same instant: whichever is first, nothing stays reserved", async () => {
    await reviewed();
    await proposed();
    const answers = await Promise.allSettled([
      act(anApprover("abe"), answerApproval, { noInterest, parkId: "limburg", answer: "approve" }),
      act(anApprover("wyn", "wales"), answerApproval, {
        noInterest,
        parkId: "wales",
        answer: "decline",
        reason: "No money.",
      }),
    ]);
    expect(answers[1]?.status).toBe("fulfilled");
    if (answers[0]?.status === "rejected") expect(answers[0].reason).toMatchObject({ code: "task.already-answered" });
    expect(await caseNow()).toBe("deciding");
    expect([await available(), await available(wales)]).toEqual([5_000_000, 4_000_000]);
    const counted = (await deps.store.list("approval", { caseId })).filter(
      ({ answer, invalidatedAt }) => answer === "approve" && invalidatedAt === undefined,
    );
    expect(counted).toEqual([]);
  });
});

describe("a draft of a review", () => {
  test("is saved once per version; another tab is told, the same content is no change, a filed review is final", async () => {
    await ask("screen");
    await act(mia, screenApplication, { noInterest, outcome: "eligible" });
    await act(workflow, planReviews, { attempt: 1 });
    await ask("declare", { slot: "r1" });
    const seat = await deps.store.get("slot", { caseId, attempt: 1, slot: "r1" });
    const who = reviewer(["uma", "lo", "sara"].find((name) => idOf("per", name) === seat?.reviewerId) ?? "nobody");
    const save = (score: number, version?: number) =>
      saveReview(deps, who, { caseId, slot: "r1", marks: allMarks(score), confidence: 2, version });
    await expect(save(3)).rejects.toMatchObject({ code: "review.not-accepted" });
    await act(who, declareInterest, { slot: "r1", outcome: "accepted" });
    expect((await save(3)).version).toBe(0);
    expect((await save(3)).version).toBe(0);
    expect((await save(4, 0)).version).toBe(1);
    await expect(save(5, 0)).rejects.toMatchObject({
      kind: "conflict",
      code: "review.changed",
      facts: { readVersion: 0, version: 1 },
    });
    await expect(
      saveReview(deps, reviewer("mo"), { caseId, slot: "r1", marks: [], confidence: 1 }),
    ).rejects.toMatchObject({ code: "case.not-found" });
    await ask("review", { slot: "r1" });
    await act(who, fileReview, { slot: "r1", marks: allMarks(4), confidence: 3 });
    await expect(save(1, 2)).rejects.toMatchObject({ code: "review.already-filed" });
  });
});
