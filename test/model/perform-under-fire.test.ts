/** R3, R5, R6: many at once, on a store that conflicts, throttles, fails, is late and loses replies: no wrong state, ever. */
import { setTimeout as pause } from "node:timers/promises";
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { ensureTable } from "@multihelix/adapters/dynamo/table.ts";
import { sha256 } from "@multihelix/adapters/system/secrets.ts";
import { driveEffects, retryParked } from "@multihelix/core/effect/driver.ts";
import { verifyChain } from "@multihelix/core/event/seal.ts";
import type { Actor } from "@multihelix/core/kernel/actor.ts";
import { isDomainError } from "@multihelix/core/kernel/error.ts";
import type { CallId, CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ascendingIds, frozenClock, type TestDeps, testDeps } from "../fixture/deps.ts";
import { type FaultPlan, injectFaults, ownClient, rejectOverlaps } from "../fixture/fault.ts";
import { moneyOf, type Reserved, reserve, setBudget } from "../fixture/reserve-verb.ts";
import { seededRandom } from "../fixture/seeded-random.ts";
import { startTestStore, type TestStore } from "../fixture/store.ts";

const actor: Actor = { kind: "system", name: "seed" };
const commit = "TransactWriteItemsCommand";
const table = "under-fire";

let server: TestStore;
let calm: Store;
beforeAll(async () => {
  server = await startTestStore();
  await ensureTable(server.client, table);
  calm = createDynamoStore(server.client, table);
});
afterAll(() => server.stop());

/** Ports on a store that misbehaves by lot; waiting takes an eighth of its time. */
function underFire(plan: FaultPlan, hold = 0) {
  const client = ownClient(server.endpoint);
  const overlaps = rejectOverlaps(client, hold);
  const faults = injectFaults(client, plan);
  const random = seededRandom(plan.seed ?? 1);
  const clock = { ...frozenClock(), sleep: (milliseconds: number) => pause(milliseconds / 8) };
  const deps = testDeps(createDynamoStore(client, table), {
    clock,
    random: { next: random, bytes: () => new Uint8Array(32) },
  });
  return { deps, faults, overlaps };
}

interface Act {
  key: string;
  caseId: CaseId;
  amount: number;
}

/** As a careful client: the same key again as long as the answer is "not available just now". */
async function insist(deps: TestDeps, callId: CallId, { key, caseId, amount }: Act): Promise<Reserved | "no-money"> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await perform(deps, actor, key, reserve, { caseId, callId, amount });
    } catch (error) {
      if (isDomainError(error, "test.no-money")) return "no-money";
      if (!isDomainError(error) || error.kind !== "unavailable" || attempt >= 30) throw error;
    }
  }
}

const newCases = (count: number): CaseId[] =>
  Array.from({ length: count }, () => `app_${ascendingIds.ulid()}` as const);
const fifth = (total: number) => ({
  conflict: total / 5,
  throttled: total / 5,
  "server-error": total / 5,
  "time-out": total / 5,
  "lost-reply": total / 5,
});

