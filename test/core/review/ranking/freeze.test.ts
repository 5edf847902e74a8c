import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { type FreezeFacts, freezeRanking, voteTie } from "@multihelix/core/review/ranking/freeze-ranking.ts";
import { passGate } from "@multihelix/core/review/ranking/pass-gate.ts";
import { rankPlain, type Scored } from "@multihelix/core/review/ranking/plain.ts";
import { openTask } from "@multihelix/core/task/open-task.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { staff } from "../../../fixture/build/actor.ts";
import { aCall, callId } from "../../../fixture/build/call.ts";
import { aCase } from "../../../fixture/build/case.ts";
import { idOf } from "../../../fixture/build/ids.ts";
import { aMoment, at } from "../../../fixture/build/moment.ts";
import { aTask } from "../../../fixture/build/task.ts";
import { aWholeCall } from "../../../fixture/build/whole-call.ts";
import { answersOf, written } from "../../../fixture/changes.ts";
import { startTestDeps, type TestDeps } from "../../../fixture/deps.ts";
import { fc } from "../../../fixture/fast-check.ts";
import { refusalOf, refused } from "../../../fixture/refusal.ts";

const moment = aMoment("2026-12-20T09:00:00Z");
const { digest } = moment;
const mia = staff("mia", "manager", "limburg");
const one = (name: string, mean: number | undefined, ...marks: (number | undefined)[]): Scored => ({
  caseId: idOf("app", name),
  reference: name.toUpperCase(),
  mean,
  marks,
});
const names = (entries: readonly { reference: string; rank?: number | undefined }[]) =>
  entries.map(({ reference, rank }) => `${rank ?? "-"} ${reference}`);
const plain = (list: Scored[], rule: "vote" | "draw" = "vote") => rankPlain(list, [], rule, "scores", digest);

describe("the plain ranking", () => {
  test("orders by the mean, then by the criteria in the order of the call", () => {
    const { entries, ties } = plain([one("c", 80, 3, 5), one("a", 90, 4, 4), one("b", 80, 4, 3)]);
    expect(names(entries)).toEqual(["1 A", "2 B", "3 C"]);
    expect(entries.map(({ by }) => by)).toEqual([undefined, "criteria", "criteria"]);
    expect(ties).toEqual([]);
  });

  test("leaves an exact tie open, with one rank for all of it, and counts on behind it", () => {
    const { entries, ties } = plain([one("a", 70, 4), one("b", 70, 4), one("c", 60, 4)]);
    expect(names(entries)).toEqual(["1 A", "1 B", "3 C"]);
    expect(ties).toEqual([[idOf("app", "a"), idOf("app", "b")]]);
  });

  test("puts what nobody assessed last, without rank and never as a zero", () => {
    const { entries, ties } = plain([one("x", undefined), one("y", undefined), one("a", 0, 0)]);
    expect(names(entries)).toEqual(["1 A", "- X", "- Y"]);
    expect(ties).toEqual([]);
  });

  test("draws only where the call says so: the same scores, the same lot, whatever the order of the cases", async () => {
    const cases = fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.property(cases, fc.integer(), (ids, turn) => {
        const list = ids.map((id) => one(`n${id}`, 50, 3));
        const turned = [...list].sort((a, b) => (digest(a.caseId + turn) < digest(b.caseId + turn) ? -1 : 1));
        const { entries, ties } = plain(list, "draw");
        expect(ties).toEqual([]);
        expect(entries.map(({ rank }) => rank)).toEqual(ids.map((_, at) => at + 1));
        expect(names(plain(turned, "draw").entries)).toEqual(names(entries));
      }),
      { numRuns: 60 },
    );
  });
});

const scored = (name: string, mean: number, mark = 4, by = "rex"): FreezeFacts["scored"][number] =>
  ({
    row: { caseId: idOf("app", name), reference: name.toUpperCase() },
    score: { mean, counted: 1, spread: 0, wide: false },
    marks: [mark],
    given: [{ personId: idOf("per", by), percent: mean }],
  }) as unknown as FreezeFacts["scored"][number];
