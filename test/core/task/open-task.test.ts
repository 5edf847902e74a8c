/** `open-task`: at-least-once calls of the workflow become one task, the newest token wins, and no task is open on a closed case. */
import type { Case } from "@multihelix/core/application/case.ts";
import { moveCase } from "@multihelix/core/application/move.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { type Decision, verb } from "@multihelix/core/kernel/verb.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { answerTask, cancelTasks, openOrRepeated } from "@multihelix/core/task/answer.ts";
import { type OpenTaskInput, openTask } from "@multihelix/core/task/open-task.ts";
import { taskKeyOf } from "@multihelix/core/task/task.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { staff, sweep, workflow } from "../../fixture/build/actor.ts";
import { freshStore, type TestDeps, testDeps } from "../../fixture/deps.ts";
import { startTestStore, type TestStore } from "../../fixture/store.ts";
import { opening, storeCase, storePeople } from "../../fixture/stored-case.ts";

let server: TestStore;
let store: Store;
let deps: TestDeps;
let one: Case;

beforeAll(async () => {
  server = await startTestStore();
});
afterAll(() => server.stop());
beforeEach(async () => {
  store = await freshStore(server.client);
  deps = testDeps(store);
  await storePeople(store);
  one = await storeCase(store, { status: "screening" });
});

const screen = (given: Partial<OpenTaskInput> = {}) => opening(one.caseId, "screen", given);
/** As the dispatcher of the workflow's tasks performs it. */
const open = (input: OpenTaskInput, through: Store = store) =>
  perform({ ...deps, store: through }, workflow, `task.open:${deps.digest(input.token)}`, openTask, input);
const task = () => store.get("task", taskKeyOf(screen()));
const letters = () => store.list("letter", { stream: one.caseId });
const types = async () => (await store.list("event", { stream: one.caseId })).map(({ type }) => type);

const input = z.object({ caseId: caseIdSchema });
async function read(reader: Parameters<typeof openTask.read>[0], { caseId }: z.infer<typeof input>) {
  const [found, tasks] = await Promise.all([reader.get("case", { caseId }), reader.list("task", { caseId })]);
  if (found === undefined) throw new Error("no case");
  return { found, tasks };
}
/** What every verb that ends a case does: the status, and no task left open. */
const withdraw = verb({
  name: "test.withdraw",
  input,
  read,
  decide({ found, tasks }, actor, _input, moment): Decision<string> {
    const move = moveCase(found, "withdrawn", {}, moment, { type: "test.withdrawn" });
    const closing = cancelTasks(tasks, actor, moment, true);
    return {
      changes: [...move.changes, ...closing.changes],
      events: move.events,
      effects: closing.effects,
      result: "withdrawn",
    };
  },
});
/** What every answer of a person does. */
const answer = verb({
  name: "test.answer",
  input,
  read,
  decide({ tasks }, actor, _input, moment): Decision<string> {
    const found = openOrRepeated(tasks, "screen", undefined, actor, "eligible");
    if (found === undefined) return { changes: [], result: "eligible" };
    return { ...answerTask(found, { outcome: "eligible", round: 1 }, actor, moment), result: "eligible" };
  },
});
const mia = staff("mia", "manager", "limburg");

describe("opening", () => {
  test("makes the task with its holder and deadlines, and says so in the case's history", async () => {
    expect(await open(screen())).toEqual({ status: "open" });
    expect(await task()).toMatchObject({
      status: "open",
      kind: "screen",
      holder: { kind: "role", role: "manager", parkId: "limburg" },
      opened: "2026-11-12T09:00:00.000Z",
      due: "2026-11-19T22:59:59.000Z",
      token: screen().token,
      facts: { reference: one.reference, title: one.title },
    });
    expect(await types()).toEqual(["task.opened"]);
  });

  test("writes to the people who are asked, once each, where the kind has a letter", async () => {
    one = await storeCase(store, { status: "approving" });
    const approve = opening(one.caseId, "approve", { slot: "limburg" });
    await open(approve);
    await open({ ...approve, token: "again", retry: 1 });
    expect((await letters()).map(({ kind, to }) => [kind, to.email])).toEqual([["approval-asked", "abe@example.org"]]);
  });

  test("the proposal moves the case on to deciding, once", async () => {
    one = await storeCase(store, { status: "in-review" });
    await open(opening(one.caseId, "propose"));
    await open(opening(one.caseId, "propose", { token: "again", retry: 1 }));
    expect(await store.get("case", { caseId: one.caseId })).toMatchObject({ status: "deciding" });
    expect(await types()).toEqual(["task.propose-opened", "task.opened"]);
  });

  test("is for the workflow alone", async () => {
    await expect(perform(deps, mia, "k-1234567", openTask, screen())).rejects.toMatchObject({
      kind: "forbidden",
      code: "actor.system-needed",
    });
  });
});