describe.each([0.01, 0.05, 0.2])("with %d of all calls failing", (total) => {
  const budget = 300;
  let callId: CallId;
  let cases: CaseId[];
  let acts: Act[];
  let answers: (Reserved | "no-money")[];
  let fire: ReturnType<typeof underFire>;

  beforeAll(async () => {
    fire = underFire({ seed: Math.round(total * 1000), rates: fifth(total) });
    callId = `call_${ascendingIds.ulid()}`;
    cases = newCases(4);
    await setBudget(calm, callId, budget);
    const random = seededRandom(7);
    acts = Array.from({ length: 40 }, (_, n) => ({
      key: `fire-${callId}-${n}`,
      caseId: cases[n % cases.length] ?? "app_",
      amount: 1 + Math.floor(random() * 19),
    }));
    // Every third act is delivered twice, as impatient clients and at-least-once services do.
    const delivered = [...acts, ...acts.filter((_, n) => n % 3 === 0)];
    answers = await Promise.all(delivered.map((act) => insist(fire.deps, callId, act)));
  });

  test("each key is applied once or not at all, and both of a doubled delivery hear the same", async () => {
    const memories = await Promise.all(acts.map(({ key }) => calm.get("idempotency", { actor: "system:seed", key })));
    const done = acts.filter((_, n) => memories[n] !== undefined);
    const money = await moneyOf({ store: calm }, callId, cases);
    expect(money.postings).toBe(done.length);
    expect(money.posted).toBe(done.reduce((sum, { amount }) => sum + amount, 0));
    const doubled = acts.flatMap((_, n) => (n % 3 === 0 ? [n] : []));
    expect(answers.slice(acts.length)).toEqual(doubled.map((n) => answers[n]));
    for (const [n, answer] of answers.slice(0, acts.length).entries()) {
      expect(memories[n]?.result ?? "no-money").toEqual(answer);
    }
  });

  test("no unit of money is lost, made or spent twice", async () => {
    const money = await moneyOf({ store: calm }, callId, cases);
    expect(money.available + money.reserved).toBe(budget);
    expect(money.reserved).toBe(money.posted);
    expect(money.available).toBeGreaterThanOrEqual(0);
  });

  test("each act left one event and its effects, and the effects are all done in the end, under the same fire", async () => {
    const money = await moneyOf({ store: calm }, callId, cases);
    const stopped = () => new Set(fire.deps.asked.stopped.map(({ executionName }) => executionName)).size;
    // What the lots let fail eight times is parked; the button gives it a fresh start.
    for (let round = 0; round < 80; round++) {
      await driveEffects(fire.deps).catch(() => undefined);
      for (const { effectId } of await calm.parkedEffects(50))
        await retryParked(testDeps(calm, { clock: fire.deps.clock }), effectId);
      fire.deps.clock.move(61_000);
      if ((await calm.dueEffects("2030", 1)).length === 0) break;
    }
    expect(await calm.dueEffects("2030", 10)).toEqual([]);
    expect(await calm.parkedEffects(10)).toEqual([]);
    let events = 0;
    for (const caseId of cases) {
      const stream = await calm.list("event", { stream: caseId });
      events += stream.length;
      expect(verifyChain(caseId, stream, await calm.get("sealHead", { stream: caseId }), sha256)).toEqual({
        stream: caseId,
        sealed: stream.length,
        unsealed: 0,
      });
    }
    expect(events).toBe(money.postings);
    expect(stopped()).toBeGreaterThan(0);
  });

  test("faults really fell, and the retries were bounded", () => {
    const { injected, calls } = fire.faults;
    // Who draws which lot depends on who runs first, so only what is all but certain is asked.
    const fallen = Object.values(injected).reduce((sum, count) => sum + count, 0);
    if (total >= 0.05) expect(fallen).toBeGreaterThan(0);
    if (total >= 0.2) expect(injected.conflict + injected["lost-reply"]).toBeGreaterThan(0);
    expect(calls[commit] ?? 0).toBeLessThan(80 * 40);
  });
});

test("of 40 at once that want one of 20, where overlapping transactions are cancelled, exactly 20 get it", async () => {
  const { deps, overlaps } = underFire({ seed: 3 }, 1);
  const callId: CallId = `call_${ascendingIds.ulid()}`;
  const cases = newCases(40);
  await setBudget(calm, callId, 20);
  const take = (caseId: CaseId) =>
    perform(deps, actor, `one-${caseId}`, reserve, { caseId, callId, amount: 1 }).then(
      () => "taken",
      (error: { code: string }) => error.code,
    );
  const outcomes = await Promise.all(cases.map(take));
  expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(20);
  expect(outcomes.filter((outcome) => outcome === "test.no-money")).toHaveLength(20);
  expect(await moneyOf({ store: calm }, callId, cases)).toEqual({
    available: 0,
    reserved: 20,
    postings: 20,
    posted: 20,
  });
  expect(overlaps.cancelled).toBeGreaterThan(0);
});