const closed = aCall({ mode: "deadline", state: "closed" });
const facts = (given: Partial<FreezeFacts> = {}): FreezeFacts => ({
  call: closed,
  scored: [scored("a", 80), scored("b", 70)],
  votes: [],
  behind: [],
  ...given,
});
const freeze = (given: Partial<FreezeFacts> = {}, actor = mia, now = moment) =>
  freezeRanking.decide(facts(given), actor, { callId, noInterest: true }, now);
const tied = { scored: [scored("a", 70), scored("b", 70)] };
const ballot = (a: number, b: number, present = 5) => ({
  callId,
  noInterest: true as const,
  votes: [
    { caseId: idOf("app", "a"), votes: a },
    { caseId: idOf("app", "b"), votes: b },
  ],
  present,
  reasons: "The wider reach.",
});

describe("freezing", () => {
  test("keeps the ranking with its hash, brings the call to deciding and lets its cases go on", () => {
    const decision = freeze();
    const [snapshot] = written(decision.changes, "frozenRanking");
    expect(snapshot).toMatchObject({ round: 1, by: mia.personId, entries: [{ rank: 1 }, { rank: 2 }] });
    expect(written(decision.changes, "call")).toMatchObject([
      { state: "deciding", frozen: { round: 1, hash: snapshot?.hash } },
    ]);
    expect(decision.effects).toEqual([{ body: { kind: "open-gate", callId, round: 1 } }]);
    const other = written(freeze({ scored: [scored("a", 80), scored("b", 71)] }).changes, "frozenRanking")[0];
    expect(other?.hash).not.toBe(snapshot?.hash);
  });

  test("waits for the closing with its grace, for every review and for every tie", () => {
    expect(refused(() => freeze({ call: aCall({ mode: "deadline" }) }, mia, aMoment("2026-12-18T23:01:00Z")))).toBe(
      "conflict call.wrong-state",
    );
    const behind = [{ caseId: idOf("app", "c"), reference: "C", status: "in-review" as const }];
    expect(refusalOf(() => freeze({ behind }))).toMatchObject({
      code: "ranking.cases-open",
      facts: { cases: [{ reference: "C" }] },
    });
    expect(refusalOf(() => freeze(tied))).toMatchObject({
      code: "ranking.ties-open",
      facts: { ties: [[idOf("app", "a"), idOf("app", "b")]] },
    });
    expect(refused(() => freeze({ scored: [] }))).toBe("conflict ranking.nothing-to-rank");
  });

  test("is for a manager of the lead park who reviewed none of its cases, once", () => {
    expect(refused(() => freeze({}, staff("olga", "manager", "wales")))).toBe("forbidden actor.role-needed");
    expect(refused(() => freeze({ scored: [scored("a", 80, 4, "mia")] }))).toBe("forbidden duties.reviewer");
    expect(refused(() => freeze({ call: aCall() }))).toBe("conflict ranking.rolling");
    const frozen = { round: 1, hash: "f00", by: mia.personId, at: moment.now };
    const done = aCall({ mode: "deadline", state: "deciding", frozen });
    expect(freeze({ call: done })).toEqual({ changes: [], result: { hash: "f00" } });
    expect(refused(() => freeze({ call: done }, staff("max", "manager", "limburg")))).toBe("conflict ranking.frozen");
  });
});

describe("the vote of the panel", () => {
  const vote = (given: Partial<FreezeFacts>, input: ReturnType<typeof ballot>) =>
    voteTie.decide(facts(given), mia, input, moment);

  test("parts cases that mean and criteria leave equal, and is part of what is frozen", () => {
    const [recorded] = written(vote(tied, ballot(1, 4)).changes, "tieVote");
    if (recorded === undefined) throw new Error("no vote was recorded");
    const [snapshot] = written(freeze({ ...tied, votes: [recorded] }).changes, "frozenRanking");
    expect(names(snapshot?.entries ?? [])).toEqual(["1 B", "2 A"]);
    expect(snapshot?.entries.map(({ by }) => by)).toEqual(["vote", "vote"]);
  });

  test("counts no more voices than people, leaves nobody equal, and is taken on ties alone", () => {
    expect(refused(() => vote(tied, ballot(3, 4)))).toBe("invalid ranking.votes-too-many");
    expect(refused(() => vote(tied, ballot(2, 2)))).toBe("conflict ranking.vote-equal");
    expect(refused(() => vote({}, ballot(1, 2)))).toBe("conflict ranking.no-tie");
    const drawing = aCall({ mode: "deadline", state: "closed", tieRule: "draw" });
    expect(refused(() => vote({ ...tied, call: drawing }, ballot(1, 2)))).toBe("conflict ranking.drawn");
  });
});

