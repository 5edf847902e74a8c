/** `perform` among others and under faults: decided again when another was faster, all or nothing at every fault. */
import { createDynamoStore } from "@multihelix/adapters/dynamo/store.ts";
import { DomainError } from "@multihelix/core/kernel/error.ts";
import type { CallId, CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { type Decision, verb } from "@multihelix/core/kernel/verb.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { type TestDeps, testDeps } from "../../fixture/deps.ts";
import { type FaultKind, injectFaults, ownClient } from "../../fixture/fault.ts";
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

test("what two decide to take of the same free amount is taken by one of them only", async () => {
  await take(`before-${caseId}`, 10);
  const outcomes = await Promise.allSettled([take(`a-${caseId}`, 60), take(`b-${caseId}`, 60)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await money()).toEqual({ available: 30, reserved: 70, postings: 2, posted: 70 });
});

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
    world.faults.next(commit, kind);
    expect(await take(`k-${caseId}`, 30)).toEqual({ left: 70 });
    expect(await money()).toEqual({ available: 70, reserved: 30, postings: 1, posted: 30 });
    expect(await events()).toHaveLength(1);
    expect((await effects()).filter(({ body }) => body.kind === "stop-execution")).toHaveLength(1);
    expect(deps.clock.sleeps).toHaveLength(1);
  });

  test("that stays is told as unavailable after five tries; the same key succeeds later, once", async () => {
    world.faults.next(commit, ...Array<FaultKind>(5).fill("server-error"));
    await expect(take(`k-${caseId}`, 30)).rejects.toMatchObject({ kind: "unavailable", code: "store.unavailable" });
    expect(await take(`k-${caseId}`, 30)).toEqual({ left: 70 });
    expect((await money()).postings).toBe(1);
  });

  test("of the last reply, with the write applied, is found by its key", async () => {
    world.faults.next(commit, "conflict", "time-out", "time-out", "throttled", "server-error", "lost-reply");
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
      const client = ownClient(world.server.endpoint);
      const crash = injectFaults(client);
      // The process dies there: whatever it would still have tried is lost with it.
      const dying = testDeps(dyingAt(createDynamoStore(client, "perform"), command, nth, kind === "lost-reply"));
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
