import { confirmOffer } from "@multihelix/core/application/confirm-offer.ts";
import { inviteProvider } from "@multihelix/core/application/invite-provider.ts";
import { saveSection } from "@multihelix/core/application/save-section.ts";
import { sectionIds } from "@multihelix/core/application/section.ts";
import { startApplication } from "@multihelix/core/application/start-application.ts";
import { submitApplication } from "@multihelix/core/application/submit-application.ts";
import { tendDraft } from "@multihelix/core/application/tend-draft.ts";
import { withdrawApplication } from "@multihelix/core/application/withdraw-application.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { fileKey } from "@multihelix/core/file/file.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { completeAnswers } from "../../fixture/build/application.ts";
import { type DemoWorld, startDemoWorld } from "../../fixture/build/demo-world.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";

const outbox = { kind: "system", name: "outbox" } as const;
const began = "2026-11-12T09:00:00Z";
const day = (n: number) => addDays(at(began), n);

let world: DemoWorld;
let turns = 0;
beforeAll(async () => {
  world = await startDemoWorld();
});
beforeEach(() => {
  world.deps.moveClock(began);
  world.deps.mails.length = 0;
});
afterAll(async () => {
  await world.stop();
});

/** Everything a draft can hold: answers, an offer, a file, a mail to its provider. */
async function drafted(key: string): Promise<CaseId> {
  const { deps } = world;
  const owner = await world.actor("sme-owner");
  const [organisationId] = owner.memberships.map((membership) => membership.organisationId);
  const callId = callIdOf("LIM-V26", deps.digest);
  const { caseId } = await perform(deps, owner, `${key}-start`, startApplication, { callId, organisationId });
  for (const sectionId of sectionIds)
    await saveSection(deps, owner, { caseId, sectionId, data: completeAnswers[sectionId], version: undefined });
  const [provider] = (await deps.store.list("providerEntry", {})).filter(({ parkId }) => parkId === "lund");
  const asked = { caseId, organisationId: provider?.organisationId };
  await perform(deps, owner, `${key}-invite`, inviteProvider, asked);
  const content = {
    scope: "Stability study of a lyophilised enzyme at three temperatures over eight weeks.",
    price: { amount: 1_250_000, currency: "EUR" },
    startsOn: "2026-12-14",
    endsOn: "2027-03-12",
    independent: true,
    priceBasis: "market-price",
  };
  await perform(deps, await world.actor("provider-lund"), `${key}-offer`, confirmOffer, { caseId, content });
  const file = {
    caseId,
    fileId: idOf("fil", key),
    use: "document",
    slot: "plan",
    name: "plan.pdf",
    bytes: 4,
    status: "kept",
    organisationId: organisationId ?? idOf("org", "none"),
    by: owner.personId,
    at: deps.clock.now(),
    version: 0,
  } as const;
  await deps.store.commit([{ op: "create", name: "file", value: file }]);
  await deps.files.write("kept", fileKey(file), new Uint8Array([1, 2, 3, 4]));
  await settle();
  world.deps.mails.length = 0;
  return caseId;
}

async function settle(): Promise<void> {
  while ((await driveEffects(world.deps)).done > 0);
}

const look = (caseId: CaseId, deps: Deps = world.deps) =>
  perform(deps, outbox, `look-${++turns}`, tendDraft, { caseId, turn: 1000 + turns });

const draftsOf = async () =>
  (await world.deps.store.list("draft", { callId: callIdOf("LIM-V26", world.deps.digest) })).map(
    ({ caseId }) => caseId,
  );

/** Partitions in which a draft leaves anything, by what is still there. */
async function remains(caseId: CaseId): Promise<string[]> {
  const { store } = world.deps;
  const items = await store.wholeCase(caseId);
  const owner = await world.actor("sme-owner");
  const provider = await world.actor("provider-lund");
  const parties = [...owner.memberships, ...provider.memberships].map(({ organisationId }) => organisationId);
  const parts = (
    await Promise.all(parties.map((organisationId) => store.list("partyCase", { organisationId })))
  ).flat();
  return [
    ...Object.entries(items).flatMap(([name, list]) => (list.length > 0 ? [name] : [])),
    ...(parts.some((part) => part.caseId === caseId) ? ["partyCase"] : []),
    ...((await draftsOf()).includes(caseId) ? ["draft"] : []),
    ...((await store.list("letter", { stream: caseId })).length > 0 ? ["letter"] : []),
  ];
}

