/** Where a case rests: which workflow runs it, under which name, and at which state a new execution takes it up. */
import * as z from "zod";
import { type Case, type CaseStatus, isStated } from "../application/case.ts";
import type { Proposal } from "../decision/proposal.ts";
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, voucherIdOf } from "../kernel/id.ts";
import { addMilliseconds } from "../kernel/instant.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import type { Task } from "./task.ts";

type WorkflowName = Task["workflow"];

interface Rest {
  readonly workflow: WorkflowName;
  readonly from: string;
  readonly waitsIn: readonly string[];
}

/** Entry state per resting status; statuses without one have no running workflow. */
export const restingStates: Partial<Record<CaseStatus, Rest>> = {
  screening: { workflow: "voucher-selection", from: "Screen", waitsIn: ["Screen"] },
  "more-information": { workflow: "voucher-selection", from: "AnswerQuestion", waitsIn: ["AnswerQuestion"] },
  "ineligible-proposed": { workflow: "voucher-selection", from: "ConfirmIneligible", waitsIn: ["ConfirmIneligible"] },
  "in-review": { workflow: "voucher-selection", from: "PlanReviews", waitsIn: ["PlanReviews", "AwaitRanking"] },
  deciding: { workflow: "voucher-selection", from: "Propose", waitsIn: ["Propose"] },
  approving: { workflow: "voucher-selection", from: "Approvals", waitsIn: ["Approve"] },
  approved: { workflow: "voucher-selection", from: "Release", waitsIn: ["Release"] },
  conditional: { workflow: "voucher-selection", from: "Condition", waitsIn: ["Condition"] },
  issued: { workflow: "voucher-use", from: "Accept", waitsIn: ["AcceptTerms"] },
  "in-use": { workflow: "voucher-use", from: "Use", waitsIn: ["Use"] },
  suspended: { workflow: "voucher-use", from: "Suspended", waitsIn: ["Suspended"] },
  reported: { workflow: "voucher-use", from: "ConfirmService", waitsIn: ["ConfirmService"] },
  disputed: { workflow: "voucher-use", from: "SettleDispute", waitsIn: ["SettleDispute"] },
  "claim-check": { workflow: "voucher-use", from: "CheckClaim", waitsIn: ["CheckClaim", "FinanceCheck"] },
  queried: { workflow: "voucher-use", from: "AnswerQuery", waitsIn: ["AnswerQuery"] },
  paying: { workflow: "voucher-use", from: "Pay", waitsIn: ["Pay"] },
};

/** Entry state of a request for redress that waits; the case rests in the decision that was told, or a voucher goes on beside it. */
export const redressRests: Partial<Record<NonNullable<Case["redress"]>["status"], Rest>> = {
  asked: { workflow: "redress", from: "Admissibility", waitsIn: ["Admissibility"] },
  admitted: { workflow: "redress", from: "Outcome", waitsIn: ["Outcome"] },
};

/** Where the case rests now; undefined while no workflow should run for it. */
export function restOf(one: Pick<Case, "status" | "redress" | "condition">): Rest | undefined {
  return restsOf(one)[0];
}

/** All that should run for a case: its own workflow, and that of a request for redress beside or after it. */
function restsOf(one: Pick<Case, "status" | "redress" | "condition">): Rest[] {
  const { status, redress } = one;
  const asked = redress === undefined ? undefined : redressRests[redress.status];
  // What was stated waits for its grant as an approved award waits for its release.
  return [restingStates[isStated(one) ? "approved" : status], asked].flatMap((rest) => rest ?? []);
}

interface Execution {
  readonly workflow: WorkflowName;
  readonly executionName: string;
}

/** The execution that should run for a case now. `restarts` is 0 until the reconciler had to step in. */
export function executionOf(one: Case): Execution {
  const [first] = executionsOf(one);
  if (first === undefined) throw new DomainError("conflict", "case.no-workflow", { status: one.status });
  return first;
}

/** All executions that should run for a case now: two while redress is asked against a decision on a voucher in use. */
export function executionsOf(one: Case): Execution[] {
  return restsOf(one).map((rest) => {
    const restarts = restartsAt(one, rest);
    return {
      workflow: rest.workflow,
      executionName: `${idOfTry(one, rest)}${restarts === 0 ? "" : `-r${restarts}`}`,
    };
  });
}

/** Each counts its own; a redress of earlier days was counted by its case. */
function restartsAt({ restarts, redress }: Case, { workflow }: Rest): number {
  return workflow === "redress" ? (redress?.restarts ?? restarts) : restarts;
}

function restartedAt(one: Case, workflow: WorkflowName): Case {
  const { redress } = one;
  return workflow === "redress" && redress?.restarts !== undefined
    ? { ...one, redress: { ...redress, restarts: redress.restarts + 1 } }
    : { ...one, restarts: one.restarts + 1 };
}

/** What an execution is named after: a redress has one attempt only. */
function idOfTry({ caseId, attempt, useAttempt, redress }: Case, { workflow }: Rest): string {
  if (workflow === "redress") return redress?.redressId ?? caseId;
  return workflow === "voucher-selection" ? `${caseId}-${attempt}` : `${voucherIdOf(caseId)}-${useAttempt}`;
}

/** How often the case had been restarted when this execution got its name. */
export function restartsOf(executionName: string | undefined): number {
  return Number(/-r(\d+)$/.exec(executionName ?? "")?.[1] ?? 0);
}

/** States whose tasks hand one round on to another, so that a round used in one is never met again in the next. */
const roundsShared: readonly (readonly string[])[] = [
  ["Screen", "AnswerQuestion", "ConfirmIneligible"],
  ["Use", "Suspended", "ConfirmService", "SettleDispute", "CheckClaim", "AnswerQuery", "FinanceCheck", "Pay"],
];

