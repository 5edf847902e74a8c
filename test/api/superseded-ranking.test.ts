/** A frozen ranking that counts no more, on the running product: by a conflict found later, and by two managers. */

import type { Call } from "@multihelix/core/call/call.ts";
import { shutGate } from "@multihelix/core/effect/handler/shut-gate.ts";
import type { CaseId } from "@multihelix/core/kernel/id.ts";
import { beforeAll, expect, test, vi } from "vitest";
import { until } from "../scenario/world.ts";
import { type OpenApi, openApi } from "./open-api.ts";
import { caseOf, done, type RankedCall, rankedCall, review, sure, tasksOf, ties, waitsFor } from "./ranked-call.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let api: OpenApi;
let ranked: RankedCall;
/** Told, with the approvers, at its proposal, and the one whose review is set aside. */
let told: CaseId, asked: CaseId, deciding: CaseId, conflicted: CaseId;
const award = { ...sure, kind: "award", amount: { amount: 200_000, currency: "EUR" }, reasons: "By its place." };
const callNow = async (): Promise<Call> => {
  const call = await api.deps.store.get("call", { callId: ranked.callId });
  if (call === undefined) throw new Error("no call");
  return call;
};
const path = (rest: string) => `/api/calls/${ranked.callId}/ranking${rest}`;
const freeze = async (persona = "limburg-manager") => (await api.as(persona)).post(path("/freeze"), sure);
const budget = async () => (await api.deps.store.get("budget", { ledger: await ledger() }))?.available ?? 0;
const ledger = async () => {
  const [payer] = (await callNow()).payers;
  if (payer === undefined) throw new Error("nobody pays");
  return payer.ledger;
};

beforeAll(async () => {
  api = await openApi();
  ranked = await rankedCall(api, "LIM-V27");
  [told, asked, deciding, conflicted] = ranked.caseIds;
  expect((await freeze()).status).toBe(200);
  for (const caseId of ranked.caseIds) await waitsFor(api.deps, caseId, "propose");
  await done(api, "limburg-manager", told, "proposal", award);
  await waitsFor(api.deps, told, "approve");
  await done(api, "limburg-approver", told, "approvals/limburg", { ...sure, answer: "approve" });
  await waitsFor(api.deps, told, "release");
  await done(api, "limburg-second-manager", told, "release", sure);
  await done(api, "limburg-manager", asked, "proposal", award);
  await waitsFor(api.deps, asked, "approve");
});

test("a proposal names the version that it rests on", async () => {
  const { frozen } = await callNow();
  const view = (await (await api.as("limburg-approver")).get(`/api/cases/${asked}`)).body;
  expect(view.proposals.at(-1).ranking).toEqual({ round: 1, hash: frozen?.hash });
});

test("a case that holds money is within it however little is free, and what waits is not", async () => {
  const limburg = await api.as("limburg-manager");
  const rows = (await limburg.get(path(""))).body.rows as { caseId: string; proposed: boolean; withinMoney: boolean }[];
  const of = (caseId: CaseId) => rows.find((row) => row.caseId === caseId);
  expect(of(told)).toMatchObject({ status: "issued", proposed: true, withinMoney: true });
  expect(of(asked)).toMatchObject({ status: "approving", proposed: true, withinMoney: true });
  expect(of(deciding)).toMatchObject({ status: "deciding", proposed: false });
});

test("a conflict found later sets the review aside, and the version with it: the gate is shut again", async () => {
  const before = await budget();
  const slots = await api.deps.store.list("slot", { caseId: conflicted });
  const seat = slots.find(({ slot }) => slot === "r1");
  const persona = seat?.reviewerPark === "uppsala" ? "reviewer-uppsala" : "reviewer-sherbrooke";
  await ties(api, persona, conflicted, "equity");
  await until("the gate to shut", async () => ((await callNow()).frozen === undefined ? true : undefined));

  const snapshot = await api.deps.store.get("frozenRanking", { callId: ranked.callId, round: 1 });
  expect(snapshot?.superseded).toMatchObject({ cause: "conflict", caseId: conflicted, slot: "r1" });
  const kept = (await api.deps.store.list("review", { caseId: conflicted })).find(({ slot }) => slot === "r1");
  expect(kept).toMatchObject({ status: "set-aside", reviewerId: seat?.reviewerId });

  // Who was told is told; who was not waits at the gate, each once, and holds nothing.
  for (const caseId of [asked, deciding]) {
    await waitsFor(api.deps, caseId, "await-ranking");
    expect(await caseOf(api.deps, caseId)).toMatchObject({ status: "in-review", roundsFrom: 2 });
    expect((await tasksOf(api.deps, caseId)).filter(({ status }) => status === "open")).toHaveLength(1);
  }
  expect((await api.deps.store.list("proposal", { caseId: asked })).map(({ status }) => status)).toEqual([
    "superseded",
  ]);
  expect((await tasksOf(api.deps, asked, "approve")).map(({ status }) => status)).toEqual(["superseded"]);
  expect(await budget()).toBe(before + 200_000);
  expect(await caseOf(api.deps, told)).toMatchObject({ status: "issued" });
});

