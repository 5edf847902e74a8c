import type { Effect } from "@multihelix/core/effect/effect.ts";
import type { Instant } from "@multihelix/core/kernel/instant.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { effectIdsIn, naming } from "@multihelix/functions/named-effect.ts";
import { describe, expect, test } from "vitest";

const now = "2026-11-12T09:00:00.000Z" as Instant;
const later = "2026-11-12T09:00:01.000Z" as Instant;
const effect = (effectId: string, set: Partial<Effect> = {}): Effect => ({
  effectId,
  body: { kind: "tidy", stream: "app_1" },
  createdAt: now,
  dueAt: now,
  attempts: 0,
  version: 0,
  ...set,
});

/** A store whose index shows `listed` only, while all of `stored` can be read by key. */
function store(stored: readonly Effect[], listed: readonly Effect[]): Store {
  const found = {
    get: async (_name: string, { effectId }: { effectId: string }) => stored.find((one) => one.effectId === effectId),
    dueEffects: async () => [...listed],
  };
  return found as unknown as Store;
}

const idsOf = (effects: readonly Effect[]) => effects.map(({ effectId }) => effectId);

describe("effects that the stream names", () => {
  test("are driven although the index does not show them yet", async () => {
    const [a, b] = [effect("eff_a"), effect("eff_b")];
    expect(idsOf(await naming(store([a, b], [a]), ["eff_a", "eff_b"]).dueEffects(now, 50))).toEqual(["eff_a", "eff_b"]);
  });

  test("are left alone when they are done, put off or parked", async () => {
    const stored = [effect("eff_late", { dueAt: later }), effect("eff_parked", { parkedAt: now })];
    const named = ["eff_done", "eff_late", "eff_parked"];
    expect(await naming(store(stored, []), named).dueEffects(now, 50)).toEqual([]);
  });

  test("are named once: the rounds that follow believe the index", async () => {
    const woken = naming(store([effect("eff_a")], []), ["eff_a"]);
    expect(idsOf(await woken.dueEffects(now, 50))).toEqual(["eff_a"]);
    expect(await woken.dueEffects(now, 50)).toEqual([]);
  });

  test("are found in a batch of the stream; a schedule names none", () => {
    const record = (pk: string) => ({
      eventName: "INSERT",
      dynamodb: { Keys: { pk: { S: pk }, sk: { S: "EFFECT" } } },
    });
    expect(effectIdsIn({ Records: [record("EFFECT#eff_a"), record("CASE#app_1")] })).toEqual(["eff_a"]);
    expect(effectIdsIn({ schedule: "outbox-schedule" })).toEqual([]);
  });
});
