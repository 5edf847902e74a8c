import { driveEffects } from "@multihelix/core/effect/driver.ts";
import type { DomainError } from "@multihelix/core/kernel/error.ts";
import type { PersonId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { planReviews } from "@multihelix/core/review/plan-reviews.ts";
import { applyRun } from "@multihelix/core/review/run/apply-run.ts";
import { discardRun, publishRun, reviseRun } from "@multihelix/core/review/run/change-run.ts";
import type { Run } from "@multihelix/core/review/run/run.ts";
import { startRun } from "@multihelix/core/review/run/start-run.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { staff, workflow } from "../../../fixture/build/actor.ts";
import { aCall, callId } from "../../../fixture/build/call.ts";
import { caseId as vivo } from "../../../fixture/build/case.ts";
import { aMoment } from "../../../fixture/build/moment.ts";
import { thePool } from "../../../fixture/build/reviewer.ts";
import { aWholeCall, type WholeCall } from "../../../fixture/build/whole-call.ts";
import { startTestDeps, type TestDeps } from "../../../fixture/deps.ts";

const mia = staff("mia", "manager", "limburg");
const CASES = 45;
let deps: TestDeps;
let stop: () => Promise<void>;
let world: WholeCall;
let runId: Run["runId"];

beforeAll(async () => {
  ({ deps, stop } = await startTestDeps());
  world = await aWholeCall(deps.store, CASES, 24, 6);
  ({ runId } = await perform(deps, mia, "begin-run", startRun, { callId, noInterest: true }));
});
afterAll(() => stop());

async function run(): Promise<Run> {
  const found = await deps.store.get("run", { callId, runId });
  if (found === undefined) throw new Error("there is no run");
  return found;
}
const slotsOf = async () =>
  (await Promise.all(world.caseIds.map((caseId) => deps.store.list("slot", { caseId })))).flat();
async function until(state: Run["state"]): Promise<Run> {
  for (let round = 0; round < 200; round++) {
    const now = await run();
    if (now.state === state) return now;
    await driveEffects(deps);
  }
  throw new Error(`the run is not ${state} but ${(await run()).state}`);
}

describe("the assignment of a whole call", () => {
  test("a deadline call plans no case by itself: each waits for the run with the manager", () => {
    const facts = thePool({ call: aCall({ mode: "deadline" }) });
    const decision = planReviews.decide(facts, workflow, { caseId: vivo, attempt: 1 }, aMoment());
    expect(decision).toMatchObject({ result: { outcome: "manager" }, events: [{ type: "review.waits-for-run" }] });
    expect(decision.changes).toEqual([]);
  });

  test("reads its cases step by step, then stands as a dry run: nobody was told anything", async () => {
    await driveEffects(deps);
    expect(await run()).toMatchObject({ state: "collecting", collected: 20, wanting: 20 });
    const ready = await until("ready");
    expect(ready).toMatchObject({ collected: CASES, wanting: CASES, round: 1 });
    expect(await slotsOf()).toEqual([]);
    const answer = await deps.store.get("runAnswer", { runId, round: 1 });
    if (answer?.outcome.kind !== "chosen") throw new Error("there is no plan");
    const { chosen } = answer.outcome;
    expect(chosen.every(({ seats }) => seats.length === 2)).toBe(true);
    const loads = Map.groupBy(
      chosen.flatMap(({ seats }) => seats),
      (seat) => seat,
    );
    expect(Math.max(...[...loads.values()].map(({ length }) => length))).toBeLessThanOrEqual(6);
  });

  test("a second run of the call waits for the first", async () => {
    const again = perform(deps, mia, "another-run", startRun, { callId, noInterest: true });
    await expect(again).rejects.toMatchObject({ code: "run.another-open" } satisfies Partial<DomainError>);
  });

  test("a pair fixed by hand is in the next answer, which costs no less; both are kept", async () => {
    const before = await deps.store.get("runAnswer", { runId, round: 1 });
    const [caseId] = world.caseIds;
    if (before?.outcome.kind !== "chosen" || caseId === undefined) throw new Error("there is no plan");
    const present = before.outcome.chosen.find((one) => one.caseId === caseId)?.seats ?? [];
    const seats = (await deps.store.list("runSeats", { runId })).flatMap((part) => part.seats);
    const other = seats.findIndex(({ parkId }, at) => !present.includes(at) && parkId === "uppsala");
    const personId = seats[other]?.personId as PersonId;
    const moves = [{ caseId, personId, change: "take" as const, reason: "Knows the method." }];
    await perform(deps, mia, "revise-run-1", reviseRun, { callId, runId, moves, waived: [] });
    await until("ready");
    const after = await deps.store.get("runAnswer", { runId, round: 2 });
    if (after?.outcome.kind !== "chosen") throw new Error("there is no plan");
    expect(after.outcome.chosen.find((one) => one.caseId === caseId)?.seats).toContain(other);
    expect(after.outcome.cost).toBeGreaterThanOrEqual(before.outcome.cost);
    expect(await deps.store.list("runAnswer", { runId })).toHaveLength(2);
  });

  test("only the lead park's manager publishes, and only what they have seen", async () => {
    const publish = (who: typeof mia, round: number) =>
      perform(deps, who, `publish-${who.name}-${round}`, publishRun, { callId, runId, noInterest: true, round });
    await expect(publish(staff("olga", "manager", "wales"), 2)).rejects.toMatchObject({ code: "actor.role-needed" });
    await expect(publish(mia, 1)).rejects.toMatchObject({ code: "run.other-round" });
  });

  test("published: one commit per case, resumable; each task answered, each reviewer's desk filled, moved cases passed over", async () => {
    const [moved] = world.caseIds.slice(-1);
    if (moved === undefined) throw new Error("there is no case");
    const key = { caseId: moved };
    await deps.store.commit([{ op: "patch", name: "case", key, set: { status: "withdrawn" }, when: {} }]);
    await perform(deps, mia, "publish-run-2", publishRun, { callId, runId, noInterest: true, round: 2 });
    await driveEffects(deps);
    expect(await run()).toMatchObject({ state: "publishing", published: 25 });
    // The same step again, as after a crash between doing and marking: nothing is done twice.
    const first = (await slotsOf()).length;
    const answer = await deps.store.get("runAnswer", { runId, round: 2 });
    if (answer?.outcome.kind !== "chosen") throw new Error("there is no plan");
    const seats = (await deps.store.list("runSeats", { runId })).flatMap((part) => part.seats);
    const [again] = answer.outcome.chosen;
    if (again === undefined) throw new Error("there is no case");
    const reviewerIds = again.seats.flatMap((at) => seats[at]?.personId ?? []);
    const repeated = perform(deps, workflow, "other-key-1", applyRun, {
      callId,
      runId,
      caseId: again.caseId,
      reviewerIds,
    });
    expect(await repeated).toEqual({ outcome: "invited" });
    expect((await slotsOf()).length).toBe(first);
    const done = await until("published");
    expect(done).toMatchObject({ published: CASES - 1, skipped: 1 });
    const slots = await slotsOf();
    expect(slots).toHaveLength(2 * (CASES - 1));
    const [caseId] = world.caseIds;
    if (caseId === undefined) throw new Error("there is no case");
    const [task] = await deps.store.list("task", { caseId });
    expect(task).toMatchObject({
      status: "answered",
      answer: { outcome: "assigned", slots: [{ slot: "r1" }, { slot: "r2" }] },
    });
    const work = (await Promise.all(world.personIds.map((personId) => deps.store.list("work", { personId })))).flat();
    expect(work).toHaveLength(slots.length);
  });

  test("a published run cannot be discarded, and nothing waits any more", async () => {
    const discard = perform(deps, mia, "discard-run", discardRun, { callId, runId });
    await expect(discard).rejects.toMatchObject({ code: "run.wrong-state" });
    const { runId: next } = await perform(deps, mia, "third-run-x", startRun, { callId, noInterest: true });
    runId = next;
    expect(await until("ready")).toMatchObject({ wanting: 0 });
  });
});
