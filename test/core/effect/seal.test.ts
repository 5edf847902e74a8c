/** The chain over a stream's events: made by `tidy`, never forked, and broken by whatever is changed afterwards. */
import { sha256 } from "@multihelix/adapters/system/secrets.ts";
import { tidy } from "@multihelix/core/effect/handler/tidy.ts";
import type { Event } from "@multihelix/core/event/event.ts";
import { type SealHead, sealEvents, verifyChain } from "@multihelix/core/event/seal.ts";
import type { Change, Store } from "@multihelix/core/port/store.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { caseId } from "../../fixture/build/case.ts";
import { at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { ascendingIds, freshStore, type TestDeps, testDeps } from "../../fixture/deps.ts";
import { startTestStore, type TestStore } from "../../fixture/store.ts";
import { storeCase } from "../../fixture/stored-case.ts";

let server: TestStore;
let store: Store;
let deps: TestDeps;
beforeAll(async () => {
  server = await startTestStore();
});
afterAll(() => server.stop());
beforeEach(async () => {
  store = await freshStore(server.client);
  deps = testDeps(store);
});

const stream = "batch:x";

async function happened(count: number, within = stream): Promise<void> {
  const changes = Array.from({ length: count }, (_, index): Change => {
    const value: Event = {
      stream: within,
      eventId: `evt_${ascendingIds.ulid()}`,
      at: at("2026-11-12T09:00:00Z"),
      type: "batch.released",
      actor: "per_x",
      verb: "batch.release",
      caseId,
      facts: { amount: index, nested: { b: 1, a: [2, { d: 3, c: 4 }] } },
      version: 0,
    };
    return { op: "create", name: "event", value };
  });
  await store.commit(changes);
}

async function chain(): Promise<{ events: Event[]; head: SealHead | undefined }> {
  return { events: await store.list("event", { stream }), head: await store.get("sealHead", { stream }) };
}
const verdict = (events: readonly Event[], head: SealHead | undefined) => verifyChain(stream, events, head, sha256);

describe("tidy", () => {
  test("seals every event of the stream, however many a commit left", async () => {
    await happened(75);
    await happened(75);
    await tidy(deps, { kind: "tidy", stream });
    const { events, head } = await chain();
    expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
    expect(verdict(events, head)).toEqual({ stream, sealed: 150, unsealed: 0 });
  });

  test("done again changes nothing; later events go on from where the chain stands", async () => {
    await happened(3);
    await tidy(deps, { kind: "tidy", stream });
    const before = await chain();
    await tidy(deps, { kind: "tidy", stream });
    expect(await chain()).toEqual(before);
    await happened(2);
    expect(verdict((await chain()).events, before.head)).toEqual({ stream, sealed: 3, unsealed: 2 });
    await tidy(deps, { kind: "tidy", stream });
    const { events, head } = await chain();
    expect(verdict(events, head)).toEqual({ stream, sealed: 5, unsealed: 0 });
    expect(events.slice(0, 3)).toEqual(before.events);
  });
});

test("two sealers at once never fork the chain: one wins, the other is told to come again", async () => {
  await happened(5);
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => sealEvents(deps, stream).catch((error: { code: string }) => error.code)),
  );
  expect(outcomes.filter((outcome) => outcome === 5)).toHaveLength(1);
  expect(new Set(outcomes)).toEqual(
    new Set([5, ...outcomes.filter((outcome) => outcome === "seal.other-sealer" || outcome === 0)]),
  );
  const { events, head } = await chain();
  expect(verdict(events, head)).toEqual({ stream, sealed: 5, unsealed: 0 });
});

