/** `perform` on the real store: once per key, all or nothing, decided again when another was faster. */
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { ensureTable } from "@multihelix/adapters/dynamo/table.ts";
import type { Actor } from "@multihelix/core/kernel/actor.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import type { CallId, CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { type Decision, verb } from "@multihelix/core/kernel/verb.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { ascendingIds, type TestDeps, testDeps } from "../../fixture/deps.ts";
import { type FaultKind, type Faults, injectFaults, ownClient } from "../../fixture/fault.ts";
import { moneyOf, reserve, setBudget } from "../../fixture/reserve-verb.ts";
import { startTestStore, type TestStore } from "../../fixture/store.ts";

const actor: Actor = { kind: "system", name: "seed" };
const commit = "TransactWriteItemsCommand";
const table = "perform";

let server: TestStore;
let faults: Faults;
let store: Store;
let deps: TestDeps;
let callId: CallId;
let caseId: CaseId;

beforeAll(async () => {
  server = await startTestStore();
  await ensureTable(server.client, table);
});
afterAll(() => server.stop());

beforeEach(async () => {
  const client = ownClient(server.endpoint);
  faults = injectFaults(client);
  store = createDynamoStore(client, table);
  deps = testDeps(store);
  callId = `call_${ascendingIds.ulid()}`;
  caseId = `app_${ascendingIds.ulid()}`;
  await setBudget(store, callId, 100);
});

const take = (key: string, amount: number) => perform(deps, actor, key, reserve, { caseId, callId, amount });
const money = () => moneyOf(deps, callId, [caseId]);
const memory = (key: string) => store.get("idempotency", { actor: "system:seed", key });
const events = () => store.list("event", { stream: caseId });
/** Effects of this test's case. */
const effects = async () =>
  (await store.dueEffects("2030", 20_000)).filter(({ body }) => JSON.stringify(body).includes(caseId));

describe("one key", () => {
  test("is done once: a repetition gives the same result and changes nothing", async () => {
    expect(await take(`k-${caseId}`, 30)).toEqual({ left: 70 });
    expect(await take(`k-${caseId}`, 30)).toEqual({ left: 70 });
    expect(await money()).toEqual({ available: 70, reserved: 30, postings: 1, posted: 30 });
    expect(await events()).toHaveLength(1);
  });

  test("with another input is a conflict that names the verb, and changes nothing", async () => {
    await take(`k-${caseId}`, 30);
    await expect(take(`k-${caseId}`, 31)).rejects.toMatchObject({
      kind: "conflict",
      code: "idempotency.other-input",
      facts: { verb: "test.reserve" },
    });
    expect((await money()).available).toBe(70);
  });

  test("belongs to its actor: the same key of another actor is another act", async () => {
    await take(`k-${caseId}`, 30);
    await perform(deps, { kind: "system", name: "sweep" }, `k-${caseId}`, reserve, { caseId, callId, amount: 30 });
    expect((await money()).available).toBe(40);
  });

  test("tried by many at once is done once, and all are told the same", async () => {
    const results = await Promise.all(Array.from({ length: 12 }, () => take(`k-${caseId}`, 30)));
    expect(new Set(results.map(({ left }) => left))).toEqual(new Set([70]));
    expect((await money()).postings).toBe(1);
  });

  test("delivered again while it is being done is answered with its result, not with the refusal that it caused itself", async () => {
    let first = true;
    const overtaken: Store = {
      ...store,
      // Between looking up the key and reading the facts, the other delivery takes all the money.
      get: async (name, key) => {
        if (name === "budget" && first) {
          first = false;
          await take(`k-${caseId}`, 100);
        }
        return store.get(name, key);
      },
    };
    expect(
      await perform({ ...deps, store: overtaken }, actor, `k-${caseId}`, reserve, { caseId, callId, amount: 100 }),
    ).toEqual({ left: 0 });
    expect((await money()).postings).toBe(1);
  });

  test("means the same input whatever order the keys of a record were sent in", async () => {
    const note = verb({
      name: "test.note",
      input: z.object({ data: z.record(z.string(), z.number()) }),
      read: async () => undefined,
      decide: (): Decision<string> => ({ changes: [], result: "noted" }),
    });
    await perform(deps, actor, `n-${caseId}`, note, { data: { a: 1, b: 2 } });
    expect(await perform(deps, actor, `n-${caseId}`, note, { data: { b: 2, a: 1 } })).toBe("noted");
  });

  test("gives a result of nothing again as nothing", async () => {
    const nothing = verb({
      name: "test.nothing",
      input: z.object({}),
      read: async () => undefined,
      decide: (): Decision<undefined> => ({ changes: [], result: undefined }),
    });
    expect(await perform(deps, actor, `0-${caseId}`, nothing, {})).toBeUndefined();
    expect(await perform(deps, actor, `0-${caseId}`, nothing, {})).toBeUndefined();
  });
});

