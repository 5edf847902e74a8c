/** `perform` on the real store: once per key, all in one commit, and nothing of what is refused. */
import type { CallId, CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { type Decision, verb } from "@multihelix/core/kernel/verb.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import type { TestDeps } from "../../fixture/deps.ts";
import { actor, commit, reserving } from "../../fixture/performing.ts";
import { reserve } from "../../fixture/reserve-verb.ts";

const { world, take, money, memory, events, effects } = reserving();
let store: Store;
let deps: TestDeps;
let callId: CallId;
let caseId: CaseId;
beforeEach(() => {
  ({ store, deps, callId, caseId } = world);
});

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
    // The case's share is there already, so that nothing but the key stands between the twelve.
    await take(`before-${caseId}`, 10);
    const results = await Promise.all(Array.from({ length: 12 }, () => take(`k-${caseId}`, 5)));
    expect(new Set(results.map(({ left }) => left))).toEqual(new Set([85]));
    expect((await money()).postings).toBe(2);
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
    const before = world.faults.calls[commit] ?? 0;
    await take(`k-${caseId}`, 30);
    expect((world.faults.calls[commit] ?? 0) - before).toBe(1);
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
    world.faults.next(commit, "lost-reply");
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