describe("the gate", () => {
  const workflow = { kind: "system", name: "workflow" } as const;
  const opening = {
    caseId: idOf("app", "a"),
    workflow: "voucher-selection" as const,
    attempt: 1,
    state: "AwaitRanking",
    slot: "-",
    round: 1,
    kind: "await-ranking" as const,
    token: "t",
    execution: "e",
    entered: "2026-11-12T09:00:00Z",
    retry: 0,
  };
  const open = (call: ReturnType<typeof aCall>) =>
    openTask.decide(
      {
        one: aCase({ status: "in-review" }),
        existing: undefined,
        slot: undefined,
        voucher: undefined,
        call,
        recipients: [],
      },
      workflow,
      opening,
      aMoment("2026-11-12T09:00:00Z"),
    );

  test("is a task of the manager whose days count from the closing of the call", () => {
    const [task] = written(open(aCall({ mode: "deadline" })).changes, "task");
    expect(task).toMatchObject({ status: "open", holder: { role: "manager" } });
    expect((task?.due ?? "") > "2027-01-10").toBe(true);
  });

  test("stands open in a rolling call and once the ranking is frozen", () => {
    const frozen = { round: 1, hash: "f00", by: mia.personId, at: at("2026-11-01T09:00:00Z") };
    for (const call of [aCall(), aCall({ mode: "deadline", frozen })])
      expect(written(open(call).changes, "task")).toMatchObject([
        { status: "answered", answer: { outcome: "frozen" } },
      ]);
  });

  test("lets nobody through before the freeze", () => {
    const waiting = { tasks: [aTask("await-ranking")], call: aCall({ mode: "deadline" }) };
    const pass = (given: object) =>
      passGate.decide({ ...waiting, ...given }, workflow, { caseId: idOf("app", "a") }, moment);
    expect(pass({})).toEqual({ changes: [], result: { outcome: "nothing" } });
    const frozen = { round: 1, hash: "f00", by: mia.personId, at: moment.now };
    expect(answersOf(pass({ call: aCall({ mode: "deadline", frozen }) }).changes)).toMatchObject([
      { outcome: "frozen" },
    ]);
  });
});

describe("on a store", () => {
  let deps: TestDeps;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ deps, stop } = await startTestDeps({ now: "2026-12-20T09:00:00Z" }));
  });
  afterAll(() => stop());

  test("cases without their wait are behind; once all wait, one freeze lets all of them go on", async () => {
    const world = await aWholeCall(deps.store, 3, 2, 3);
    const go = (key: string) => perform(deps, mia, key, freezeRanking, { callId, noInterest: true });
    await expect(go("early")).rejects.toMatchObject({ code: "ranking.cases-open" });
    for (const caseId of world.caseIds)
      await deps.store.commit([
        { op: "create", name: "task", value: { ...aTask("await-ranking", { caseId }), version: 0 } },
      ]);
    const { hash } = await go("now");
    for (let round = 0; round < 4; round++) await driveEffects(deps);
    for (const caseId of world.caseIds) {
      const tasks = await deps.store.list("task", { caseId });
      expect(tasks.filter(({ kind }) => kind === "await-ranking").map(({ status }) => status)).toEqual(["answered"]);
    }
    expect(await deps.store.get("frozenRanking", { callId, round: 1 })).toMatchObject({ hash, entries: [{}, {}, {}] });
    expect(await deps.store.get("call", { callId })).toMatchObject({ state: "deciding", frozen: { hash } });
  });
});
