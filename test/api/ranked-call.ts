/** A deadline call that has closed, with four cases of two companies whose reviews are in, on the running product. */
import type { Case } from "@multihelix/core/application/case.ts";
import type { Call } from "@multihelix/core/call/call.ts";
import { callIdOf } from "@multihelix/core/call/create-call.ts";
import type { CallId, CaseId } from "@multihelix/core/kernel/id.ts";
import { addDays } from "@multihelix/core/kernel/instant.ts";
import type { Deps } from "@multihelix/core/port/deps.ts";
import type { Task, TaskKind } from "@multihelix/core/task/task.ts";
import { demoPeople, demoPersonId } from "@multihelix/local/seed/seed-steps.ts";
import { allMarks } from "../fixture/build/reviewer.ts";
import { commit, demoParties, runningCase } from "../reliability/demo-cases.ts";
import { until } from "../scenario/world.ts";
import type { OpenApi } from "./open-api.ts";

export interface RankedCall {
  readonly callId: CallId;
  /** By falling marks; the last is of the other company. */
  readonly caseIds: readonly [CaseId, CaseId, CaseId, CaseId];
}

export const sure = { noInterest: true };

/** Who everything is done by, beside the reviewers: the manager of Limburg. */
export async function rankedCall(api: OpenApi, code: string): Promise<RankedCall> {
  const { deps } = api;
  const parties = await demoParties(deps);
  const callId = callIdOf(code, deps.digest);
  const closes = addDays(deps.clock.now(), -2);
  const call: Call = { ...parties.call, callId, code, mode: "deadline", state: "closed", closes, version: 0 };
  await commit(deps, [{ op: "create", name: "call", value: call }]);
  const otherContact = demoPersonId("lund-sme-owner");
  const [membership] = await deps.store.list("membership", { personId: otherContact });
  const other = membership && (await deps.store.get("organisation", membership));
  if (other === undefined) throw new Error("lund-sme-owner belongs to no organisation");
  const caseIds: CaseId[] = [];
  for (const [nth, mark] of [5, 4, 3, 4].entries()) {
    const whose = nth === 3 ? { applicant: other, contactId: otherContact } : {};
    const { caseId } = await runningCase(deps, { ...parties, ...whose, call }, nth, { status: "in-review" });
    await waitsFor(deps, caseId, "assign-reviewer");
    await done(api, "limburg-manager", caseId, "slots/-/reviewer", {
      ...sure,
      reviewerIds: ["reviewer-uppsala", "reviewer-sherbrooke"].map(demoPersonId),
      waiver: "They read many cases of this test.",
    });
    // The second reviewer of the last case is the milder: without the first it stands higher.
    for (const slot of ["r1", "r2"]) await review(api, caseId, slot, nth === 3 ? (slot === "r1" ? 3 : 4) : mark);
    await waitsFor(deps, caseId, "await-ranking");
    caseIds.push(caseId);
  }
  const [a, b, c, d] = caseIds;
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error("four cases were made");
  return { callId, caseIds: [a, b, c, d] };
}

/** Whoever sits in the slot declares no conflict and gives this mark on every criterion; who it is. */
export async function review(api: OpenApi, caseId: CaseId, slot: string, mark: number): Promise<string> {
  await waitsFor(api.deps, caseId, "declare", slot);
  const seat = (await api.deps.store.list("slot", { caseId })).find((one) => one.slot === slot);
  const persona = demoPeople.find((one) => demoPersonId(one.persona) === seat?.reviewerId)?.persona ?? "";
  await done(api, persona, caseId, `slots/${slot}/declaration`, { outcome: "accepted" });
  await waitsFor(api.deps, caseId, "review", slot);
  await done(api, persona, caseId, `slots/${slot}/review`, { marks: allMarks(mark), confidence: 3 });
  return persona;
}

export async function done(api: OpenApi, persona: string, caseId: CaseId, path: string, body: object): Promise<void> {
  const { status, text } = await (await api.as(persona)).post(`/api/cases/${caseId}/${path}`, body);
  if (status !== 200) throw new Error(`${path} on ${caseId} answered ${status}: ${text}`);
}

export async function tasksOf(deps: Deps, caseId: CaseId, kind?: TaskKind): Promise<Task[]> {
  const tasks = await deps.store.list("task", { caseId });
  return tasks.filter((task) => kind === undefined || task.kind === kind);
}

/** The open task of that kind, once it is open and its workflow waits for it. */
export async function waitsFor(deps: Deps, caseId: CaseId, kind: TaskKind, slot?: string): Promise<Task> {
  return until(`${kind} ${slot ?? ""} of ${caseId}`, async () =>
    (await tasksOf(deps, caseId, kind)).find(
      ({ status, slot: at }) => status === "open" && (slot === undefined || at === slot),
    ),
  );
}

export async function caseOf(deps: Deps, caseId: CaseId): Promise<Case> {
  const one = await deps.store.get("case", { caseId });
  if (one === undefined) throw new Error(`no case ${caseId}`);
  return one;
}

/** Declares a tie to the company that applied. */
export async function ties(api: OpenApi, persona: string, caseId: CaseId, kind: "equity" | "household"): Promise<void> {
  const caller = await api.as(persona);
  const { applicantId: organisationId } = await caseOf(api.deps, caseId);
  const company = await api.deps.store.get("organisation", { organisationId });
  if (company === undefined) throw new Error("the applicant is no organisation");
  const register = { scheme: company.registerScheme, id: company.registerId, name: company.legalName };
  const { version } = (await caller.get("/api/my/interests")).body;
  const { status, text } = await caller.post("/api/my/interests", { interests: [{ register, kind }], version });
  if (status !== 200) throw new Error(`the tie of ${persona} was answered ${status}: ${text}`);
}
