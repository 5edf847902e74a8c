import { rowsOf } from "@multihelix/core/application/move.ts";
import { advanceCall, archiveCall, readCallFacts } from "@multihelix/core/call/advance-call.ts";
import { nextState, standingOf } from "@multihelix/core/call/call-state.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall, callId } from "../../fixture/build/call.ts";
import { aCase } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { aMoment, at } from "../../fixture/build/moment.ts";
import { written } from "../../fixture/changes.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";
import { refusalOf } from "../../fixture/refusal.ts";

const none = standingOf([], 0);
const opens = at("2026-01-05T08:00:00Z");
const closes = at("2026-06-30T21:59:59Z");
const after = at("2026-07-01T08:00:00Z");
const next = (
  state: Parameters<typeof nextState>[0]["state"],
  standing = none,
  now = after,
  mode: "rolling" | "deadline" = "rolling",
) => nextState({ state, mode, opens, closes }, standing, now);

describe("a call goes from state to state", () => {
  test("opens at its instant and closes when the minutes of grace are over, not before", () => {
    expect(next("scheduled", none, at("2026-01-05T07:59:59Z"))).toBeUndefined();
    expect(next("scheduled", none, opens)).toBe("open");
    expect(next("open", none, at("2026-06-30T22:04:59Z"))).toBeUndefined();
    expect(next("open", none, at("2026-06-30T22:05:00Z"))).toBe("closed");
  });

  test("a rolling call decides once every review is over; a deadline call only by its frozen ranking", () => {
    expect(next("closed", standingOf(["in-review", "deciding"], 0))).toBeUndefined();
    expect(next("closed", standingOf(["approving", "deciding"], 0))).toBe("deciding");
    expect(next("closed", standingOf(["approving", "deciding"], 0), after, "deadline")).toBeUndefined();
  });

  test("is decided when every case was told, and archived when no redress is open", () => {
    expect(next("deciding", standingOf(["approved", "rejected"], 0))).toBeUndefined();
    expect(next("deciding", standingOf(["conditional", "issued", "rejected", "withdrawn"], 1))).toBe("decided");
    expect(next("decided", standingOf(["rejected"], 1))).toBeUndefined();
    expect(next("decided", standingOf(["rejected", "redeemed"], 0))).toBe("archived");
    expect(next("archived")).toBeUndefined();
  });

  test("without a case it is decided as it closes, in either mode", () => {
    expect(next("closed", none, after, "deadline")).toBe("decided");
  });

  test("cases that redress brought back into review keep it from its archive", () => {
    expect(next("decided", standingOf(["in-review"], 0))).toBeUndefined();
  });
});

describe("by the clock", () => {
  let deps: TestDeps;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ deps, stop } = await startTestDeps({ now: "2026-01-02T09:00:00Z" }));
  });
  afterAll(() => stop());
  const state = async () => (await deps.store.get("call", { callId }))?.state;
  const events = async () => (await deps.store.list("event", { stream: `call:${callId}` })).map(({ type }) => type);

  test("opening, closing, decided and archived come by themselves, each told once", async () => {
    const scheduled = aCall({ state: "scheduled", opens, closes });
    const wake = (what: string, instant: string, dueAt = instant) => ({
      op: "create" as const,
      name: "effect" as const,
      value: {
        effectId: deps.ids.ulid(),
        body: { kind: "advance-call" as const, callId, wake: `${what}:${instant}` },
        createdAt: deps.clock.now(),
        dueAt: at(dueAt),
        attempts: 0,
        version: 0,
      },
    });
    await deps.store.commit([
      { op: "create", name: "call", value: scheduled },
      wake("opens", opens),
      wake("closes", closes, "2026-06-30T22:05:00Z"),
    ]);
    await driveEffects(deps);
    expect(await state()).toBe("scheduled");
    deps.moveClock("2026-01-05T08:00:00Z");
    await driveEffects(deps);
    expect(await state()).toBe("open");

    const refused = aCase({ status: "rejected" });
    await deps.store.commit([
      { op: "create", name: "case", value: refused },
      ...rowsOf(refused).map((value) => ({ op: "put" as const, name: "row" as const, value })),
    ]);
    deps.moveClock("2026-06-30T22:05:00Z");
    await driveEffects(deps);
    // The letter of the rejection has not provably arrived: its window is open.
    expect(await state()).toBe("decided");
    const letter = {
      stream: refused.caseId,
      letterId: idOf("let", "rejection"),
      key: `decision-rejection:${refused.attempt}:per_x`,
      kind: "decision-rejection",
      caseId: refused.caseId,
      to: { email: "anna@cryolink.example", name: "Anna" },
      language: "en" as const,
      subject: "-",
      text: "-",
      html: "-",
      createdAt: deps.clock.now(),
      status: "sent" as const,
      sentAt: deps.clock.now(),
      openedAt: deps.clock.now(),
      version: 0,
    };
    await deps.store.commit([{ op: "create", name: "letter", value: letter }]);
    for (let day = 0; day < 33; day++) {
      deps.moveClock(addDays(deps.clock.now(), 1));
      await driveEffects(deps);
      if (day === 28) expect(await state()).toBe("decided");
    }
    expect(await state()).toBe("archived");
    expect(await events()).toEqual(["call.open", "call.closed", "call.decided", "call.archived"]);
    const waiting = await deps.store.dueEffects("2030-01-01T00:00:00Z", 50);
    expect(waiting.filter(({ body }) => body.kind === "advance-call")).toEqual([]);
  });

  test("a manager archives no call in which something is open, and is told what", async () => {
    const facts = await readCallFacts(deps.store, callId);
    const open = { ...facts, call: aCall({ state: "decided" }), rows: [{ status: "deciding" as const }] };
    const mia = staff("mia", "manager", "limburg");
    expect(refusalOf(() => archiveCall.decide(open, mia, { callId }, aMoment()))).toMatchObject({
      code: "call.not-over",
      facts: { undecided: 1, windows: 0 },
    });
    const over = { call: aCall({ state: "decided" }), rows: [], refused: [], books: [] };
    expect(written(archiveCall.decide(over, mia, { callId }, aMoment()).changes, "call")).toMatchObject([
      { state: "archived" },
    ]);
  });

  test("a closing that was moved wakes it in vain, and begins no second chain of days", () => {
    const facts = {
      call: aCall({ state: "open", closes: at("2026-12-18T22:59:59Z") }),
      rows: [],
      refused: [],
      books: [],
    };
    const system = { kind: "system", name: "outbox" } as const;
    const early = advanceCall.decide(facts, system, { callId, wake: "closes:2026-11-01T00:00:00.000Z" }, aMoment());
    expect(early).toMatchObject({ changes: [], effects: [], result: { state: "open" } });
    const late = { ...facts, call: { ...facts.call, closes: at("2026-10-01T00:00:00Z") } };
    const other = advanceCall.decide(late, system, { callId, wake: "closes:2026-11-01T00:00:00.000Z" }, aMoment());
    expect(other.effects).toEqual([]);
  });

  test("is done once, however often the effect is delivered", async () => {
    const system = { kind: "system", name: "outbox" } as const;
    const again = () =>
      perform(deps, system, `advance:${callId}:opens:${opens}`, advanceCall, { callId, wake: `opens:${opens}` });
    expect(await again()).toEqual(await again());
  });
});
