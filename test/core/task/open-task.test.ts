/** `open-task`: at-least-once calls of the workflow become one task, the newest token wins, and what is answered stays answered. */
import type { Case } from "@multihelix/core/application/case.ts";
import { driveEffects } from "@multihelix/core/effect/driver.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import type { Store } from "@multihelix/core/port/store.ts";
import { type OpenTaskInput, openTask } from "@multihelix/core/task/open-task.ts";
import { taskKeyOf } from "@multihelix/core/task/task.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { staff, workflow } from "../../fixture/build/actor.ts";
import { at } from "../../fixture/build/moment.ts";
import { aVoucher } from "../../fixture/build/voucher.ts";
import type { TestDeps } from "../../fixture/deps.ts";
import { opening, storeCase, storePeople } from "../../fixture/stored-case.ts";
import { answer } from "../../fixture/task-verbs.ts";
import { testWorld } from "../../fixture/world.ts";

const world = testWorld();
let store: Store;
let deps: TestDeps;
let one: Case;
beforeEach(async () => {
  ({ store, deps } = world);
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

  test("the use of a voucher ends with the validity that stands as it opens, extended in that moment or not", async () => {
    one = await storeCase(store, { status: "in-use" });
    const key = { caseId: one.caseId };
    await store.commit([{ op: "put", name: "voucher", value: aVoucher({ ...key, version: 0 }) }]);
    const expires = at("2027-07-01T21:59:59Z");
    let extended = false;
    const through: Store = {
      ...store,
      async commit(changes) {
        const voucher = extended ? undefined : await store.get("voucher", key);
        extended = true;
        if (voucher !== undefined)
          await store.commit([{ op: "replace", name: "voucher", value: { ...voucher, expires } }]);
        return store.commit(changes);
      },
    };
    const use = opening(one.caseId, "use");
    expect(await open(use, through)).toEqual({ status: "open" });
    expect(await store.get("task", taskKeyOf(use))).toMatchObject({ due: expires });
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
