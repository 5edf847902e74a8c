/** Sign-in by code on the real store: once, soon, in the asking browser; and the same for every address. */
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { ensureTable } from "@multihelix/adapters/dynamo/table.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import type { DomainError } from "@multihelix/core/kernel/error.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { askCode, useCode, type Visitor } from "@multihelix/core/sign-in/code.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { type TestDeps, testDeps } from "../../fixture/deps.ts";
import { injectFaults, ownClient, rejectOverlaps } from "../../fixture/fault.ts";
import { seededRandom } from "../../fixture/seeded-random.ts";
import { codeFor, enlist, otherThan, visitor, whoIs } from "../../fixture/signing-in.ts";
import { testWorld } from "../../fixture/world.ts";

const email = "anna@example.org";
const minute = 60_000;
const dead = { kind: "forbidden", code: "sign-in.code-dead" };

const world = testWorld();
let store: Store;
let deps: TestDeps;
let anna: Visitor;
beforeEach(async () => {
  ({ store, deps } = world);
  await enlist(deps, "anna");
  anna = visitor();
});

const wrongTries = async (who: Visitor, code: string, times: number): Promise<void> => {
  for (let n = 0; n < times; n++) await expect(useCode(deps, who, code)).rejects.toMatchObject({ kind: "forbidden" });
};

describe("a code", () => {
  test("signs its person in", async () => {
    const session = await useCode(deps, anna, await codeFor(deps, anna, email));
    expect((await whoIs(deps, session.token)).person).toMatchObject({ name: "anna", email });
  });

  test("may be typed with spaces and the address with capitals", async () => {
    await askCode(deps, anna, "  Anna@Example.ORG ", "en");
    await driveEffects(deps);
    const code = /\d{8}/.exec(deps.mails.at(-1)?.text ?? "")?.[0] ?? "";
    const session = await useCode(deps, anna, `${code.slice(0, 4)} ${code.slice(4)}`);
    expect((await whoIs(deps, session.token)).person.name).toBe("anna");
  });

  test("makes whoever is new somebody who reads the language in which it was asked", async () => {
    for (const [language, address] of [
      ["sv", "ny@example.org"],
      ["cy", "newydd@example.org"],
    ] as const) {
      await askCode(deps, anna, address, language);
      await driveEffects(deps);
      const code = /\d{8}/.exec(deps.mails.at(-1)?.text ?? "")?.[0] ?? "";
      const session = await useCode(deps, anna, code);
      expect((await whoIs(deps, session.token)).person).toMatchObject({ email: address, language });
    }
  });

  test("leaves the language of whoever is known, however it was asked", async () => {
    await enlist(deps, "bea", [], { language: "fr", email: "bea@example.org" });
    await askCode(deps, anna, "bea@example.org", "sv");
    await driveEffects(deps);
    const code = /\d{8}/.exec(deps.mails.at(-1)?.text ?? "")?.[0] ?? "";
    const session = await useCode(deps, anna, code);
    expect((await whoIs(deps, session.token)).person.language).toBe("fr");
  });

  test("works once", async () => {
    const code = await codeFor(deps, anna, email);
    await useCode(deps, anna, code);
    await expect(useCode(deps, anna, code)).rejects.toMatchObject(dead);
  });

  test("tried fifty times at once gives one session", async () => {
    const code = await codeFor(deps, anna, email);
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => useCode(deps, anna, code)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await store.list("sessionRef", { personId: (await enlist(deps, "anna")).personId })).toHaveLength(1);
  });

  test("tried fifty times at once where the store cancels overlapping transactions gives one session still", async () => {
    await ensureTable(world.server.client, "overlap");
    const client = ownClient(world.server.endpoint);
    const overlaps = rejectOverlaps(client);
    deps = testDeps(createDynamoStore(client, "overlap"), { random: { ...deps.random, next: seededRandom(5) } });
    await enlist(deps, "anna");
    const code = await codeFor(deps, anna, email);
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => useCode(deps, anna, code)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(overlaps.cancelled).toBeGreaterThan(0);
  });

  test("is dead after ten minutes", async () => {
    const code = await codeFor(deps, anna, email);
    deps.clock.move(10 * minute);
    await expect(useCode(deps, anna, code)).rejects.toMatchObject(dead);
    const again = await codeFor(deps, anna, email);
    deps.clock.move(10 * minute - 1);
    await expect(useCode(deps, anna, again)).resolves.toBeDefined();
  });

  test("is dead after five wrong tries, which are counted down", async () => {
    const code = await codeFor(deps, anna, email);
    const left: unknown[] = [];
    for (let n = 0; n < 5; n++) {
      await useCode(deps, anna, otherThan(code)).catch((error: DomainError) =>
        left.push([error.code, error.facts["triesLeft"]]),
      );
    }
    expect(left).toEqual([4, 3, 2, 1, 0].map((tries) => ["sign-in.wrong-code", tries]));
    await expect(useCode(deps, anna, code)).rejects.toMatchObject(dead);
  });

  test("is compared with five guesses at most, though forty come at once", async () => {
    const code = await codeFor(deps, anna, email);
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => useCode(deps, anna, otherThan(code))));
    const codes = outcomes.map((outcome) =>
      outcome.status === "rejected" ? (outcome.reason as DomainError).code : "in",
    );
    expect(codes.filter((one) => one === "sign-in.wrong-code")).toHaveLength(5);
    expect(codes.filter((one) => one === "sign-in.code-dead")).toHaveLength(35);
  });

  test("is dead once another is asked for in the same browser", async () => {
    const first = await codeFor(deps, anna, email);
    const second = await codeFor(deps, anna, email);
    expect(second).not.toBe(first);
    await expect(useCode(deps, anna, first)).rejects.toMatchObject({ kind: "forbidden", code: "sign-in.wrong-code" });
    await expect(useCode(deps, anna, second)).resolves.toBeDefined();
  });

  test("works in no other browser than the one that asked", async () => {
    const code = await codeFor(deps, anna, email);
    await expect(useCode(deps, visitor({ address: anna.address }), code)).rejects.toMatchObject(dead);
    await expect(useCode(deps, anna, code)).resolves.toBeDefined();
  });

  test("of a disabled person signs nobody in, and the answers are the same", async () => {
    await enlist(deps, "dora", [], { disabled: true });
    const code = await codeFor(deps, anna, "dora@example.org");
    await expect(useCode(deps, anna, code)).rejects.toMatchObject(dead);
  });

  test("is stored as a salted hash only, and the asking browser's secret as a digest", async () => {
    const code = await codeFor(deps, anna, email);
    const stored = await store.get("challenge", { askHash: deps.digest(anna.ask) });
    expect(stored).toMatchObject({ email, triesLeft: 5, codeHash: deps.digest(`${stored?.salt}:${code}`) });
    expect(JSON.stringify(stored)).not.toContain(code);
    expect(JSON.stringify(stored)).not.toContain(anna.ask);
    await codeFor(deps, anna, email);
    expect((await store.get("challenge", { askHash: deps.digest(anna.ask) }))?.salt).not.toBe(stored?.salt);
  });

  test("never stands in the log", async () => {
    const code = await codeFor(deps, anna, email);
    await wrongTries(anna, otherThan(code), 5);
    const session = await useCode(deps, visitor(), code).catch(() => undefined);
    expect(session).toBeUndefined();
    expect(JSON.stringify(deps.log.lines)).not.toContain(code);
  });

  test("whose storing failed is not said to be sent", async () => {
    await ensureTable(world.server.client, "faulty");
    const client = ownClient(world.server.endpoint);
    const faults = injectFaults(client);
    deps = testDeps(createDynamoStore(client, "faulty"));
    // The three limits are taken; the letter's own commit meets transactions in flight, again and again.
    faults.next("TransactWriteItemsCommand", ...Array<"conflict">(3 * 30).fill("conflict"));
    await expect(askCode(deps, anna, email, "en")).rejects.toMatchObject({ kind: "unavailable" });
    expect(await deps.store.dueEffects("2030", 10)).toEqual([]);
    faults.calm();
  });
});

