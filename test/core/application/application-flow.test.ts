import { checkApplication } from "@multihelix/core/application/check-application.ts";
import { confirmOffer } from "@multihelix/core/application/confirm-offer.ts";
import { inviteProvider } from "@multihelix/core/application/invite-provider.ts";
import { readOtherCases } from "@multihelix/core/application/other-case.ts";
import { saveSection } from "@multihelix/core/application/save-section.ts";
import { sectionIds } from "@multihelix/core/application/section.ts";
import { startApplication } from "@multihelix/core/application/start-application.ts";
import { submitApplication } from "@multihelix/core/application/submit-application.ts";
import { withdrawApplication } from "@multihelix/core/application/withdraw-application.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { completeAnswers } from "../../fixture/build/application.ts";
import { type DemoWorld, startDemoWorld } from "../../fixture/build/demo-world.ts";
import { aShare } from "../../fixture/build/voucher.ts";

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld();
});
afterAll(async () => {
  await world.stop();
});

const price = { amount: 1_250_000, currency: "EUR" };
const content = {
  scope: "Stability study of a lyophilised enzyme at three temperatures over eight weeks.",
  price,
  startsOn: "2026-12-14",
  endsOn: "2027-03-12",
  independent: true,
  priceBasis: "market-price",
};

async function drafted(key: string, study = key): Promise<{ caseId: CaseId; reference: string }> {
  const { deps } = world;
  const owner = await world.actor("sme-owner");
  const [organisationId] = owner.memberships.map((membership) => membership.organisationId);
  const callId = callIdOf("LIM-V26", deps.digest);
  const started = await perform(deps, owner, `${key}-start`, startApplication, { callId, organisationId });
  for (const sectionId of sectionIds)
    await saveSection(deps, owner, {
      caseId: started.caseId,
      sectionId,
      data: sectionId === "project" ? { ...completeAnswers.project, ...about(study) } : completeAnswers[sectionId],
      version: undefined,
    });
  const [provider] = (await deps.store.list("providerEntry", {})).filter(({ parkId }) => parkId === "lund");
  await perform(deps, owner, `${key}-invite`, inviteProvider, {
    caseId: started.caseId,
    organisationId: provider?.organisationId,
  });
  await perform(deps, await world.actor("provider-lund"), `${key}-offer`, confirmOffer, {
    caseId: started.caseId,
    content,
  });
  return started;
}

/** A service of its own for each story: the same one from the same provider is not paid twice. */
const about = (key: string) => ({ title: `${key}assay`, need: `${key}study ${key}batch` });

