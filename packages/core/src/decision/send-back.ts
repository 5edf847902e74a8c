/** The only place where a proposal is sent back: the reservations of all parks and the aid are freed together, and the case decides anew. */
import type { AidGrant } from "../aid/group.ts";
import { freeAid } from "../aid/reserve.ts";
import type { Case } from "../application/case.ts";
import { moveCase } from "../application/move.ts";
import type { Approval } from "../approval/approval.ts";
import type { EventDraft } from "../event/event.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Moment } from "../kernel/verb.ts";
import type { PostingDraft, Share } from "../ledger/posting.ts";
import type { Change } from "../port/store.ts";
import type { Proposal } from "./proposal.ts";

export interface SentBack {
  readonly changes: Change[];
  readonly postings: PostingDraft[];
  readonly events: EventDraft[];
}

/** Everything still reserved, park by park: available ← reserved. */
export function freeReserved(one: Pick<Case, "caseId">, shares: readonly Share[], memo: string): PostingDraft[] {
  return shares
    .filter(({ reserved }) => reserved > 0)
    .map(({ ledger, reserved }) => ({
      ledger,
      to: "available",
      from: "reserved",
      amount: reserved,
      caseId: one.caseId,
      memo,
    }));
}

/** Approvals given for what is no longer proposed: kept, no longer counted. */
export function invalidate(
  approvals: readonly Approval[],
  proposal: Pick<Proposal, "attempt" | "round">,
  at: Instant,
): Change[] {
  return approvals
    .filter(
      (approval) =>
        approval.attempt === proposal.attempt &&
        approval.round === proposal.round &&
        approval.invalidatedAt === undefined,
    )
    .map(({ caseId, attempt, round, parkId }) => ({
      op: "patch",
      name: "approval",
      key: { caseId, attempt, round, parkId },
      set: { invalidatedAt: at },
      when: { invalidatedAt: null },
    }));
}

/**
 * approving, approved or conditional → deciding.
 * @param why `decline`, `ask`, `silent`, `no-room`, `not-eligible` or `offer-gone`; `parkId` names the park that sent it back, where one did.
 */
export function sendBack(
  facts: {
    one: Case;
    proposal: Proposal;
    shares: readonly Share[];
    aidGrants: readonly AidGrant[];
    approvals: readonly Approval[];
  },
  why: string,
  parkId: string | undefined,
  moment: Moment,
): SentBack {
  const { one, proposal, shares, aidGrants, approvals } = facts;
  const { caseId, attempt, round, status } = proposal;
  const move = moveCase(one, "deciding", {}, moment, { type: "decision.sent-back", facts: { round, why, parkId } });
  return {
    changes: [
      ...move.changes,
      {
        op: "patch",
        name: "proposal",
        key: { caseId, attempt, round },
        set: { status: "superseded" },
        when: { status },
      },
      ...invalidate(approvals, proposal, moment.now),
      ...freeAid(aidGrants, caseId),
    ],
    postings: freeReserved(one, shares, why),
    events: move.events,
  };
}
