/** A case waits for a translation and its park has a service: what is asked, kept, told and tried again, and what no log ever reads. */
import { createHttpTranslator } from "@multihelix/adapters/translation/http-translator.ts";
import type { Case } from "@multihelix/core/application/case.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { demoNetwork } from "@multihelix/core/network/demo.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anOffer, aSection } from "../../fixture/build/application.ts";
import { aCall } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { ascendingIds, type TestDeps } from "../../fixture/deps.ts";
import { storeCase } from "../../fixture/stored-case.ts";
import { startTranslationServer, type TranslationServer } from "../../fixture/translation-server.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const words = { title: "Validatie van een sensor", need: "Wij hebben geen stalen.", effect: "De markt gaat open." };
let server: TranslationServer;
let deps: TestDeps;
let one: Case;

beforeAll(async () => {
  server = await startTranslationServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.behave("translates");
  server.asked.length = 0;
  const network = demoNetwork();
  const parks = network.parks.map((park) =>
    park.id === "limburg" ? { ...park, translation: { name: "Tolk", url: server.url, key: false } } : park,
  );
  deps = {
    ...world.deps,
    network: { current: async () => ({ ...network, parks }), refresh: () => undefined },
    translator: createHttpTranslator({ keyOf: async () => undefined, milliseconds: 300 }),
  };
  one = await storeCase(world.store, { status: "in-review", language: "nl" });
  const { caseId } = one;
  const effect = { kind: "translate-case", caseId, attempt: one.attempt } as const;
  await world.store.commit([
    { op: "put", name: "call", value: aCall({ callId: one.callId, reviewLanguages: ["en"] }) },
    { op: "create", name: "section", value: { ...aSection("project", { ...words, summary: "A sensor." }), caseId } },
    {
      op: "create",
      name: "effect",
      value: {
        effectId: `eff_${ascendingIds.ulid()}`,
        body: effect,
        createdAt: deps.clock.now(),
        dueAt: deps.clock.now(),
        attempts: 0,
        version: 0,
      },
    },
  ]);
});

/** The case says that the service is asked. */
async function waits(): Promise<void> {
  const translating = { service: "Tolk", language: "en", state: "asked", at: deps.clock.now() } as const;
  await world.store.commit([
    { op: "patch", name: "case", key: { caseId: one.caseId }, set: { translating }, when: {} },
  ]);
}
/** A person's, of what the application says, or of what it said. */
async function translated(before: Partial<typeof words> = {}): Promise<void> {
  const value = {
    caseId: one.caseId,
    language: "en",
    source: "person",
    translator: "A. Tolk",
    words: { title: "Validation of a sensor", need: "We have no samples.", effect: "The market opens." },
    original: { ...words, ...before },
    addedBy: idOf("per", "mia"),
    addedAt: deps.clock.now(),
    version: 0,
  } as const;
  await world.store.commit([{ op: "create", name: "translation", value }]);
}
const kept = () => world.store.get("translation", { caseId: one.caseId, language: "en" });
const standing = async () => (await world.store.get("case", { caseId: one.caseId }))?.translating;
/** With what errors say of themselves. */
const logged = () =>
  deps.log.lines.map(({ error, ...line }) => `${JSON.stringify(line)} ${(error as Error)?.stack ?? ""}`).join("\n");
/** The rounds of some minutes, in which what failed is tried again. */
async function later(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await driveEffects(deps);
    deps.clock.move(60_000);
  }
}

describe("the translation service of the lead park", () => {
  test("is asked for the words of the application, and its text is kept with its name and day, as a machine's", async () => {
    await driveEffects(deps);
    expect(server.asked).toMatchObject([{ q: Object.values(words), source: "nl", target: "en" }]);
    const translation = await kept();
    expect(translation).toMatchObject({
      source: "service",
      translator: "Tolk",
      addedAt: deps.clock.now(),
      words: { title: `[en] ${words.title}`, need: `[en] ${words.need}` },
      original: words,
    });
    expect(translation).not.toHaveProperty("addedBy");
    expect(await standing()).toBeUndefined();
  });

  test("that is away is told to the manager, and asked again by itself", async () => {
    server.behave("fails");
    expect(await driveEffects(deps)).toMatchObject({ failed: 1 });
    expect(await standing()).toMatchObject({ state: "failed", fault: "away", service: "Tolk", language: "en" });
    expect(await kept()).toBeUndefined();
    server.behave("translates");
    await later();
    expect(await kept()).toMatchObject({ translator: "Tolk" });
    expect(await standing()).toBeUndefined();
  });

  test.each(["babbles", "too-few", "refuses"] as const)("that %s is told and not asked again", async (manner) => {
    server.behave(manner);
    await later();
    expect(server.asked).toHaveLength(1);
    expect(await standing()).toMatchObject({ state: "failed", fault: manner === "refuses" ? "refused" : "garbled" });
    expect(await kept()).toBeUndefined();
  });

  test("a failure that goes on is one event", async () => {
    server.behave("stalls");
    await later();
    expect(server.asked.length).toBeGreaterThan(1);
    const events = await world.store.list("event", { stream: one.caseId });
    expect(events.map(({ type }) => type)).toEqual(["translation.failed"]);
  });

  test("tells no log a word of the application, whatever it does", async () => {
    for (const manner of ["stalls", "fails", "babbles"] as const) {
      server.behave(manner);
      await later();
    }
    expect(logged()).toContain("effect.failed");
    for (const text of Object.values(words)) expect(logged()).not.toContain(text.slice(0, 12));
    expect(logged()).not.toContain(server.url);
  });

  test("is believed where its text is correct and shorter than an offer must be", async () => {
    await world.store.commit([{ op: "put", name: "offer", value: anOffer({ caseId: one.caseId }) }]);
    server.behave("shortens");
    await driveEffects(deps);
    expect((await kept())?.words.scope).toBe("Valid");
    expect(await standing()).toBeUndefined();
  });

  test("takes the place of nothing that somebody translated while it was asked", async () => {
    const asking = deps.translator;
    const translate: typeof asking.translate = async (request) => {
      await translated();
      return asking.translate(request);
    };
    await waits();
    deps = { ...deps, translator: { ...asking, translate } };
    await driveEffects(deps);
    expect(server.asked).toHaveLength(1);
    expect(await kept()).toMatchObject({ source: "person", translator: "A. Tolk" });
    expect(await standing()).toBeUndefined();
  });

  test("takes the place of what was translated before the words were changed", async () => {
    await translated({ title: "Een ander project" });
    await driveEffects(deps);
    expect(await kept()).toMatchObject({ source: "service", words: { title: `[en] ${words.title}` } });
  });

  test("is not waited for once somebody translated before it was asked, or the park has it no more", async () => {
    await waits();
    await translated();
    await driveEffects(deps);
    expect(server.asked).toEqual([]);
    expect(await standing()).toBeUndefined();
  });

  test("that the park gave up is not waited for", async () => {
    await waits();
    deps = { ...deps, network: world.deps.network };
    await driveEffects(deps);
    expect(await standing()).toBeUndefined();
  });

  test("is not asked where somebody translated meanwhile, or the case has left review", async () => {
    await world.store.commit([
      { op: "patch", name: "case", key: { caseId: one.caseId }, set: { status: "withdrawn" }, when: {} },
    ]);
    await later();
    expect(server.asked).toEqual([]);
  });
});
