/** Many decisions released as one run: said first what stands against any, each released once whatever happens, each letter with its delivery. */

import { startReleaseRun } from "@multihelix/core/decision/release-run/start-release-run.ts";
import { advanceRelease } from "@multihelix/core/effect/handler/advance-release.ts";
import type { CallId, CaseId } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { noteReturn } from "@multihelix/core/letter/note-return.ts";
import { actorOf } from "@multihelix/local/seed/actor-of.ts";
import { beforeAll, expect, test, vi } from "vitest";
import { dyingAt, withoutDriver } from "../fixture/dying.ts";
import { applied, approved, proposed, reviewed, screened } from "../scenario/voucher-steps.ts";
import type { Caller } from "./caller.ts";
import { type OpenApi, openApi } from "./open-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

let api: OpenApi;
let second: Caller;
let callId: CallId;
/** Two awards and a rejection, approved. */
let caseIds: CaseId[];

beforeAll(async () => {
  api = await openApi();
  const story = api.story();
  caseIds = [];
  for (const kind of ["award", "award", "reject"] as const) {
    const told = await applied(story);
    await screened(story, told);
    await reviewed(story, told, kind === "award" ? 4 : 2);
    await proposed(story, told, kind);
    await approved(story, told);
    caseIds.push(told.caseId as CaseId);
  }
  second = await api.as("limburg-second-manager");
  callId = (await second.get(`/api/cases/${caseIds[0]}`)).body.callId;
  await api.settled();
});

const desk = async (who: Caller = second) => (await who.get(`/api/calls/${callId}/releases`)).body;
const chosen = async () =>
  (await desk()).ready.map(({ caseId, hash }: { caseId: string; hash: string }) => ({ caseId, hash }));

test("the releaser sees every letter, the sums per park and the aid effect; the proposer sees why not", async () => {
  const { ready, totals, mine } = await desk();
  expect([ready.length, mine]).toEqual([3, true]);
  for (const one of ready) {
    expect(one.letters.length).toBeGreaterThan(0);
    expect(one.against).toBeUndefined();
    if (one.kind === "award") expect(one.headrooms[0]).toMatchObject({ basis: "eu-de-minimis", fits: true });
  }
  const sum = ready
    .flatMap((one: { shares: { amount: { amount: number } }[] }) => one.shares)
    .map(({ amount }: { amount: { amount: number } }) => amount.amount);
  expect(totals).toEqual([
    { parkId: "limburg", amount: { amount: sum.reduce((a: number, b: number) => a + b, 0), currency: "EUR" } },
  ]);
  const ofProposer = await desk(await api.as("limburg-manager"));
  expect(ofProposer.ready.map(({ against }: { against: string }) => against)).toEqual(
    Array(3).fill("duties.same-person"),
  );
});

test("what stands against any of them is said before anything is done", async () => {
  const cases = await chosen();
  const stale = cases.map((one: object, at: number) => (at === 1 ? { ...one, hash: "another" } : one));
  const refused = await second.post(`/api/calls/${callId}/releases`, { noInterest: true, cases: stale });
  expect([refused.status, refused.body.code]).toEqual([409, "release-run.not-ready"]);
  expect(refused.body.facts.problems).toMatchObject([{ code: "approval.content-changed" }]);
  const own = await (await api.as("limburg-manager")).post(`/api/calls/${callId}/releases`, {
    noInterest: true,
    cases,
  });
  expect(own.body.facts.problems).toHaveLength(3);
  expect((await desk()).runs).toEqual([]);
  const other = await (await api.as("wales-manager")).post(`/api/calls/${callId}/releases`, {
    noInterest: true,
    cases,
  });
  expect(other.status).toBe(403);
});

test("cut short at any point it goes on, and nothing is released twice", async () => {
  const { deps } = api;
  const cases = await chosen();
  const previewed = (await desk()).ready;
  const actor = await actorOf(deps, "limburg-second-manager");
  const { runId } = await perform(withoutDriver(deps, "advance-release"), actor, "run-by-hand", startReleaseRun, {
    callId,
    noInterest: true,
    cases,
  });
  // Dies at the n-th commit, once before it is written and once after: as kill -9 would have it.
  for (let at = 1; at <= 12; at++)
    await advanceRelease(dyingAt(deps, Math.ceil(at / 2), at % 2 === 0), {
      kind: "advance-release",
      callId,
      runId,
    }).catch((error: unknown) => {
      if (!(error instanceof Error && error.message === "killed")) throw error;
    });
  await advanceRelease(deps, { kind: "advance-release", callId, runId });
  await api.settled();
  const [run] = (await desk()).runs;
  expect(run).toMatchObject({ state: "done", done: 3 });
  expect(run.cases.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual([
    "rejected",
    "released",
    "released",
  ]);
  for (const caseId of caseIds) {
    const letters = await deps.store.list("letter", { stream: caseId });
    const { letters: wanted } = previewed.find((one: { caseId: string }) => one.caseId === caseId);
    const kinds = wanted.map(({ kind }: { kind: string }) => kind);
    expect(letters.filter(({ kind }) => kinds.includes(kind)).length).toBe(wanted.length);
    const events = await deps.store.list("event", { stream: caseId });
    expect(events.filter(({ type }) => type === "decision.released")).toHaveLength(1);
  }
  expect((await desk()).ready).toEqual([]);
});

test("a letter that came back is shown, and sent again to the address of today as a letter of its own", async () => {
  const { deps } = api;
  const [run] = (await desk()).runs;
  const { caseId, letters } = run.cases[0];
  const { letterId } = letters[0];
  await perform(deps, { kind: "system", name: "outbox" }, "came-back", noteReturn, {
    stream: caseId,
    letterId,
    reason: "bounce",
  });
  const shown = (await desk()).runs[0].cases[0].letters.find((one: { letterId: string }) => one.letterId === letterId);
  expect(shown.status).toBe("bounced");
  const stranger = await (await api.as("provider-lund")).post(`/api/cases/${caseId}/letters/${letterId}/resending`);
  expect(stranger.status).toBe(404);
  const again = await second.post(`/api/cases/${caseId}/letters/${letterId}/resending`);
  expect(again.status).toBe(201);
  await api.settled();
  const after = (await desk()).runs[0].cases[0].letters;
  expect(after).toHaveLength(letters.length + 1);
  expect(after.find((one: { letterId: string }) => one.letterId === again.body.letterId).status).toBe("sent");
  expect(after.find((one: { letterId: string }) => one.letterId === letterId).status).toBe("bounced");
});
