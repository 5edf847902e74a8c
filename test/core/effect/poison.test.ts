/** Effects that can never be done: they stop nobody, they end parked with an alarm, and nothing of them is lost. */
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { ensureTable } from "@multihelix/adapters/dynamo/table.ts";
import { driveEffects, retryParked } from "@multihelix/core/effect/driver.ts";
import type { Effect } from "@multihelix/core/effect/effect.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { at } from "../../fixture/build/moment.ts";
import { ascendingIds, type TestDeps, testDeps } from "../../fixture/deps.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
let store: Store;
let deps: TestDeps;
const minute = 60_000;

beforeEach(() => {
  ({ store, deps } = world);
});

async function stop(executionName: string, dueAt = deps.clock.now()): Promise<void> {
  const body = { kind: "stop-execution", workflow: "w", executionName, reason: "test" } as const;
  const effectId = `eff_${ascendingIds.ulid()}`;
  const value: Effect = { effectId, body, createdAt: deps.clock.now(), dueAt, attempts: 0, version: 0 };
  await store.commit([{ op: "create", name: "effect", value }]);
}
const stoppedNames = () => deps.asked.stopped.map(({ executionName }) => executionName).sort();

describe("a poison effect", () => {
  test("that always fails does not hold the others up, not even sixty of them before fifty at a time", async () => {
    deps.workflow.before = (_call, name) => (name.startsWith("bad") ? Promise.reject(new Error("poison")) : undefined);
    for (let n = 0; n < 60; n++) await stop(`bad${n}`, at("2026-11-12T08:00:00Z"));
    for (let n = 0; n < 5; n++) await stop(`good${n}`);
    for (let round = 0; round < 3; round++) await driveEffects(deps);
    expect(stoppedNames()).toEqual(["good0", "good1", "good2", "good3", "good4"]);
  });

  test("that this version cannot read is parked with an alarm; the others are done, and its body is kept for the version that can", async () => {
    const id = `eff_${ascendingIds.ulid()}`;
    const key = { pk: `EFFECT#${id}`, sk: "EFFECT" };
    await ensureTable(world.server.client, "poison");
    store = createDynamoStore(world.server.client, "poison");
    deps = testDeps(store);
    const body = { kind: "teleport-case", caseId: "x" };
    const item = {
      ...key,
      type: "effect",
      schema: 1,
      effectId: id,
      body,
      createdAt: deps.clock.now(),
      dueAt: deps.clock.now(),
      attempts: 0,
      version: 0,
      dk: "EFFECT",
      ds: deps.clock.now(),
    };
    await world.server.client.send(new PutCommand({ TableName: "poison", Item: item }));
    await stop("good");
    expect(await driveEffects(deps)).toMatchObject({ done: 1, failed: 1 });
    for (let attempt = 2; attempt <= 8; attempt++) {
      deps.clock.move(30 * minute);
      await driveEffects(deps);
    }
    expect(await store.parkedEffects(10)).toMatchObject([{ effectId: id, lastError: "effect.unreadable" }]);
    expect(deps.log.lines.filter(({ event }) => event === "effect.parked")).toHaveLength(1);
    expect(await retryParked(deps, id)).toBe(true);
    const raw = await world.server.client.send(new GetCommand({ TableName: "poison", Key: key }));
    expect(raw.Item?.["body"]).toEqual(body);
  });

  test("met while the store is away fails the round of nobody", async () => {
    await stop("x");
    await stop("y");
    let gets = 0;
    const flaky: Store = {
      ...store,
      get: (name, key) => (gets++ === 0 ? Promise.reject(new Error("away")) : store.get(name, key)),
    };
    expect(await driveEffects({ ...deps, store: flaky })).toMatchObject({ done: 1 });
    expect(await driveEffects(deps)).toMatchObject({ done: 1 });
  });
});