describe("one commit", () => {
  test("holds the changes, the posting, the event, the effects and the memory of the act", async () => {
    const before = faults.calls[commit] ?? 0;
    await take(`k-${caseId}`, 30);
    expect((faults.calls[commit] ?? 0) - before).toBe(1);
    expect((await effects()).map(({ body }) => body.kind).sort()).toEqual(["stop-execution", "tidy"]);
    expect(await events()).toMatchObject([
      {
        type: "test.reserved",
        actor: "system:seed",
        verb: "test.reserve",
        at: deps.clock.now(),
        facts: { amount: 30 },
      },
    ]);
    expect(await memory(`k-${caseId}`)).toMatchObject({ verb: "test.reserve", result: { left: 70 } });
  });

  test("wakes the driver of effects after it stands, never before", async () => {
    await expect(take(`l-${caseId}`, 500)).rejects.toMatchObject({ code: "test.no-money" });
    expect(deps.woken()).toBe(0);
    await take(`m-${caseId}`, 1);
    expect(deps.woken()).toBe(1);
    faults.next(commit, "lost-reply");
    await take(`k-${caseId}`, 30);
    expect(deps.woken()).toBe(2);
  });

  test("gives every thing made in it an id of its own, in the order of making", async () => {
    const many = verb({
      name: "test.many",
      input: z.object({}),
      read: async () => undefined,
      decide: (_facts, _actor, _input, moment): Decision<string[]> => {
        const result = Array.from({ length: 40 }, () => moment.newId("let"));
        const drafts = Array.from({ length: 10 }, () => ({ stream: caseId, type: "test.made" }));
        return {
          changes: [],
          events: drafts,
          effects: drafts.map(() => ({ body: { kind: "tidy", stream: "x" } })),
          result,
        };
      },
    });
    const ids = await perform(deps, actor, `m-${caseId}`, many, {});
    expect(new Set(ids).size).toBe(40);
    expect([...ids].sort()).toEqual(ids);
    const made = [...ids, ...(await events()).map(({ eventId }) => eventId)].map((id) => id.slice(4));
    expect(new Set(made).size).toBe(50);
  });

  test("of more than 80 items is a fault and leaves nothing", async () => {
    const flood = (count: number) =>
      verb({
        name: "test.flood",
        input: z.object({}),
        read: async () => undefined,
        // One tidy effect and the memory of the act belong to the same commit.
        decide: (): Decision<null> => ({
          changes: [],
          events: Array.from({ length: count }, () => ({ stream: caseId, type: "test.flood" })),
          result: null,
        }),
      });
    await expect(perform(deps, actor, `f-${caseId}`, flood(79), {})).rejects.toThrow(/81 items/);
    expect(await events()).toEqual([]);
    expect(await memory(`f-${caseId}`)).toBeUndefined();
    await perform(deps, actor, `f-${caseId}`, flood(78), {});
    expect(await events()).toHaveLength(78);
  });
});

describe("a refusal", () => {
  test("of the input stores nothing, and the key is still free", async () => {
    await expect(take(`k-${caseId}`, -3)).rejects.toMatchObject({
      kind: "invalid",
      code: "input.invalid",
      facts: { problems: [{ path: "amount" }] },
    });
    expect(await memory(`k-${caseId}`)).toBeUndefined();
    expect(await take(`k-${caseId}`, 3)).toEqual({ left: 97 });
  });

  test("of the domain stores nothing, is not tried again, and the key is still free", async () => {
    await expect(take(`k-${caseId}`, 101)).rejects.toMatchObject({ code: "test.no-money", facts: { free: 100 } });
    expect(deps.clock.sleeps).toEqual([]);
    expect(await memory(`k-${caseId}`)).toBeUndefined();
    expect(await events()).toEqual([]);
    expect(await effects()).toEqual([]);
    expect(await take(`k-${caseId}`, 100)).toEqual({ left: 0 });
  });
});

/** A verb whose item is changed by somebody else between reading and committing, the first `times` times. */
function racedHead(times: number) {
  let raced = 0;
  const ids: string[] = [];
  const raise = verb({
    name: "test.raise",
    input: z.object({}),
    async read(reader) {
      const head = await reader.get("sealHead", { stream: caseId });
      if (head !== undefined && raced < times) {
        raced += 1;
        await store.commit([{ op: "replace", name: "sealHead", value: { ...head, sequence: head.sequence + 100 } }]);
      }
      return head;
    },
    decide(head, _actor, _input, moment): Decision<number> {
      if (head === undefined) throw new DomainError("not_found", "test.no-head");
      ids.push(moment.newId("let"));
      return {
        changes: [{ op: "replace", name: "sealHead", value: { ...head, sequence: head.sequence + 1 } }],
        result: head.sequence + 1,
      };
    },
  });
  return { raise, ids };
}

