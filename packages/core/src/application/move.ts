/** The only place where a case changes status: the case, its row in every paying park, and the event, together. */

import type { EventDraft } from "../event/event.ts";
import { DomainError } from "../kernel/error.ts";
import type { Moment } from "../kernel/verb.ts";
import type { Change } from "../port/store.ts";
import type { Row } from "../row/row.ts";
import { type Case, type CaseStatus, promiseOf } from "./case.ts";

export interface Move {
  moved: Case;
  changes: Change[];
  events: EventDraft[];
}

/** Domain §5: which status may follow which. Withdrawal is allowed from any status before `issued`. */
export const nextStatuses: Record<CaseStatus, readonly CaseStatus[]> = {
  draft: ["screening", "withdrawn"],
  screening: ["in-review", "more-information", "ineligible-proposed", "withdrawn"],
  "more-information": ["screening", "withdrawn"],
  "ineligible-proposed": ["ineligible", "screening", "withdrawn"],
  "in-review": ["deciding", "withdrawn"],
  deciding: ["approving", "withdrawn", "in-review"],
  approving: ["approved", "deciding", "withdrawn", "in-review"],
  approved: ["conditional", "issued", "rejected", "deciding", "withdrawn", "in-review"],
  conditional: ["issued", "lapsed", "deciding", "withdrawn"],
  issued: ["in-use", "lapsed", "cancelled"],
  "in-use": ["reported", "suspended", "expired", "cancelled", "claim-check"],
  suspended: ["in-use", "cancelled"],
  reported: ["claim-check", "disputed", "cancelled"],
  disputed: ["claim-check", "in-use", "cancelled"],
  "claim-check": ["paying", "queried", "claim-refused", "cancelled"],
  queried: ["claim-check", "cancelled"],
  "claim-refused": ["in-use", "claim-check", "closed", "redeemed"],
  paying: ["redeemed", "in-use", "paying", "claim-check"],
  redeemed: ["closed", "paying", "claim-check"],
  rejected: ["closed", "in-review"],
  ineligible: ["closed", "in-review"],
  withdrawn: ["closed"],
  lapsed: ["closed"],
  expired: ["closed", "claim-check"],
  cancelled: ["closed", "issued", "in-use", "reported", "disputed", "claim-check"],
  closed: ["paying", "claim-check"],
};

/** Move the case on, with other fields that change by the same act. `conflict case.wrong-status` if the way does not exist. */
export function moveCase(
  before: Case,
  to: CaseStatus,
  set: Partial<Case>,
  moment: Moment,
  event: { type: string; facts?: Record<string, unknown> },
): Move {
  if (!nextStatuses[before.status].includes(to)) {
    throw new DomainError("conflict", "case.wrong-status", { status: before.status, wanted: to });
  }
  const { closedAt: _, ...going } = before;
  const moved: Case = { ...going, ...set, status: to, statusSince: moment.now };
  return {
    moved,
    changes: [
      { op: "replace", name: "case", value: moved },
      ...rowsOf(moved).map((value): Change => ({ op: "put", name: "row", value })),
      ...(before.status === "draft" ? [leavesDrafts(before)] : []),
    ],
    events: [
      {
        stream: before.caseId,
        caseId: before.caseId,
        type: event.type,
        from: before.status,
        to,
        facts: event.facts ?? {},
      },
    ],
  };
}

function leavesDrafts({ callId, caseId }: Case): Change {
  return { op: "remove", name: "draft", key: { callId, caseId } };
}

/** The case's row for each paying park; what was never submitted has none. Holders and due are filled by the effect that follows. */
export function rowsOf(one: Case): Row[] {
  if (one.status === "draft" || one.submittedAt === undefined) return [];
  const promised = promiseOf(one);
  return one.payingParks.map((parkId) => ({
    parkId,
    callId: one.callId,
    caseId: one.caseId,
    reference: one.reference,
    title: one.title,
    applicantId: one.applicantId,
    applicant: one.applicantName,
    provider: one.providerName,
    providerPark: one.providerPark,
    status: one.status,
    since: one.statusSince,
    ...(one.closedAt === undefined ? {} : { closedAt: one.closedAt }),
    submittedAt: one.submittedAt,
    ...(promised === undefined ? {} : { decisionBy: promised }),
    requested: one.requested?.amount,
    awarded: one.awarded?.amount,
    currency: (one.awarded ?? one.requested)?.currency,
    holders: [],
    version: 0,
  }));
}
