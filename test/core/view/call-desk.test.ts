import { readCallDesk, readParkCalls } from "@multihelix/core/view/call-desk.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staff } from "../../fixture/build/actor.ts";
import { aCall, callId } from "../../fixture/build/call.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { startTestDeps, type TestDeps } from "../../fixture/deps.ts";

let deps: TestDeps;
let stop: () => Promise<void>;
const draftId = idOf("call", "draft27");
const { publishedBy: _by, ...unpublished } = aCall({ callId: draftId, code: "LIM-V27", state: "draft" });
beforeAll(async () => {
  ({ deps, stop } = await startTestDeps());
  await deps.store.commit([
    { op: "create", name: "call", value: aCall() },
    { op: "create", name: "call", value: unpublished },
  ]);
});
afterAll(() => stop());
const mia = staff("mia", "manager", "limburg");

test("the park's staff see its drafts too, with everything that is in the way of publishing, by name", async () => {
  expect((await readParkCalls(deps, mia, "limburg")).calls.map(({ code, state }) => [code, state])).toEqual([
    ["LIM-V26", "open"],
    ["LIM-V27", "draft"],
  ]);
  const { readiness } = await readCallDesk(deps, mia, draftId);
  expect(readiness?.parksWithoutMoney).toEqual(["limburg"]);
  expect(readiness?.problems.map(({ path }) => path)).toEqual(["title.nl", "summary.nl"]);
  expect(readiness?.gaps).toContainEqual(expect.objectContaining({ step: "release", needed: 2, found: 0 }));
  expect((await readCallDesk(deps, mia, callId)).readiness).toBeUndefined();
});

test("who drafted it reads why another publishes it", async () => {
  expect((await readCallDesk(deps, mia, draftId)).refusal).toMatchObject({ code: "duties.same-person" });
  expect((await readCallDesk(deps, staff("max", "manager", "limburg"), draftId)).refusal).toBeUndefined();
});

test("a draft does not exist for staff of other parks", async () => {
  const olga = staff("olga", "manager", "wales");
  await expect(readCallDesk(deps, olga, draftId)).rejects.toMatchObject({ code: "call.not-found" });
  await expect(readCallDesk(deps, olga, callId)).rejects.toMatchObject({ code: "actor.role-needed" });
  await expect(readParkCalls(deps, olga, "limburg")).rejects.toMatchObject({ code: "actor.role-needed" });
});
