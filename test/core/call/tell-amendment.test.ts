import { saveSection } from "@multihelix/core/application/save-section.ts";
import { sectionIds } from "@multihelix/core/application/section.ts";
import { startApplication } from "@multihelix/core/application/start-application.ts";
import { proposeAmendment, publishAmendment } from "@multihelix/core/call/amend-call.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { tellApplicant } from "@multihelix/core/call/tell-amendment.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { toZonedDateString } from "@multihelix/core/kernel/instant.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { readAmendmentDesk, readAmendments } from "@multihelix/core/view/amendments.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { completeAnswers } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { aCase } from "../../fixture/build/case.ts";
import { type DemoWorld, startDemoWorld } from "../../fixture/build/demo-world.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { patches } from "../../fixture/changes.ts";

const outbox = { kind: "system", name: "outbox" } as const;
let world: DemoWorld;
const drafts: CaseId[] = [];
beforeAll(async () => {
  world = await startDemoWorld();
  for (const nth of [1, 2, 3]) drafts.push(await begun(`draft-${nth}`));
  await settle();
});
afterAll(async () => {
  await world.stop();
});

async function settle(): Promise<void> {
  while ((await driveEffects(world.deps)).done > 0);
}

async function begun(key: string): Promise<CaseId> {
  const owner = await world.actor("sme-owner");
  const organisationId = owner.memberships[0]?.organisationId;
  const callId = callIdOf("LIM-V26", world.deps.digest);
  const { caseId } = await perform(world.deps, owner, key, startApplication, { callId, organisationId });
  for (const sectionId of sectionIds)
    await saveSection(world.deps, owner, { caseId, sectionId, data: completeAnswers[sectionId], version: undefined });
  return caseId;
}

/** Published by the second manager: the largest award grows. */
async function amend(key: string, maximumAward: number): Promise<number> {
  const { deps } = world;
  const callId = callIdOf("LIM-V26", deps.digest);
  const call = await deps.store.get("call", { callId });
  if (call === undefined) throw new Error("no call");
  const { minimumAward, intensity, ownShareLeast, validityMonths, pays, irrecoverableVat } = call;
  const change = {
    step: "money",
    minimumAward,
    maximumAward,
    intensity,
    ownShareLeast,
    validityMonths,
    pays,
    irrecoverableVat,
    payers: call.payers.map(({ parkId, ledger, sharePercent, aidBasis, redressPercent }) => ({
      parkId,
      fundId: ledger.fundId,
      budgetYear: ledger.budgetYear,
      sharePercent,
      aidBasis,
      redressPercent,
    })),
  };
  const reason = Object.fromEntries(call.languages.map((language) => [language, `More money (${language}).`]));
  const input = { callId, version: call.version, change, reason };
  const { number } = await perform(deps, await world.actor("limburg-manager"), `${key}-p`, proposeAmendment, input);
  const second = await world.actor("limburg-second-manager");
  await perform(deps, second, `${key}-q`, publishAmendment, { callId, number });
  return number;
}

const lettersOf = async (caseId: CaseId) =>
  (await world.deps.store.list("letter", { stream: caseId })).filter(({ kind }) => kind === "call-amended");

test("every draft's applicant is told once in their language, cut short or not, and the call's page says it too", async () => {
  const { deps } = world;
  const callId = callIdOf("LIM-V26", deps.digest);
  const number = await amend("more", 1_200_000);
  // Dies after the first of them: what was told is told, and the rest is told by the next try.
  const { store } = deps;
  let told = 0;
  const dying = {
    ...deps,
    store: {
      ...store,
      commit: async (changes: Parameters<typeof store.commit>[0]) => {
        const tells = changes.some((one) => one.op === "create" && one.name === "letter");
        if (tells && ++told > 1) throw new Error("the process died");
        return store.commit(changes);
      },
    },
  };
  await driveEffects(dying);
  const before = await Promise.all(drafts.map(lettersOf));
  expect(before.flat()).toHaveLength(1);
  expect((await store.get("amendment", { callId, number }))?.toldAt).toBeUndefined();
  for (let tries = 0; tries < 4; tries++) {
    deps.moveClock(120_000);
    await settle();
  }
  for (const caseId of drafts) {
    const [letter, ...more] = await lettersOf(caseId);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ status: "sent", language: "nl" });
    expect(letter?.text).toContain("Grootste toekenning");
    expect(letter?.text).toContain("> More money (nl).");
  }
  expect((await store.get("amendment", { callId, number }))?.toldAt).toBeDefined();
  const { amendments } = await readAmendments(deps, callId, "en");
  expect(amendments).toMatchObject([
    { number, reason: "More money (en).", lines: [{ label: "Largest award", from: "€10,000.00", to: "€12,000.00" }] },
  ]);
  const desk = await readAmendmentDesk(deps, await world.actor("limburg-manager"), callId, "en");
  expect(desk).toMatchObject({ may: true, published: [{ number, told: true }] });
  expect(desk.proposed).toBeUndefined();
});

test("a draft begun afterwards is not told of what it knew, and nobody is told of a proposal", async () => {
  const { deps } = world;
  deps.moveClock(60_000);
  const late = await begun("late");
  const callId = callIdOf("LIM-V26", deps.digest);
  const told = await perform(deps, outbox, "late-told", tellApplicant, { callId, number: 1, caseId: late });
  expect(told).toEqual({ outcome: "nothing" });
  expect(await lettersOf(late)).toEqual([]);
});

test("a new closing moves the days of who waits for the ranking, and of nobody else", () => {
  const call = aCall({ mode: "deadline", closes: at("2027-01-29T22:59:59Z") });
  const amendment = {
    callId: call.callId,
    number: 1,
    status: "published",
    change: { step: "review", rubric: call.rubric, oneReviewUpTo: 0 },
    changes: [{ field: "closes", from: at("2026-12-18T22:59:59Z"), to: call.closes }],
    reason: { en: "Holidays." },
    proposedBy: call.createdBy,
    proposedAt: at("2026-11-11T09:00:00Z"),
    endedAt: at("2026-11-12T08:00:00Z"),
    version: 1,
  } as const;
  const one = aCase({ status: "in-review", callId: call.callId });
  const tasks = [aTask("await-ranking"), aTask("review")];
  const facts = { one, call, amendment: { ...amendment, changes: [...amendment.changes] }, tasks, recipients: [] };
  const { changes } = tellApplicant.decide(
    facts,
    outbox,
    { callId: call.callId, number: 1, caseId: one.caseId },
    aMoment(),
  );
  const moved = patches(changes, "task");
  expect(moved).toHaveLength(1);
  expect(toZonedDateString(moved[0]?.set.due ?? call.opens, "Europe/Brussels") > "2027-01-29").toBe(true);
});