describe("an unknown address", () => {
  /** Names of everything read and written, in order. */
  async function work(address: string): Promise<string[]> {
    const done: string[] = [];
    const watched: Store = {
      ...store,
      get: (name, key) => {
        done.push(`get ${name}`);
        return store.get(name, key);
      },
      commit: (changes) => {
        done.push(`commit ${changes.map(({ op, name }) => `${op} ${name}`).join(", ")}`);
        return store.commit(changes);
      },
    };
    await askCode({ ...deps, store: watched }, visitor(), address, "en");
    return done;
  }

  test("gets the same answer, the same work and the same mail as a known one", async () => {
    expect(await work("nobody@example.org")).toEqual(await work(email));
    await driveEffects(deps);
    const texts = ["nobody@example.org", email].map((to) => deps.mails.find((mail) => mail.to === to)?.subject);
    expect(texts[0]).toBe(texts[1]);
  });

  test("becomes a person when its code is used, once, whatever its length", async () => {
    const long = `${"x".repeat(150)}@example.org`;
    const first = await useCode(deps, anna, await codeFor(deps, anna, long));
    const again = visitor();
    const second = await useCode(deps, again, await codeFor(deps, again, long));
    expect((await whoIs(deps, second.token)).person).toEqual((await whoIs(deps, first.token)).person);
  });

  test("used in two browsers at once becomes one person, and both are in", async () => {
    const [one, two] = [visitor(), visitor()];
    const codes = [await codeFor(deps, one, "new@example.org"), await codeFor(deps, two, "new@example.org")];
    const sessions = await Promise.all([useCode(deps, one, codes[0] ?? ""), useCode(deps, two, codes[1] ?? "")]);
    const people = await Promise.all(sessions.map(async ({ token }) => (await whoIs(deps, token)).person.personId));
    expect(new Set(people).size).toBe(1);
  });
});
