import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { takeOverEffects } from "@multihelix/core/effect/take-over.ts";
import { addMilliseconds } from "@multihelix/core/kernel/instant.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";

let deps: TestDeps;
let stop: () => Promise<void>;
beforeAll(async () => {
  ({ deps, stop } = await startTestDeps());
});
afterAll(() => stop());

test("what a dead driver had claimed is due at once; what waits for its own instant goes on waiting", async () => {
  const now = deps.clock.now();
  const effect = (effectId: string, attempts: number, dueIn: number) => ({
    op: "create" as const,
    name: "effect" as const,
    value: {
      effectId,
      body: { kind: "tidy" as const, stream: "s" },
      createdAt: now,
      dueAt: addMilliseconds(now, dueIn),
      attempts,
      version: 0,
    },
  });
  await deps.store.commit([
    effect("eff_claimed", 1, 59_000),
    effect("eff_fresh", 0, 30_000),
    effect("eff_later", 3, 3_600_000),
  ]);
  expect(await driveEffects(deps)).toMatchObject({ done: 0 });
  expect(await takeOverEffects(deps)).toBe(1);
  expect(await deps.store.get("effect", { effectId: "eff_claimed" })).toMatchObject({ dueAt: now, attempts: 1 });
  expect(await driveEffects(deps)).toMatchObject({ done: 1 });
  expect(await deps.store.get("effect", { effectId: "eff_fresh" })).toMatchObject({ attempts: 0 });
  expect(await deps.store.get("effect", { effectId: "eff_later" })).toMatchObject({ attempts: 3 });
});