describe("a draft nobody changes", () => {
  test("is warned of at 150 days and erased at 180 with its offer, files, bytes and letters; both parties are told", async () => {
    const caseId = await drafted("aged");
    expect(await draftsOf()).toContain(caseId);
    world.deps.moveClock(day(149));
    await settle();
    expect(world.deps.mails).toEqual([]);
    world.deps.moveClock(day(150));
    await settle();
    expect(world.deps.mails.map(({ to, subject }) => [to, subject.split(":")[0]])).toEqual([
      ["elodie@kiemkracht.example", "Uw concept wordt gewist"],
    ]);
    world.deps.mails.length = 0;
    world.deps.moveClock(day(179));
    await settle();
    expect(await remains(caseId)).toContain("case");
    world.deps.moveClock(day(180));
    await settle();
    expect(await remains(caseId)).toEqual([]);
    expect([...(world.deps.files as unknown as { held: Map<string, unknown> }).held.keys()]).toEqual([]);
    expect(world.deps.mails.map(({ to }) => to).toSorted()).toEqual([
      "elodie@kiemkracht.example",
      "orjan@matlabbet.example",
    ]);
    // The chained record keeps that it was, by ids alone.
    const events = await world.deps.store.list("event", { stream: caseId });
    expect(events.at(-1)).toMatchObject({ type: "draft.erased", facts: { files: 1 } });
    expect(await look(caseId)).toEqual({ outcome: "nothing" });
  });

  test("is kept for half a year more by one saved change, also after the warning", async () => {
    const caseId = await drafted("saved");
    world.deps.moveClock(day(150));
    await settle();
    world.deps.moveClock(day(170));
    const data = { ...completeAnswers.project, need: "Changed at last." };
    const owner = await world.actor("sme-owner");
    await saveSection(world.deps, owner, { caseId, sectionId: "project", data, version: 0 });
    world.deps.moveClock(day(181));
    await settle();
    expect(await remains(caseId)).toContain("case");
    world.deps.moveClock(day(170 + 150));
    await settle();
    expect(world.deps.mails.filter(({ subject }) => subject.startsWith("Uw concept wordt gewist"))).toHaveLength(2);
  });

  test("that was not looked at for a year is warned of first, and has thirty days from then", async () => {
    const caseId = await drafted("late");
    world.deps.moveClock(day(400));
    expect(await look(caseId)).toEqual({ outcome: "warned" });
    expect(await look(caseId)).toEqual({ outcome: "waits" });
    world.deps.moveClock(day(430));
    expect(await look(caseId)).toEqual({ outcome: "erased" });
  });
});

/** Ports in which something happens once between what a verb read and what it commits. */
function meanwhile(act: () => Promise<unknown>): Deps {
  const { store } = world.deps;
  let done = false;
  return {
    ...world.deps,
    store: {
      ...store,
      async wholeCase(caseId) {
        const items = await store.wholeCase(caseId);
        if (!done) {
          done = true;
          await act();
        }
        return items;
      },
    },
  };
}

async function due(key: string): Promise<CaseId> {
  const caseId = await drafted(key);
  const one = await world.deps.store.get("case", { caseId });
  if (one === undefined) throw new Error("no case");
  await world.deps.store.commit([
    { op: "put", name: "draft", value: { callId: one.callId, caseId, warnedAt: day(150), version: 0 } },
  ]);
  return caseId;
}

describe("of an erasure and something else in the same second", () => {
  test("a submission wins, and nothing of the case is missing", async () => {
    const caseId = await due("submitted");
    const owner = await world.actor("sme-owner");
    // Submitted while the offer still stood; the look comes from a clock half a year on.
    const deps = meanwhile(() => perform(world.deps, owner, "same-second", submitApplication, { caseId }));
    const late = { ...deps, clock: { ...world.deps.clock, now: () => day(180) } };
    expect(await look(caseId, late)).toEqual({ outcome: "nothing" });
    const items = await world.deps.store.wholeCase(caseId);
    expect(items.case[0]?.status).toBe("screening");
    expect([items.section.length, items.offer.length, items.file.length]).toEqual([4, 1, 1]);
    expect(await draftsOf()).not.toContain(caseId);
  });

  test("a section saved for the first time or changed keeps the draft whole", async () => {
    const owner = await world.actor("sme-owner");
    const caseId = await due("changed");
    const first = await due("first");
    world.deps.moveClock(day(180));
    const save = {
      caseId,
      sectionId: "project",
      data: { ...completeAnswers.project, need: "Now." },
      version: 0,
    } as const;
    const saving = meanwhile(() => saveSection(world.deps, owner, save));
    expect(await look(caseId, saving)).toEqual({ outcome: "waits" });
    await world.deps.store.commit([{ op: "remove", name: "section", key: { caseId: first, sectionId: "aid" } }]);
    const add = { caseId: first, sectionId: "aid", data: completeAnswers.aid, version: undefined } as const;
    const adding = meanwhile(() => saveSection(world.deps, owner, add));
    expect(await look(first, adding)).toEqual({ outcome: "waits" });
    expect((await world.deps.store.wholeCase(first)).section).toHaveLength(4);
  });

  test("what is saved after it meets no case, and leaves nothing behind", async () => {
    const caseId = await due("after");
    world.deps.moveClock(day(180));
    expect(await look(caseId)).toEqual({ outcome: "erased" });
    const owner = await world.actor("sme-owner");
    const save = { caseId, sectionId: "project", data: completeAnswers.project, version: 0 } as const;
    await expect(saveSection(world.deps, owner, save)).rejects.toMatchObject({ code: "case.not-found" });
    await settle();
    expect(await remains(caseId)).toEqual([]);
  });
});

test("a withdrawn draft is no longer among the drafts of its call", async () => {
  const caseId = await drafted("withdrawn");
  await perform(world.deps, await world.actor("sme-owner"), "withdraw-draft", withdrawApplication, { caseId });
  expect(await draftsOf()).not.toContain(caseId);
});