test("nothing is proposed, and nothing frozen, before the opened slot is answered by somebody else", async () => {
  const manager = await api.as("limburg-manager");
  const early = await manager.post(`/api/cases/${deciding}/proposal`, award);
  expect([early.status, early.body.code]).toEqual([409, "ranking.not-frozen"]);
  await waitsFor(api.deps, conflicted, "declare", "r1");
  const open = await freeze();
  expect([open.status, open.body.code]).toEqual([409, "ranking.cases-open"]);
  const { freeze: desk } = (await manager.get(path(""))).body;
  expect([desk.state, desk.round, desk.behind.map(({ caseId }: { caseId: string }) => caseId)]).toEqual([
    "cases-open",
    2,
    [conflicted],
  ]);
  const slots = await api.deps.store.list("slot", { caseId: conflicted });
  const left = slots.find(({ slot }) => slot === "r1")?.tried.at(-1);
  expect(left).toMatchObject({ reason: "conflict", read: true });
  expect([left?.personId, undefined]).not.toContain(slots.find(({ slot }) => slot === "r1")?.reviewerId);
  // The other review stands: nobody is asked for it again.
  expect(slots.find(({ slot }) => slot === "r2")).toMatchObject({ status: "filed", round: 1 });
});

test("once it is, the next version lets every waiting case through, and none twice", async () => {
  await review(api, conflicted, "r1", 5);
  await waitsFor(api.deps, conflicted, "await-ranking");
  const frozen = await freeze();
  expect([frozen.status, (await callNow()).frozen?.round]).toEqual([200, 2]);
  for (const caseId of [asked, deciding, conflicted]) {
    await waitsFor(api.deps, caseId, "propose");
    const open = (await tasksOf(api.deps, caseId)).filter(({ status }) => status === "open");
    expect(open.map(({ kind }) => kind)).toEqual(["propose"]);
  }
  expect((await tasksOf(api.deps, told, "propose")).map(({ status }) => status)).toEqual(["answered"]);
  // The effect comes once more: whoever is past the gate stays there.
  await shutGate(api.deps, { kind: "shut-gate", callId: ranked.callId, round: 1 });
  await api.settled();
  for (const caseId of [asked, deciding, conflicted])
    expect(await caseOf(api.deps, caseId)).toMatchObject({ status: "deciding", roundsFrom: 2 });
});

test("staff compare the versions: who moved, and whom the money carries; nobody else does", async () => {
  const { body } = await (await api.as("limburg-approver")).get(path("/versions"));
  expect(body.versions).toMatchObject([
    { round: 1, cases: 4, superseded: { cause: "conflict", caseId: conflicted } },
    { round: 2, cases: 4 },
  ]);
  const compared = (await (await api.as("auditor")).get(path("/versions/1"))).body;
  const row = compared.rows.find(({ caseId }: { caseId: string }) => caseId === conflicted);
  expect(compared.to.round).toBe(2);
  expect([row.before.rank, row.before.mean, row.after.rank, row.after.mean, row.moved]).toEqual([3, 70, 2, 90, 1]);
  for (const persona of ["sme-owner", "provider-lund", "reviewer-uppsala", "wales-manager"])
    expect((await (await api.as(persona)).get(path("/versions"))).status).toBe(403);
  expect((await (await api.as("auditor")).get(path("/versions/9"))).body.code).toBe("ranking.no-version");
});

test("two managers supersede a version with a reason; one alone does not", async () => {
  await done(api, "limburg-manager", asked, "proposal", award);
  await waitsFor(api.deps, asked, "approve");
  const manager = await api.as("limburg-manager");
  const second = await api.as("limburg-second-manager");
  const reason = "The vote was counted wrongly.";
  const old = await manager.post(path("/superseding"), { ...sure, round: 1, reason });
  expect([old.status, old.body.code]).toEqual([409, "ranking.other-version"]);
  expect((await manager.post(path("/superseding"), { ...sure, round: 2, reason })).status).toBe(200);
  const other = await second.post(path("/superseding"), { ...sure, round: 2, reason: "I say so too." });
  expect([other.status, other.body.code]).toEqual([409, "ranking.superseding"]);
  const alone = await manager.post(path("/superseding/answer"), { ...sure, round: 2, outcome: "confirm" });
  expect([alone.status, alone.body.code]).toEqual([403, "duties.same-person"]);
  expect((await callNow()).frozen?.round).toBe(2);
  const { freeze: desk } = (await second.get(path(""))).body;
  expect(desk.superseding).toMatchObject({ reason, own: false });
  expect((await second.post(path("/superseding/answer"), { ...sure, round: 2, outcome: "confirm" })).body).toEqual({
    outcome: "superseded",
  });
  for (const caseId of [asked, deciding, conflicted]) await waitsFor(api.deps, caseId, "await-ranking");
  expect((await freeze()).status).toBe(200);
  for (const caseId of [asked, deciding, conflicted]) await waitsFor(api.deps, caseId, "propose");
  const { versions } = (await manager.get(path("/versions"))).body;
  expect(versions.map(({ superseded }: { superseded?: { cause: string } }) => superseded?.cause)).toEqual([
    "conflict",
    "managers",
    undefined,
  ]);
});

test("whom a hard interest ties to anybody reads no version", async () => {
  await ties(api, "auditor", deciding, "household");
  const auditor = await api.as("auditor");
  const refused = await auditor.get(path("/versions/1"));
  expect([refused.status, refused.body.code]).toEqual([403, "duties.interest"]);
});