/** The refusal's code. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
  return "nothing was refused";
}

test("from start to receipt: letters go out, the selection starts, a park sees its row", async () => {
  const { deps } = world;
  const { caseId, reference } = await drafted("story");
  const owner = await world.actor("sme-owner");
  const report = await checkApplication(deps, owner, caseId);
  expect(report).toMatchObject({
    ready: true,
    missing: [],
    funding: { requested: { amount: 1_000_000 }, own: { amount: 250_000 } },
  });
  expect(report.headrooms).toMatchObject([
    { jurisdiction: "BE", ceiling: 30_000_000, room: 30_000_000, asked: 1_000_000, fits: true },
  ]);
  const receipt = await perform(deps, owner, "story-submit", submitApplication, { caseId });
  expect(await perform(deps, owner, "story-submit", submitApplication, { caseId })).toEqual(receipt);
  while ((await driveEffects(deps)).done > 0);
  expect(deps.asked.started).toMatchObject([
    { workflow: "voucher-selection", executionName: `${caseId}-1`, input: { caseId, attempt: 1, from: "Screen" } },
  ]);
  expect(deps.mails.map(({ to }) => to).sort()).toEqual([
    "elodie@kiemkracht.example",
    "elodie@kiemkracht.example",
    "orjan@matlabbet.example",
  ]);
  // Letters leave in any order: the receipt is the one that names what was frozen.
  expect(deps.mails.filter(({ text }) => text.includes(receipt.contentHash))).toHaveLength(1);
  const callId = callIdOf("LIM-V26", deps.digest);
  expect(await deps.store.list("row", { parkId: "limburg", callId })).toMatchObject([
    { reference, status: "screening", requested: 1_000_000, provider: "Skånska Mätlabbet AB" },
  ]);
  const events = await deps.store.list("event", { stream: caseId });
  expect(events.map(({ type }) => type)).toEqual([
    "application.started",
    "application.provider-invited",
    "application.offer-confirmed",
    "application.submitted",
  ]);
  expect(events.every(({ seal }) => seal !== undefined)).toBe(true);
});

test("two tabs never overwrite each other unseen: the slower is told who saved and when", async () => {
  const { deps } = world;
  const { caseId } = await drafted("tabs");
  const owner = await world.actor("sme-owner");
  const editor = await world.actor("sme-editor");
  const project = (need: string, version: number | undefined, actor = owner) =>
    saveSection(deps, actor, { caseId, sectionId: "project", data: { ...completeAnswers.project, need }, version });
  expect(await project("First.", 0, editor)).toMatchObject({ version: 1 });
  const refusal = await project("Second.", 0).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    kind: "conflict",
    code: "section.changed",
    facts: { version: 1, by: editor.personId, name: "Jürgen Claës", at: deps.clock.now() },
  });
  expect(await project("First.", 0)).toMatchObject({ version: 1 });
  expect(await project("Second.", 1)).toMatchObject({ version: 2 });
});

test("of parallel saves of one version exactly one is kept", async () => {
  const { deps } = world;
  const { caseId } = await drafted("parallel");
  const owner = await world.actor("sme-owner");
  const saves = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      codeOf(
        saveSection(deps, owner, {
          caseId,
          sectionId: "project",
          data: { ...completeAnswers.project, effect: `Effect ${index}` },
          version: 0,
        }),
      ),
    ),
  );
  expect(saves.filter((code) => code === "nothing was refused")).toHaveLength(1);
  expect(saves.filter((code) => code === "section.changed")).toHaveLength(7);
});

test("unknown fields and unreadable answers are refused and nothing is saved", async () => {
  const { deps } = world;
  const { caseId } = await drafted("unreadable");
  const owner = await world.actor("sme-owner");
  const save = (data: Record<string, unknown>) =>
    codeOf(saveSection(deps, owner, { caseId, sectionId: "company", data, version: 0 }));
  expect(await save({ ...completeAnswers.company, headcount: -1 })).toBe("input.invalid");
  expect(await save({ ...completeAnswers.company, secret: "x" })).toBe("input.invalid");
  expect(await deps.store.get("section", { caseId, sectionId: "company" })).toMatchObject({ version: 0 });
});

test("after submission no section can be saved, and a stranger never could", async () => {
  const { deps } = world;
  const { caseId } = await drafted("closed");
  const owner = await world.actor("sme-owner");
  const save = { caseId, sectionId: "project" as const, data: { title: "Late" }, version: 0 };
  expect(await codeOf(saveSection(deps, await world.actor("lund-sme-owner"), save))).toBe("case.not-found");
  await perform(deps, owner, "closed-submit", submitApplication, { caseId });
  expect(await codeOf(saveSection(deps, owner, save))).toBe("case.wrong-status");
  expect(await codeOf(checkApplication(deps, await world.actor("lund-manager"), caseId))).toBe("case.not-found");
  expect((await checkApplication(deps, await world.actor("limburg-manager"), caseId)).ready).toBe(true);
});

test("a withdrawal after submission stops the selection and tells both parties", async () => {
  const { deps } = world;
  const { caseId } = await drafted("withdrawn");
  const owner = await world.actor("sme-owner");
  await perform(deps, owner, "withdrawn-submit", submitApplication, { caseId });
  await perform(deps, owner, "withdrawn-withdraw", withdrawApplication, { caseId });
  const before = deps.mails.length;
  while ((await driveEffects(deps)).done > 0);
  expect(deps.asked.stopped).toMatchObject([{ executionName: `${caseId}-1` }]);
  const letters = deps.mails
    .slice(before)
    .filter(({ subject }) => /Withdrawn|Ingetrokken|Återkallad|Återtagen/i.test(subject));
  expect(letters.map(({ to }) => to).sort()).toEqual(["elodie@kiemkracht.example", "orjan@matlabbet.example"]);
  expect(await deps.store.get("case", { caseId })).toMatchObject({ status: "withdrawn" });
});

test("the same service from the same provider is not applied for twice in one call, unless the first came to nothing or paid nothing", async () => {
  const { deps } = world;
  const owner = await world.actor("sme-owner");
  const first = await drafted("first", "twin");
  const second = await drafted("second", "twin");
  await perform(deps, owner, "first-submit", submitApplication, { caseId: first.caseId });
  const again = (key: string) => perform(deps, owner, key, submitApplication, { caseId: second.caseId });
  await expect(again("second-submit")).rejects.toMatchObject({
    code: "application.not-ready",
    facts: { failing: [{ code: "double-funding.same-service", facts: { reference: first.reference } }] },
  });

  const one = await deps.store.get("case", { caseId: second.caseId });
  if (one === undefined) throw new Error("it was started");
  const textOfFirst = async (status: "redeemed" | "expired") => {
    await deps.store.commit([{ op: "patch", name: "case", key: { caseId: first.caseId }, set: { status }, when: {} }]);
    return (await readOtherCases(deps.store, one)).find(({ caseId }) => caseId === first.caseId)?.text;
  };
  expect(await textOfFirst("redeemed")).toContain("twin");
  expect(await textOfFirst("expired")).toBe("");
  await deps.store.commit([{ op: "create", name: "share", value: aShare({ caseId: first.caseId, disbursed: 100 }) }]);
  expect(await textOfFirst("expired")).toContain("twin");

  await deps.store.commit([
    { op: "patch", name: "case", key: { caseId: first.caseId }, set: { status: "withdrawn" }, when: {} },
  ]);
  expect(await again("second-submit-again")).toMatchObject({ reference: second.reference });
});