describe("a sealed chain", () => {
  let events: Event[];
  let head: SealHead | undefined;
  beforeEach(async () => {
    await happened(4);
    await tidy(deps, { kind: "tidy", stream });
    ({ events, head } = await chain());
  });

  const edits: [string, (event: Event) => Event][] = [
    ["fact", (event) => ({ ...event, facts: { ...event.facts, amount: 9 } })],
    ["actor", (event) => ({ ...event, actor: "per_y" })],
    ["time", (event) => ({ ...event, at: at("2026-11-12T09:00:01Z") })],
    ["type", (event) => ({ ...event, type: "batch.discarded" })],
    ["case", (event) => ({ ...event, caseId: "app_00000000000000000000000001" })],
    ["status", (event) => ({ ...event, to: "redeemed" })],
    ["seal", (event) => ({ ...event, seal: "0".repeat(64) })],
  ];
  test.each(edits)("shows a changed %s at that event", (_what, edit) => {
    const changed = events.map((event, index) => (index === 1 ? edit(event) : event));
    expect(verdict(changed, head).brokenAt).toBe(events[1]?.eventId);
  });

  test("shows a removed event, the last one included", () => {
    const without = (gone: number) => events.filter((_event, index) => index !== gone);
    expect(verdict(without(1), head).brokenAt).toBe(events[2]?.eventId);
    expect(verdict(without(3), head).brokenAt).toBe("head");
    expect(verdict([], head).brokenAt).toBe("head");
  });

  test("shows events whose order was changed", () => {
    const swapped = events.map((event) => ({
      ...event,
      sequence: { 2: 3, 3: 2 }[event.sequence ?? 0] ?? event.sequence ?? 0,
    }));
    expect(verdict(swapped, head).brokenAt).toBe(events[2]?.eventId);
  });

  test("shows a lost head", () => {
    expect(verdict(events, undefined).brokenAt).toBe("head");
  });

  test("does not mind in which order the fields of the facts are stored", () => {
    const turned = events.map((event) => ({
      ...event,
      facts: Object.fromEntries(Object.entries(event.facts).reverse()),
    }));
    expect(verdict(turned, head).brokenAt).toBeUndefined();
  });
});

describe("the case's row", () => {
  test("shows who holds the open tasks, soonest due first, and when the first is due", async () => {
    const one = await storeCase(store, { status: "approving" });
    const task = (slot: string, day: string) =>
      aTask("approve", {
        caseId: one.caseId,
        slot,
        due: at(`2026-12-${day}T00:00:00Z`),
        holder: { kind: "role", role: "approver", parkId: slot },
      });
    await store.commit([
      { op: "create", name: "task", value: task("lund", "09") },
      { op: "create", name: "task", value: task("limburg", "04") },
      { op: "create", name: "task", value: { ...task("wales", "01"), status: "answered" } },
    ]);
    await tidy(deps, { kind: "tidy", stream: one.caseId });
    const row = await store.get("row", { parkId: "limburg", callId: one.callId, caseId: one.caseId });
    expect(row).toMatchObject({
      status: "approving",
      due: "2026-12-04T00:00:00.000Z",
      holders: ["role:approver:limburg", "role:approver:lund"],
    });
  });

  test("is never left older than the tasks: a tidy that read before another answer does not write last", async () => {
    const one = await storeCase(store, { status: "screening" });
    const task = aTask("screen", { caseId: one.caseId });
    await store.commit([{ op: "create", name: "task", value: task }]);
    const close: Change = {
      op: "patch",
      name: "task",
      key: task,
      set: { status: "answered" },
      when: { status: "open" },
    };
    // The first tidy has read the open task; before it writes, the answer commits and its own tidy is done.
    const slow: Store = {
      ...store,
      commit: async (changes) => {
        if (changes.some(({ name }) => name === "row")) {
          await store.commit([close]);
          await tidy(deps, { kind: "tidy", stream: one.caseId });
        }
        return store.commit(changes);
      },
    };
    await tidy({ ...deps, store: slow }, { kind: "tidy", stream: one.caseId });
    expect(await store.get("row", { parkId: "limburg", callId: one.callId, caseId: one.caseId })).toMatchObject({
      holders: [],
    });
  });

  test("of a case that moved on meanwhile shows the status it moved to", async () => {
    const one = await storeCase(store, { status: "screening" });
    const moving: Store = {
      ...store,
      commit: async (changes) => {
        if (changes.some(({ name }) => name === "row"))
          await store.commit([{ op: "replace", name: "case", value: { ...one, status: "withdrawn" } }]);
        return store.commit(changes);
      },
    };
    await tidy({ ...deps, store: moving }, { kind: "tidy", stream: one.caseId });
    expect(await store.get("row", { parkId: "limburg", callId: one.callId, caseId: one.caseId })).toMatchObject({
      status: "withdrawn",
    });
  });
});
