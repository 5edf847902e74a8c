/** The one driver of effects: once each, leased, retried with growing pauses, parked with an alarm, and never in each other's way. */
import { driveEffects, retryParked } from "@multihelix/core/effect/driver.ts";
import type { Effect, EffectBody } from "@multihelix/core/effect/effect.ts";
import type { Instant } from "@multihelix/core/kernel/instant.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { at } from "../../fixture/build/moment.ts";
import { ascendingIds, type TestDeps, testDeps } from "../../fixture/deps.ts";
import { aStoredLetter } from "../../fixture/letter.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
let store: Store;
let deps: TestDeps;
const minute = 60_000;

beforeEach(() => {
  ({ store, deps } = world);
});

async function effect(body: EffectBody, dueAt: Instant = deps.clock.now()): Promise<string> {
  const effectId = `eff_${ascendingIds.ulid()}`;
  const value: Effect = { effectId, body, createdAt: deps.clock.now(), dueAt, attempts: 0, version: 0 };
  await store.commit([{ op: "create", name: "effect", value }]);
  return effectId;
}
const stop = (name: string, dueAt?: Instant) =>
  effect({ kind: "stop-execution", workflow: "w", executionName: name, reason: "test" }, dueAt);
const stored = (effectId: string) => store.get("effect", { effectId });
const stoppedNames = () => deps.asked.stopped.map(({ executionName }) => executionName).sort();

describe("what is due", () => {
  test("is done once and forgotten; what is not due waits", async () => {
    await stop("now");
    const later = await stop("later", at("2026-11-12T09:00:01Z"));
    expect(await driveEffects(deps)).toEqual({ done: 1, failed: 0, parked: 0, more: false });
    expect(await driveEffects(deps)).toMatchObject({ done: 0 });
    expect(stoppedNames()).toEqual(["now"]);
    deps.clock.move(1000);
    expect(await driveEffects(deps)).toMatchObject({ done: 1 });
    expect(await stored(later)).toBeUndefined();
  });

  test("is done once by five drivers at a time", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `x${10 + index}`);
    for (const name of names) await stop(name);
    const rounds = await Promise.all(Array.from({ length: 5 }, () => driveEffects(deps)));
    expect(rounds.reduce((sum, { done }) => sum + done, 0)).toBe(20);
    expect(stoppedNames()).toEqual(names);
  });

  test("beyond the limit of a round is said to be more", async () => {
    for (const name of ["a", "b", "c"]) await stop(name);
    expect(await driveEffects(deps, 2)).toMatchObject({ done: 2, more: true });
    expect(await driveEffects(deps, 2)).toMatchObject({ done: 1, more: false });
  });

  test("may come in any order: stopping before starting, sending before sealing", async () => {
    await effect({ kind: "stop-execution", workflow: "w", executionName: "x-1", reason: "withdrawn" });
    await effect({ kind: "start-execution", workflow: "w", executionName: "x-1", input: {} });
    await effect({ kind: "start-execution", workflow: "w", executionName: "x-1", input: {} });
    expect(await driveEffects(deps)).toMatchObject({ done: 3, failed: 0 });
    expect(deps.asked.started).toHaveLength(1);
  });
});

