/** Where a case rests: which workflow runs it, under which name, and at which state a new execution takes it up. */
import * as z from "zod";
import type { Case, CaseStatus } from "../application/case.ts";
import type { Proposal } from "../decision/proposal.ts";
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema, voucherIdOf } from "../kernel/id.ts";
import { type Decision, verb } from "../kernel/verb.ts";
import type { Reader } from "../port/store.ts";
import type { Task } from "./task.ts";

type WorkflowName = Task["workflow"];

/** Entry state per resting status; statuses without one have no running workflow. */
export const restingStates: Partial<Record<CaseStatus, { workflow: WorkflowName; from: string; waitsIn: readonly string[] }>> = {
  screening: { workflow: "voucher-selection", from: "Screen", waitsIn: ["Screen"] },
  "more-information": { workflow: "voucher-selection", from: "AnswerQuestion", waitsIn: ["AnswerQuestion"] },
  "ineligible-proposed": { workflow: "voucher-selection", from: "ConfirmIneligible", waitsIn: ["ConfirmIneligible"] },
  "in-review": { workflow: "voucher-selection", from: "PlanReviews", waitsIn: ["PlanReviews"] },
  deciding: { workflow: "voucher-selection", from: "Propose", waitsIn: ["Propose"] },
  approving: { workflow: "voucher-selection", from: "Approvals", waitsIn: ["Approve"] },
  approved: { workflow: "voucher-selection", from: "Release", waitsIn: ["Release"] },
  issued: { workflow: "voucher-use", from: "Accept", waitsIn: ["AcceptTerms"] },
  "in-use": { workflow: "voucher-use", from: "Use", waitsIn: ["Use"] },
  reported: { workflow: "voucher-use", from: "ConfirmService", waitsIn: ["ConfirmService"] },
  disputed: { workflow: "voucher-use", from: "SettleDispute", waitsIn: ["SettleDispute"] },
  "claim-check": { workflow: "voucher-use", from: "CheckClaim", waitsIn: ["CheckClaim", "FinanceCheck"] },
  queried: { workflow: "voucher-use", from: "AnswerQuery", waitsIn: ["AnswerQuery"] },
  paying: { workflow: "voucher-use", from: "Pay", waitsIn: ["Pay"] },
};

/** The execution that should run for a case now. `restarts` is 0 until the reconciler had to step in. */
export function executionOf(one: Case): { workflow: WorkflowName; executionName: string } {
  const rest = restingStates[one.status];
  if (rest === undefined) throw new DomainError("conflict", "case.no-workflow", { status: one.status });
  const [id, attempt] = rest.workflow === "voucher-selection" ? [one.caseId, one.attempt] : [voucherIdOf(one.caseId), one.useAttempt];
  return { workflow: rest.workflow, executionName: `${id}-${attempt}${one.restarts === 0 ? "" : `-r${one.restarts}`}` };
}

/** Input with which a new execution takes the case up: ids, the entry state, and the round that its first task has or gets. */
export function resumeInput(one: Case, tasks: readonly Task[], proposals: readonly Proposal[]) {
  const rest = restingStates[one.status];
  if (rest === undefined) throw new DomainError("conflict", "case.no-workflow", { status: one.status });
  const attempt = rest.workflow === "voucher-selection" ? one.attempt : one.useAttempt;
  const mine = tasks.filter((task) => task.workflow === rest.workflow && task.attempt === attempt && rest.waitsIn.includes(task.state));
  const open = mine.filter((task) => task.status === "open");
  const first = [...(open.length > 0 ? open : mine)].sort((a, b) => b.round - a.round || b.opened.localeCompare(a.opened))[0];
  const round = first === undefined ? 1 : first.status === "open" ? first.round : first.round + (rest.from === "Pay" ? 0 : 1);
  const proposal = [...proposals].filter((other) => other.attempt === attempt).sort((a, b) => b.round - a.round)[0];
  const from = open.length > 0 && open[0]?.state === "FinanceCheck" ? "FinanceCheck" : rest.from;
  return {
    caseId: one.caseId,
    attempt,
    from,
    round: from === "Approvals" ? (proposal?.round ?? 1) : round,
    parks: proposal?.shares.map((share) => share.parkId) ?? one.payingParks,
  };
}

const input = z.object({ caseId: caseIdSchema, executionName: z.string() });

/** Count a restart and ask for a new execution. The name of the lost one is the key: it is replaced once. */
export const restartCase = verb({
  name: "case.restart",
  input,
  async read(reader: Reader, { caseId }) {
    const [one, tasks, proposals] = await Promise.all([reader.get("case", { caseId }), reader.list("task", { caseId }), reader.list("proposal", { caseId })]);
    return { one, tasks, proposals };
  },
  decide({ one, tasks, proposals }, actor, { executionName }): Decision<{ restarted: boolean }> {
    requireSystem(actor);
    if (one === undefined || restingStates[one.status] === undefined) return { changes: [], result: { restarted: false } };
    if (executionOf(one).executionName !== executionName) return { changes: [], result: { restarted: false } };
    const next: Case = { ...one, restarts: one.restarts + 1 };
    const { workflow, executionName: name } = executionOf(next);
    return {
      changes: [{ op: "replace", name: "case", value: next }],
      events: [{ stream: one.caseId, caseId: one.caseId, type: "case.workflow-restarted", facts: { workflow, restarts: next.restarts } }],
      effects: [{ body: { kind: "start-execution", workflow, executionName: name, input: resumeInput(one, tasks, proposals) } }],
      result: { restarted: true },
    };
  },
});
