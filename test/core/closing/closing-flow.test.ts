import { rowsOf } from "@multihelix/core/application/move.ts";
import { withdrawApplication } from "@multihelix/core/application/withdraw-application.ts";
import { reopen } from "@multihelix/core/closing/look.ts";
import { seekEnded } from "@multihelix/core/closing/seek-ended.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { addDays, type Instant } from "@multihelix/core/kernel/instant.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { writeMessage } from "@multihelix/core/thread/write-message.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { memberOf, staff } from "../../fixture/build/actor.ts";
import { aCall, callId } from "../../fixture/build/call.ts";
import { aCase } from "../../fixture/build/case.ts";
import { at } from "../../fixture/build/moment.ts";
import { storeCase, storePeople } from "../../fixture/stored-case.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
const anna = memberOf("anna", "vivo");
const mia = staff("mia", "manager", "limburg");
const start = at("2026-11-12T09:00:00Z");

beforeEach(async () => {
  world.deps.clock.move(start);
  await storePeople(world.store);
  await world.store.commit([{ op: "put", name: "call", value: aCall() }]);
});

async function pass(instant: Instant): Promise<void> {
  world.deps.clock.move(instant);
  while ((await driveEffects(world.deps, 100)).done > 0);
}
const stored = (caseId: CaseId) => world.store.get("case", { caseId });
const rowOf = (caseId: CaseId) => world.store.get("row", { parkId: "limburg", callId, caseId });
const write = (who: typeof anna, caseId: CaseId, side: "applicant" | "notes", key: string) =>
  perform(world.deps, who, key, writeMessage, { caseId, parkId: "limburg", side, text: "One more thing." });

describe("a withdrawn application", () => {
  test("is closed thirty days later by the schedule alone: its outcome stays, the record says it, no letter is written", async () => {
    const { caseId } = await storeCase(world.store);
    await perform(world.deps, anna, "withdraw", withdrawApplication, { caseId, reason: "Another way." });
    await pass(addDays(start, 30));
    expect(await stored(caseId)).not.toHaveProperty("closedAt");
    const letters = await world.store.list("letter", { stream: caseId });
    await write(anna, caseId, "applicant", "while-open");

    const later = addDays(start, 31);
    await pass(later);
    expect(await stored(caseId)).toMatchObject({ status: "withdrawn", statusSince: start, closedAt: later });
    expect(await rowOf(caseId)).toMatchObject({ status: "withdrawn", closedAt: later });
    const events = await world.store.list("event", { stream: caseId });
    expect(events.at(-1)).toMatchObject({ type: "case.closed", actor: "system:outbox", seal: expect.any(String) });
    const told = (await world.store.list("letter", { stream: caseId })).filter(({ kind }) => kind !== "message");
    expect(told).toHaveLength(letters.length);
    expect(await world.store.dueEffects("2030", 100)).toEqual([]);
  });

  test("takes no message of anybody once it is closed, but for the park's own notes", async () => {
    const { caseId } = await storeCase(world.store, { status: "withdrawn", statusSince: start, closedAt: start });
    await expect(write(anna, caseId, "applicant", "a")).rejects.toMatchObject({ code: "case.closed" });
    await expect(write(mia, caseId, "applicant", "b")).rejects.toMatchObject({ code: "case.closed" });
    expect(await write(mia, caseId, "notes", "c")).toMatchObject({ at: start });
  });
});

describe("a case that ended before ended cases were closed", () => {
  test("is found once in its call, and closed", async () => {
    const old = addDays(start, -400);
    const one = await storeCase(world.store, { status: "withdrawn", statusSince: old });
    const { caseId } = one;
    await world.store.commit(rowsOf(one).map((value) => ({ op: "put", name: "row", value })));
    expect([await seekEnded(world.deps), await seekEnded(world.deps)]).toEqual([1, 0]);
    await pass(start);
    expect(await stored(caseId)).toMatchObject({ status: "withdrawn", closedAt: start });
  });
});

describe("what comes of a case after all", () => {
  test("opens it again and has it looked at anew", () => {
    const one = aCase({ status: "expired", statusSince: start, closedAt: addDays(start, 31) });
    const { changes, effects } = reopen(one, addDays(start, 90));
    expect(changes).toMatchObject([{ op: "replace", name: "case", value: { status: "expired" } }]);
    expect(changes[0]).not.toHaveProperty("value.closedAt");
    expect(effects).toMatchObject([{ body: { kind: "close-case", since: start } }]);
  });

  test("holds an ended case fast against a look that is faster, and touches no case that goes on", () => {
    const one = aCase({ status: "expired", statusSince: start });
    expect(reopen(one, start).changes).toMatchObject([{ op: "check", name: "case", when: { closedAt: null } }]);
    expect(reopen(aCase({ status: "redeemed" }), start).changes).toEqual([]);
  });
});