describe("a driver that dies", () => {
  test("while doing it leaves it leased for a minute; then another does it", async () => {
    await stop("x");
    deps.workflow.before = () => new Promise<void>(() => undefined);
    void driveEffects(deps);
    await expect.poll(async () => (await store.dueEffects("2030", 10))[0]?.attempts).toBe(1);
    const other = testDeps(store, { clock: deps.clock });
    deps.clock.move(minute - 1);
    expect(await driveEffects(other)).toMatchObject({ done: 0 });
    deps.clock.move(1);
    expect(await driveEffects(other)).toMatchObject({ done: 1 });
    expect(other.asked.stopped).toHaveLength(1);
  });

  test("between sending a mail and marking it sends it at most once more, with the same id", async () => {
    const letter = await aStoredLetter(store);
    await effect({ kind: "send-letter", stream: letter.stream, letterId: letter.letterId });
    let commits = 0;
    // Claiming is the first commit; the process is gone before the second.
    const dying: Store = {
      ...store,
      commit: (changes) => (++commits > 1 ? Promise.reject(new Error("the process died")) : store.commit(changes)),
    };
    await driveEffects({ ...deps, store: dying });
    expect(deps.mails).toHaveLength(1);
    expect(await store.get("letter", letter)).toMatchObject({ status: "queued" });
    deps.clock.move(minute);
    for (let round = 0; round < 3; round++) {
      await driveEffects(deps);
      deps.clock.move(minute);
    }
    expect(deps.mails.map(({ id }) => id)).toEqual([letter.letterId, letter.letterId]);
    expect(await store.get("letter", letter)).toMatchObject({ status: "sent" });
  });

  test("after marking the letter, before forgetting the effect, sends no second mail", async () => {
    const letter = await aStoredLetter(store);
    await effect({ kind: "send-letter", stream: letter.stream, letterId: letter.letterId });
    let commits = 0;
    const dying: Store = {
      ...store,
      commit: (changes) => (++commits > 2 ? Promise.reject(new Error("the process died")) : store.commit(changes)),
    };
    await driveEffects({ ...deps, store: dying });
    deps.clock.move(minute);
    await driveEffects(deps);
    expect(deps.mails).toHaveLength(1);
    expect(await store.dueEffects("2030", 10)).toEqual([]);
  });

  test("again and again of the same effect is stopped: it is parked before it kills a ninth", async () => {
    const id = await stop("deadly");
    let killed = 0;
    deps.workflow.before = () => {
      killed += 1;
      return new Promise<void>(() => undefined);
    };
    for (let round = 0; round < 12; round++) {
      void driveEffects(deps);
      await expect.poll(async () => (await stored(id))?.attempts).toBe(Math.min(round + 1, 9));
      deps.clock.move(minute);
    }
    await expect.poll(async () => (await stored(id))?.parkedAt).toBeDefined();
    expect(killed).toBe(8);
    expect(await stored(id)).toMatchObject({ lastError: "effect.kills-its-driver" });
  });
});

describe("what fails", () => {
  const down = () => Promise.reject(Object.assign(new Error("no route to 10.0.0.7"), { name: "ConnectError" }));

  test("is tried again after pauses that double up to a quarter of an hour, spread by chance", async () => {
    const id = await stop("x");
    deps.workflow.before = down;
    const pauses: number[] = [];
    for (let attempt = 1; attempt < 8; attempt++) {
      await driveEffects(deps);
      const due = (await stored(id))?.dueAt ?? "";
      pauses.push(Date.parse(due) - Date.parse(deps.clock.now()));
      deps.clock.move(due);
    }
    // Chance stands at one half: half to one and a half of the pause.
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000]);
    const lucky = testDeps(store, { clock: deps.clock, random: { next: () => 0, bytes: () => new Uint8Array() } });
    lucky.workflow.before = down;
    await stop("y");
    await driveEffects(lucky);
    const due = (await store.dueEffects("2030", 10)).at(0)?.dueAt ?? "";
    expect(Date.parse(due) - Date.parse(deps.clock.now())).toBe(500);
  });

  test("eight times is parked with its reason and an alarm, and done after the button, once its cause is mended", async () => {
    const id = await stop("x");
    deps.workflow.before = down;
    for (let attempt = 1; attempt <= 8; attempt++) {
      await driveEffects(deps);
      deps.clock.move(30 * minute);
    }
    expect(await store.parkedEffects(10)).toMatchObject([{ effectId: id, attempts: 8, lastError: "ConnectError" }]);
    expect(deps.log.lines.filter(({ level }) => level === "error")).toMatchObject([
      {
        event: "effect.parked",
        facts: { effectId: id, kind: "stop-execution", attempts: 8, lastError: "ConnectError" },
      },
    ]);
    expect(await driveEffects(deps)).toMatchObject({ done: 0 });
    deps.workflow.before = () => undefined;
    expect(await retryParked(deps, id)).toBe(true);
    expect(await retryParked(deps, id)).toBe(false);
    expect(deps.woken()).toBe(1);
    expect(await driveEffects(deps)).toMatchObject({ done: 1 });
    expect(await store.parkedEffects(10)).toEqual([]);
  });

  test("says in the log where it failed, never what it was given", async () => {
    const letter = await aStoredLetter(store, { text: "Your code is 82719364." });
    await effect({ kind: "send-letter", stream: letter.stream, letterId: letter.letterId });
    deps.mailer.before = (mail) => Promise.reject(new Error(`550 refused: ${mail.text}`));
    for (let attempt = 1; attempt <= 8; attempt++) {
      await driveEffects(deps);
      deps.clock.move(30 * minute);
    }
    const kept = JSON.stringify(deps.log.lines, (_key, value) =>
      value instanceof Error ? [value.message, value.stack] : value,
    );
    expect(kept).toContain("effect.parked");
    expect(kept).not.toContain("82719364");
    expect(deps.log.lines.at(-1)?.facts["frames"]).toContainEqual(expect.stringMatching(/driver\.test\.ts/));
  });
});