describe("a race lost to another", () => {
  beforeEach(async () => {
    await store.commit([
      { op: "create", name: "sealHead", value: { stream: caseId, sequence: 0, seal: "", version: 0 } },
    ]);
  });

  test("is read and decided again on what is true now, with the same ids", async () => {
    const { raise, ids } = racedHead(3);
    expect(await perform(deps, actor, `r-${caseId}`, raise, {})).toBe(301);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(1);
  });

  test("is given up after five tries, and nothing of it stands", async () => {
    const { raise, ids } = racedHead(1000);
    await expect(perform(deps, actor, `r-${caseId}`, raise, {})).rejects.toMatchObject({
      kind: "unavailable",
      code: "perform.contention",
    });
    expect(ids).toHaveLength(5);
    expect(await store.get("sealHead", { stream: caseId })).toMatchObject({ sequence: 500 });
    expect(await memory(`r-${caseId}`)).toBeUndefined();
  });

  test("waits between tries for a random time below a bound that doubles", async () => {
    const drawnNumbers = [0.999, 0.001, 0.5, 0.25];
    const drawn = [...drawnNumbers];
    deps = testDeps(store, { random: { next: () => drawn.shift() ?? 0, bytes: () => new Uint8Array() } });
    await expect(perform(deps, actor, `r-${caseId}`, racedHead(1000).raise, {})).rejects.toThrow();
    const expected = drawnNumbers.map((lot, index) => Math.ceil(lot * 20 * 2 ** index));
    expect(deps.clock.sleeps).toEqual(expected);
  });
});

describe("a fault", () => {
  const passing: FaultKind[] = ["conflict", "throttled", "server-error", "time-out", "lost-reply"];

  test.each(passing)("of the commit (%s) gives one effect in the end", async (kind) => {
    faults.next(commit, kind);
    expect(await take(`k-${caseId}`, 30)).toEqual({ left: 70 });
    expect(await money()).toEqual({ available: 70, reserved: 30, postings: 1, posted: 30 });
    expect(await events()).toHaveLength(1);
    expect((await effects()).filter(({ body }) => body.kind === "stop-execution")).toHaveLength(1);
    expect(deps.clock.sleeps).toHaveLength(1);
  });

  test("that stays is told as unavailable after five tries; the same key succeeds later, once", async () => {
    faults.next(commit, ...Array<FaultKind>(5).fill("server-error"));
    await expect(take(`k-${caseId}`, 30)).rejects.toMatchObject({ kind: "unavailable", code: "store.unavailable" });
    expect(await take(`k-${caseId}`, 30)).toEqual({ left: 70 });
    expect((await money()).postings).toBe(1);
  });

  test("of the last reply, with the write applied, is found by its key", async () => {
    faults.next(commit, "conflict", "time-out", "time-out", "throttled", "server-error", "lost-reply");
    expect(await take(`k-${caseId}`, 30)).toEqual({ left: 70 });
    expect((await money()).postings).toBe(1);
  });

  test("at any call, before or after it did its work, leaves all or nothing; the same key then completes it", async () => {
    const steps: { command: string; nth: number; kind: FaultKind }[] = [
      { command: "GetItemCommand", nth: 0, kind: "server-error" },
      { command: "GetItemCommand", nth: 1, kind: "time-out" },
      { command: "GetItemCommand", nth: 2, kind: "throttled" },
      { command: commit, nth: 0, kind: "server-error" },
      { command: commit, nth: 0, kind: "lost-reply" },
    ];
    for (const { command, nth, kind } of steps) {
      const key = `${kind}-${nth}-${command}-${caseId}`;
      const before = await money();
      const client = ownClient(server.endpoint);
      const crash = injectFaults(client);
      // The process dies there: whatever it would still have tried is lost with it.
      const dying = testDeps(dyingAt(createDynamoStore(client, table), command, nth, kind === "lost-reply"));
      await expect(perform(dying, actor, key, reserve, { caseId, callId, amount: 7 })).rejects.toThrow(
        "the process died",
      );
      expect(crash.calls[commit] ?? 0).toBe(kind === "lost-reply" ? 1 : 0);
      const left = await money();
      const stands = kind === "lost-reply";
      expect(left).toEqual(
        stands
          ? {
              available: before.available - 7,
              reserved: before.reserved + 7,
              postings: before.postings + 1,
              posted: before.posted + 7,
            }
          : before,
      );
      expect((await memory(key)) !== undefined).toBe(stands);
      await take(key, 7);
      expect((await money()).postings).toBe(before.postings + 1);
    }
  });
});

/** A store that dies for good at its n-th call of a kind, before or after the call did its work. */
function dyingAt(inner: Store, command: string, nth: number, after: boolean): Store {
  let gets = 0;
  let dead = false;
  const step = async <T>(here: boolean, work: () => Promise<T>): Promise<T> => {
    if (dead) throw new Error("the process died");
    if (here) dead = true;
    if (here && !after) throw new Error("the process died");
    const result = await work();
    if (dead) throw new Error("the process died");
    return result;
  };
  return {
    ...inner,
    get: (name, key) => step(command === "GetItemCommand" && gets++ === nth, () => inner.get(name, key)),
    commit: (changes) => step(command === commit, () => inner.commit(changes)),
  };
}
