/** The join of all parks' answers: everyone approved and the case is approved, or it decides anew. */
import * as z from "zod";
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import { hashOfProposal } from "../decision/content.ts";
import type { Proposal } from "../decision/proposal.ts";
import { requireSystem } from "../kernel/actor.ts";
import { DomainError } from "../kernel/error.ts";
import { caseIdSchema } from "../kernel/id.ts";
import { type Decision, type Moment, verb } from "../kernel/verb.ts";
import { executionOf } from "../task/restart-case.ts";
import { type Approval, isComplete } from "./approval.ts";

interface Facts {
  readonly one: Case | undefined;
  readonly proposal: Proposal | undefined;
  readonly approvals: readonly Approval[];
  /** Round of the proposal before it; the one before this where it is not said. */
  readonly before?: number;
}

export interface SettleResult {
  /** `closed`: the case has left approval otherwise. `renew`: a new execution takes the case up where it is now. */
  outcome: "approved" | "back" | "closed" | "renew";
  /** The round that the next visit uses. */
  round: number;
}

export const settleApprovals = verb({
  name: "approval.settle",
  input: z.object({ caseId: caseIdSchema, attempt: z.number().int().min(1), round: z.number().int().min(1) }),
  async read(reader, { caseId, attempt, round }): Promise<Facts> {
    const [one, proposals, approvals] = await Promise.all([
      reader.get("case", { caseId }),
      reader.list("proposal", { caseId, attempt }),
      reader.list("approval", { caseId, attempt, round }),
    ]);
    const rounds = proposals.map((other) => other.round);
    const proposal = proposals.find((other) => other.round === round);
    return { one, proposal, approvals, before: Math.max(0, ...rounds.filter((other) => other < round)) };
  },
  decide(facts: Facts, actor, { round }, moment): Decision<SettleResult> {
    requireSystem(actor);
    return renewed(settled(facts, round, moment), facts, round);
  },
});

/** An execution's history is finite: after so many proposals, however often the parks send them back, a new one goes on. */
export const proposalsPerExecution = 4;

function renewed(decision: Decision<SettleResult>, facts: Facts, round: number): Decision<SettleResult> {
  const { result, effects = [] } = decision;
  const { one, before = round - 1 } = facts;
  // Rounds that a statement and its grant used lie between two proposals.
  const full = Math.floor(round / proposalsPerExecution) > Math.floor(before / proposalsPerExecution);
  if (one === undefined || result.outcome === "closed" || !full) return decision;
  const { executionName } = executionOf(one);
  return {
    ...decision,
    effects: [...effects, { body: { kind: "reconcile-case", caseId: one.caseId, failed: executionName } }],
    result: { ...result, outcome: "renew" },
  };
}

function settled({ one, proposal, approvals }: Facts, round: number, moment: Moment): Decision<SettleResult> {
  if (one === undefined || proposal === undefined) throw new DomainError("not_found", "case.not-found");
  if (proposal.status === "superseded")
    return { changes: [], result: { outcome: one.status === "deciding" ? "back" : "closed", round: round + 1 } };
  if (one.status === "approved" && proposal.status === "approved")
    return { changes: [], result: { outcome: "approved", round } };
  if (one.status !== "approving") return { changes: [], result: { outcome: "closed", round } };
  const missing = missingParks(proposal, approvals);
  if (missing.length > 0) throw new DomainError("conflict", "approval.missing", { parks: missing });
  if (hashOfProposal(proposal, one, moment.digest) !== proposal.contentHash) {
    throw new DomainError("conflict", "approval.content-changed", { round });
  }
  const { caseId, attempt } = proposal;
  const move = moveCase(one, "approved", {}, moment, {
    type: "decision.approved",
    facts: { round, contentHash: proposal.contentHash },
  });
  return {
    changes: [
      ...move.changes,
      {
        op: "patch",
        name: "proposal",
        key: { caseId, attempt, round },
        set: { status: "approved" },
        when: { status: "open" },
      },
    ],
    events: move.events,
    result: { outcome: "approved", round },
  };
}

/** Parks without a complete approval of exactly this content. */
export function missingParks(proposal: Proposal, approvals: readonly Approval[]): string[] {
  return proposal.shares
    .map(({ parkId }) => parkId)
    .filter(
      (parkId) =>
        !approvals.some(
          (approval) =>
            approval.parkId === parkId &&
            approval.attempt === proposal.attempt &&
            approval.round === proposal.round &&
            approval.contentHash === proposal.contentHash &&
            approval.invalidatedAt === undefined &&
            isComplete(approval),
        ),
    );
}