describe("opened again by the service", () => {
  test("five times at once, it is one task that one person sees", async () => {
    const tries = Array.from({ length: 5 }, (_, retry) => screen({ token: `token-${retry}`, retry }));
    await Promise.all(tries.map((input) => open(input)));
    expect(await store.list("task", { caseId: one.caseId })).toHaveLength(1);
    expect(await task()).toMatchObject({ token: "token-4", retry: 4 });
    expect(await types()).toEqual(["task.opened"]);
  });

  test("the newest token wins, and an older one that comes late never replaces it", async () => {
    await open(screen({ token: "t0" }));
    await open(screen({ token: "t2", retry: 2 }));
    await open(screen({ token: "t1", retry: 1 }));
    expect(await task()).toMatchObject({ token: "t2", retry: 2 });
    await open(screen({ token: "later", entered: "2026-11-13T09:00:00.000Z" }));
    await open(screen({ token: "t3", retry: 3 }));
    expect(await task()).toMatchObject({ token: "later" });
  });

  test("a restarted execution wins though its clock shows an earlier hour, and the one it replaced never wins back", async () => {
    await open(screen({ token: "first" }));
    await open(screen({ token: "second", execution: `${one.caseId}-1-r1`, entered: "2026-11-12T08:00:00.000Z" }));
    expect(await task()).toMatchObject({ token: "second" });
    await open(screen({ token: "ghost", entered: "2026-11-12T10:00:00.000Z", retry: 5 }));
    expect(await task()).toMatchObject({ token: "second" });
    const entered = "2026-11-12T07:00:00.000Z";
    await open(screen({ token: "tenth", execution: `${one.caseId}-1-r10`, entered }));
    await open(screen({ token: "ninth", execution: `${one.caseId}-1-r9`, entered }));
    expect(await task()).toMatchObject({ token: "tenth" });
  });

  test("what is answered stays answered, and the new token is resolved at once", async () => {
    await open(screen({ token: "t0" }));
    await perform(deps, mia, "answer-1", answer, { caseId: one.caseId });
    await driveEffects(deps);
    expect(await open(screen({ token: "t1", execution: `${one.caseId}-1-r1` }))).toEqual({ status: "answered" });
    await driveEffects(deps);
    expect(deps.asked.resolved).toEqual([
      { token: "t0", output: { outcome: "eligible", round: 1 } },
      { token: "t1", output: { outcome: "eligible", round: 1 } },
    ]);
    expect(await task()).toMatchObject({ status: "answered", by: mia.personId });
  });
});

describe("a case that has moved on", () => {
  test("gets no open task: it is recorded as cancelled, nobody is written to, and the workflow is told", async () => {
    one = await storeCase(store, { status: "withdrawn" });
    const approve = opening(one.caseId, "approve", { slot: "limburg" });
    expect(await open(approve)).toEqual({ status: "cancelled" });
    expect(await letters()).toEqual([]);
    expect(await store.tasksHeldBy("role:approver:limburg")).toEqual([]);
    await driveEffects(deps);
    expect(deps.asked.resolved).toEqual([
      { token: approve.token, output: { outcome: "cancelled", round: 1, parks: [], slots: [] } },
    ]);
  });

  test("by withdrawal has its open tasks cancelled in the same commit, and the workflow is told", async () => {
    await open(screen());
    await perform(deps, sweep, "withdraw-1", withdraw, { caseId: one.caseId });
    expect(await task()).toMatchObject({ status: "cancelled", by: "system:sweep" });
    await driveEffects(deps);
    expect(deps.asked.resolved).toMatchObject([{ output: { outcome: "cancelled", round: 1 } }]);
    await expect(perform(deps, mia, "answer-1", answer, { caseId: one.caseId })).rejects.toMatchObject({
      kind: "conflict",
      code: "task.already-answered",
      facts: { status: "cancelled", by: "system:sweep", at: deps.clock.now() },
    });
  });

  test("while the task was being opened leaves none open, whoever commits first", async () => {
    // Withdrawn after the opening has read the case, before it writes.
    const late: Store = {
      ...store,
      commit: async (changes) => {
        if (changes.some(({ op, name }) => op === "create" && name === "task"))
          await perform(deps, sweep, "withdraw-1", withdraw, { caseId: one.caseId });
        return store.commit(changes);
      },
    };
    expect(await open(screen(), late)).toEqual({ status: "cancelled" });
    expect((await store.list("task", { caseId: one.caseId })).map(({ status }) => status)).toEqual(["cancelled"]);
  });

  test("after a task opened that its withdrawal had not read closes that task too", async () => {
    let raced = false;
    const late: Store = {
      ...store,
      commit: async (changes) => {
        if (!raced) {
          raced = true;
          await open(screen());
        }
        return store.commit(changes);
      },
    };
    await perform({ ...deps, store: late }, sweep, "withdraw-1", withdraw, { caseId: one.caseId });
    expect(await store.get("case", { caseId: one.caseId })).toMatchObject({ status: "withdrawn" });
    expect(await task()).toMatchObject({ status: "cancelled" });
  });
});

describe("an answer", () => {
  beforeEach(async () => {
    await open(screen());
  });

  test("given again by the same person is no error and changes nothing; by another it is refused with who and when", async () => {
    expect(await perform(deps, mia, "answer-1", answer, { caseId: one.caseId })).toBe("eligible");
    const before = await task();
    deps.clock.move(60_000);
    expect(await perform(deps, mia, "answer-2", answer, { caseId: one.caseId })).toBe("eligible");
    expect(await task()).toEqual(before);
    await expect(
      perform(deps, staff("max", "manager", "limburg"), "answer-3", answer, { caseId: one.caseId }),
    ).rejects.toMatchObject({
      code: "task.already-answered",
      facts: { by: mia.personId, at: "2026-11-12T09:00:00.000Z", outcome: "eligible" },
    });
  });

  test("of two people at the same instant, one stands and the other is told whose", async () => {
    const max = staff("max", "manager", "limburg");
    const outcomes = await Promise.allSettled([
      perform(deps, mia, "answer-1", answer, { caseId: one.caseId }),
      perform(deps, max, "answer-2", answer, { caseId: one.caseId }),
    ]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: "task.already-answered", facts: { by: (await task())?.by } });
  });

  test("writes the task, never the case: the answers of many do not stand in each other's way", async () => {
    const before = await store.get("case", { caseId: one.caseId });
    await perform(deps, mia, "answer-1", answer, { caseId: one.caseId });
    expect(await store.get("case", { caseId: one.caseId })).toEqual(before);
  });
});