/** Input with which a new execution takes the case up: ids, the entry state, and the round that its first task has or gets. */
export function resumeInput(
  one: Case,
  tasks: readonly Task[],
  proposals: readonly Proposal[],
  workflow: WorkflowName | undefined = restOf(one)?.workflow,
) {
  const rest = restsOf(one).find((other) => other.workflow === workflow);
  if (rest === undefined) throw new DomainError("conflict", "case.no-workflow", { status: one.status });
  const attempt = rest.workflow === "voucher-use" ? one.useAttempt : one.attempt;
  const mine = tasks.filter((task) => task.workflow === rest.workflow && task.attempt === attempt);
  const proposal = [...proposals].filter((other) => other.attempt === attempt).sort((a, b) => b.round - a.round)[0];
  return {
    caseId: one.caseId,
    attempt,
    ...(rest.workflow === "redress"
      ? redressRound(one, rest, mine)
      : whereAndRound(rest, mine, proposal?.round ?? 1, one.roundsFrom ?? 1)),
    parks: proposal?.shares.map((share) => share.parkId) ?? one.payingParks,
  };
}

/** Each request on the case has a round of its own, so that no answer to an earlier one is taken for its. */
function redressRound({ redressBefore = [] }: Case, { from, waitsIn }: Rest, mine: readonly Task[]) {
  const open = mine.find((task) => task.status === "open" && waitsIn.includes(task.state));
  return { from, round: open?.round ?? redressBefore.length + 1 };
}

/** An open task is met again in its round; else the last answer says which round is next, as it says it to the workflow. */
function whereAndRound(
  rest: { from: string; waitsIn: readonly string[] },
  mine: readonly Task[],
  proposed: number,
  first: number,
): { from: string; round: number } {
  const { from } = rest;
  const waiting = mine.filter((task) => rest.waitsIn.includes(task.state));
  const open = waiting.find((task) => task.status === "open");
  const grants = mine.filter(({ state }) => state === "Release" || state === "Condition");
  if (from === "Approvals") return { from, round: proposed };
  if (open !== undefined)
    return { from: ["FinanceCheck", "AwaitRanking"].includes(open.state) ? open.state : from, round: open.round };
  // One acceptance alone leaves the status as it is: what is answered is met again, not asked again.
  if (from === "Accept") return { from, round: Math.max(1, ...waiting.map((task) => task.round)) };
  if (from === "Release" || from === "Condition") return { from, round: Math.max(proposed, ...toldBy(grants)) };
  if (from === "PlanReviews") return { from, round: first };
  if (from === "Propose")
    return { from, round: Math.max(0, ...waiting.map((task) => task.round), ...grants.map((task) => task.round)) + 1 };
  const group = roundsShared.find((states) => states.includes(from)) ?? [];
  const answered = mine.filter(
    (task) => group.includes(task.state) && (task.status === "answered" || task.status === "timed-out"),
  );
  const last = [...answered].sort((a, b) => (b.at ?? "").localeCompare(a.at ?? "") || b.round - a.round)[0];
  const assessed = last?.state === "CheckClaim" && last.answer?.["outcome"] === "assessed";
  return { from: assessed ? "FinanceCheck" : from, round: Number(last?.answer?.["round"] ?? last?.round ?? 1) };
}

/** Rounds that answers handed on. */
function toldBy(tasks: readonly Task[]): number[] {
  return tasks.flatMap(({ answer }) => (typeof answer?.["round"] === "number" ? [answer["round"]] : []));
}

/** The first restart is at once; each further one waits twice as long, at most an hour: what always fails must not spin. */
function restartDelay(restarts: number): number {
  return restarts <= 1 ? 0 : Math.min(3_600_000, 15_000 * 2 ** (restarts - 2));
}

const input = z.object({ caseId: caseIdSchema, executionName: z.string() });

/**
 * Count a restart and ask for a new execution, and for the end of the lost one, should part of it still wait. The name
 * of the lost one is the key: it is replaced once.
 */
export const restartCase = verb({
  name: "case.restart",
  input,
  async read(reader: Reader, { caseId }) {
    const [one, tasks, proposals] = await Promise.all([
      reader.get("case", { caseId }),
      reader.list("task", { caseId }),
      reader.list("proposal", { caseId }),
    ]);
    return { one, tasks, proposals };
  },
  decide({ one, tasks, proposals }, actor, { executionName }, moment): Decision<{ restarted: boolean }> {
    requireSystem(actor);
    const lost =
      one === undefined ? undefined : executionsOf(one).find((other) => other.executionName === executionName);
    if (one === undefined || lost === undefined) return { changes: [], result: { restarted: false } };
    const { workflow } = lost;
    const next = restartedAt(one, workflow);
    const name = executionsOf(next).find((other) => other.workflow === workflow)?.executionName ?? executionName;
    const restarts = restartsOf(name);
    const dueAt = addMilliseconds(moment.now, restartDelay(restarts));
    return {
      changes: [{ op: "replace", name: "case", value: next }],
      events: [
        {
          stream: one.caseId,
          caseId: one.caseId,
          type: "case.workflow-restarted",
          facts: { workflow, restarts },
        },
      ],
      effects: [
        { body: { kind: "stop-execution", workflow, executionName, reason: "replaced" } },
        {
          body: {
            kind: "start-execution",
            workflow,
            executionName: name,
            input: resumeInput(one, tasks, proposals, workflow),
          },
          dueAt,
        },
      ],
      result: { restarted: true },
    };
  },
});
