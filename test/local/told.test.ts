import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMovableClock } from "@multihelix/adapters/system/clock.ts";
import { callStateSchema } from "@multihelix/core/call/call.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import { verifyChain } from "@multihelix/core/event/seal.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { balancesByKey, faultsOf } from "@multihelix/core/ledger/balance.ts";
import type { Row } from "@multihelix/core/row/row.ts";
import { demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { seedWorld } from "@multihelix/local/seed/seed-world.ts";
import { toldCases } from "@multihelix/local/seed/told/cases.ts";
import { type System, startSystem } from "@multihelix/local/system.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { silentLog } from "../fixture/store.ts";

/** The Monday after Christmas: half of the days before were holidays, and no month is like the other. */
const today = "2026-12-28T06:10:00Z";

/** State of each call that is told beside those that stand open. */
const told = {
  "LIM-V26A": "archived",
  "LIM-V26B": "deciding",
  "LIM-V26C": "closed",
  "LUN-V26A": "decided",
  "LUN-V26B": "scheduled",
  "LUN-V26C": "deciding",
};

let dataDir: string;
let system: System;
const failures: unknown[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "multihelix-told-"));
  const clock = createMovableClock();
  clock.move(Date.parse(today) - Date.parse(clock.now()));
  const log = { ...silentLog, error: (event: string, facts: unknown) => failures.push([event, facts]) };
  const mailer = { send: async ({ id }: { id: string }) => ({ kind: "accepted", messageId: id }) as const };
  const prepare = async ({ deps, engine }: Pick<System, "deps" | "engine">) => {
    await seedWorld({ deps, clock, idle: engine.idle });
    // Told again, nothing is told twice.
    await seedWorld({ deps, clock, idle: engine.idle });
  };
  system = await startSystem({ dataDir, log, mailer, clock, prepare });
}, 240_000);
afterAll(async () => {
  await system?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function rowsOf(): Promise<Row[]> {
  const calls = await system.deps.store.list("call", {});
  const rows = calls.map(({ leadPark, callId }) => system.deps.store.list("row", { parkId: leadPark, callId }));
  return (await Promise.all(rows)).flat();
}

describe("the demonstration has behind it", () => {
  test("somebody on daily mail: a message of the park was held for them, and came in a digest", async () => {
    const { store } = system.deps;
    const rows = (await rowsOf()).filter(({ title }) => title === "A swab for eczema at home");
    const letters = await store.list("letter", { stream: rows[0]?.caseId ?? "" });
    const [message] = letters.filter(({ kind, digestId }) => kind === "message" && digestId !== undefined);
    expect(message).toMatchObject({ status: "sent" });
    expect(letters.filter(({ kind }) => kind === "receipt")).toMatchObject([{ status: "sent" }]);
    const digest = { stream: `person:${message?.to.personId}`, letterId: message?.digestId ?? "let_none" } as const;
    expect(await store.get("letter", digest)).toMatchObject({ kind: "digest", status: "sent" });
  });

  test("two questions about a call that were answered in public, and one that waits and is not late", async () => {
    const callId = callIdOf("LIM-V26", system.deps.digest);
    const enquiries = await system.deps.store.list("enquiry", { callId });
    expect(enquiries.map(({ status }) => status).sort()).toEqual(["open", "published", "published"]);
    const waiting = await system.deps.store.list("enquiryWaiting", { parkId: "limburg" });
    expect(waiting).toHaveLength(1);
    expect((waiting[0]?.due ?? "") > today).toBe(true);
  });

  test("a case in every state of a voucher up to redeemed, and nothing that failed", async () => {
    expect(failures).toEqual([]);
    const rows = await rowsOf();
    // A park sees no drafts: those are with their companies.
    const drafts = toldCases.filter(({ acts }) => acts.length < 4);
    expect(drafts).toHaveLength(2);
    expect(rows).toHaveLength(toldCases.length - drafts.length);
    const states = new Set(rows.map(({ status }) => status));
    for (const state of [
      "screening",
      "more-information",
      "ineligible-proposed",
      "ineligible",
      "in-review",
      "deciding",
      "approving",
      "approved",
      "conditional",
      "rejected",
      "withdrawn",
      "issued",
      "in-use",
      "suspended",
      "claim-refused",
      "reported",
      "disputed",
      "claim-check",
      "queried",
      "paying",
      "redeemed",
    ])
      expect(states, state).toContain(state);
  });

  test("a clock that is right again, and nothing of the future", async () => {
    const { clock, store } = system.deps;
    const off = Date.parse(clock.now()) - Date.parse(today);
    expect(off).toBeGreaterThan(0);
    expect(off).toBeLessThan(300_000);
    for (const { caseId } of await rowsOf())
      for (const { at } of await store.list("event", { stream: caseId })) expect(at <= clock.now()).toBe(true);
  });

  test("a call in every state, on any day", async () => {
    const calls = await system.deps.store.list("call", {});
    expect(new Set(calls.map(({ state }) => state))).toEqual(new Set(callStateSchema.options));
    for (const { code, state } of calls.filter(({ code }) => /[A-Z]$/.test(code)))
      expect([code, state]).toEqual([code, told[code as keyof typeof told]]);
  });

  test("rankings that are frozen: by a draw that was announced, and by the panel's recorded vote", async () => {
    const { store, digest } = system.deps;
    for (const [code, by] of [
      ["LIM-V26A", "draw"],
      ["LIM-V26B", "draw"],
      ["LUN-V26A", "vote"],
    ] as const) {
      const callId = callIdOf(code, digest);
      const ranking = await store.get("frozenRanking", { callId, round: 1 });
      expect(ranking?.entries.filter((entry) => entry.by === by).length, code).toBe(2);
      expect(await store.list("tieVote", { callId }), code).toHaveLength(by === "vote" ? 1 : 0);
    }
  });

  test("of a ranked call an award, a rejection, one in approval and one that waits; of one without money a refused attempt", async () => {
    const { store, digest } = system.deps;
    const statusesOf = async (code: string) => {
      const callId = callIdOf(code, digest);
      const rows = await store.list("row", { parkId: code.startsWith("LIM") ? "limburg" : "lund", callId });
      return rows.map(({ status }) => status).sort();
    };
    expect(await statusesOf("LIM-V26A")).toEqual(["in-use", "lapsed", "rejected", "rejected"]);
    expect(await statusesOf("LIM-V26B")).toEqual(["approved", "approving", "approving", "deciding", "deciding"]);
    expect(await statusesOf("LIM-V26C")).toEqual(["in-review", "in-review", "in-review", "in-review"]);
    expect(await statusesOf("LUN-V26A")).toEqual(["in-use", "in-use", "issued", "rejected"]);
    const call = await store.get("call", { callId: callIdOf("LIM-V26B", digest) });
    const [budget] = await Promise.all((call?.payers ?? []).map(({ ledger }) => store.get("budget", { ledger })));
    expect(budget?.available).toBeLessThan(900_000);
  });

  test("a redress that was upheld, decided anew by others and paid from what was kept for it", async () => {
    const { store } = system.deps;
    const rows = (await rowsOf()).filter(({ status }) => status === "issued");
    const found = await Promise.all(rows.map(({ caseId }) => store.get("case", { caseId })));
    const upheld = found.find((one) => one?.redress?.status === "upheld");
    expect(upheld).toMatchObject({ attempt: 2, leadPark: "lund" });
    const call = upheld && (await store.get("call", { callId: upheld.callId }));
    const postings = (
      await Promise.all((call?.payers ?? []).map(({ ledger }) => store.list("posting", { ledger })))
    ).flat();
    expect(postings.map(({ memo }) => memo)).toContain(`redress reserve for ${upheld?.reference}`);
  });

  test("a claim on a Canadian park: paid net, the tax to the authority, and its slip still to be filed", async () => {
    const { store, digest } = system.deps;
    const [row] = await store.list("row", { parkId: "sherbrooke", callId: callIdOf("SHE-V26", digest) });
    const caseId = row?.caseId ?? "app_0";
    // 75 % of 12,000.00; of these 9,000.00 two thirds for work in Canada; 15 % of that.
    expect((await store.list("claim", { caseId }))[0]?.draws).toMatchObject([
      { amount: { amount: 900_000 }, taxed: { amount: 600_000 }, withheld: { amount: 90_000 } },
    ]);
    const orders = await store.list("order", { caseId, parkId: "sherbrooke" });
    expect(orders.map(({ purpose, status, amount }) => [purpose, status, amount.amount])).toEqual([
      ["payee", "booked", 810_000],
      ["tax", "booked", 90_000],
    ]);
    const open = (await store.list("task", { caseId })).filter(({ status }) => status === "open");
    expect(open.map(({ kind }) => kind)).toContain("file-slip");
  });

  test("a late reviewer, a conflict that was declared, and somebody who was reminded", async () => {
    const { store } = system.deps;
    const ids = (await rowsOf()).map(({ caseId }) => caseId);
    const slots = (await Promise.all(ids.map((caseId) => store.list("slot", { caseId })))).flat();
    const left = slots.flatMap(({ tried }) => tried.map(({ reason }) => reason));
    expect(left).toEqual(expect.arrayContaining(["conflict", "silent"]));
    const tasks = (await Promise.all(ids.map((caseId) => store.list("task", { caseId })))).flat();
    expect(tasks.some(({ status, due }) => status === "open" && due < today)).toBe(true);
    expect(tasks.some(({ remindersSent }) => remindersSent > 0)).toBe(true);
  });

  test("a ranking that was superseded for a conflict, a second version in which a case lost its place, and an award half way between two approvers", async () => {
    const { store, digest } = system.deps;
    const callId = callIdOf("LUN-V26C", digest);
    const versions = (await store.list("frozenRanking", { callId })).toSorted((a, b) => a.round - b.round);
    const why = versions[0]?.superseded;
    const spore = why?.cause === "conflict" ? why.caseId : undefined;
    expect(versions.map(({ superseded }) => superseded?.cause)).toEqual(["conflict", undefined]);
    expect(versions.map(({ entries }) => entries.find(({ caseId }) => caseId === spore)?.rank)).toEqual([2, 3]);
    const rows = await store.list("row", { parkId: "lund", callId });
    expect(rows.map(({ status }) => status).sort()).toEqual(["approving", "approving", "deciding"]);
    const tasks = (await Promise.all(rows.map(({ caseId }) => store.list("task", { caseId })))).flat();
    const asked = tasks.filter(({ kind, status }) => kind === "approve" && status === "open");
    const turn = asked.map(({ holder, given }) => [holder.kind === "role" && holder.role, given?.length ?? 0]);
    expect(turn.sort()).toEqual([
      ["approver", 0],
      ["finance", 1],
    ]);
  });

  test("a case that its contact handed over, and an approver who stood back from another", async () => {
    const { store } = system.deps;
    const ids = (await rowsOf()).map(({ caseId }) => caseId);
    const events = (await Promise.all(ids.map((stream) => store.list("event", { stream })))).flat();
    const of = (type: string) => events.filter((event) => event.type === type);
    const [handed] = of("case.handed-over");
    expect(handed?.facts).toMatchObject({ part: "applicant", to: demoPersonId("sme-editor") });
    expect(await store.get("case", { caseId: handed?.caseId as CaseId })).toMatchObject({
      contactId: demoPersonId("sme-editor"),
    });
    const [found] = of("interest.declared");
    expect(found?.facts).toMatchObject({ personId: demoPersonId("limburg-second-approver"), level: "HARD" });
    expect(of("task.passed-on").filter(({ caseId }) => caseId === found?.caseId)).toHaveLength(1);
  });

  test("books that balance and histories that hold together", async () => {
    const { store, digest } = system.deps;
    const calls = await store.list("call", {});
    for (const { ledger } of calls.flatMap(({ payers }) => payers))
      for (const balance of balancesByKey(await store.list("posting", { ledger })))
        expect(faultsOf(balance)).toEqual([]);
    for (const { caseId: stream } of await rowsOf()) {
      const [events, head] = [await store.list("event", { stream }), await store.get("sealHead", { stream })];
      expect(verifyChain(stream, events, head, digest)).toMatchObject({ unsealed: 0 });
    }
  });
});
