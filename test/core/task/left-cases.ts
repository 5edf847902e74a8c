/** How people may have left a case when its workflow was lost, and where a new execution must take it up. */
import type { CaseStatus } from "@multihelix/core/application/case.ts";
import type { Proposal } from "@multihelix/core/decision/proposal.ts";
import type { Task, TaskKind } from "@multihelix/core/task/task.ts";
import { caseId } from "../../fixture/build/case.ts";
import { idOf } from "../../fixture/build/ids.ts";
import { at } from "../../fixture/build/moment.ts";
import { aTask } from "../../fixture/build/task.ts";
import { eur } from "../../fixture/build/voucher.ts";

const stateOf: Partial<Record<TaskKind, string>> = { accept: "AcceptTerms" };
let minute = 0;
/** A closed task; each was closed a minute after the one before. `next` is the round its answer tells the workflow. */
export function done(kind: TaskKind, round: number, outcome: string, next = round, slot = "-"): Task {
  minute += 1;
  const moment = at(`2026-10-02T08:${String(minute % 60).padStart(2, "0")}:00Z`);
  const state = stateOf[kind];
  return aTask(kind, {
    round,
    slot,
    status: "answered",
    answer: { outcome, round: next },
    at: moment,
    opened: moment,
    ...(state === undefined ? {} : { state }),
  });
}
function open(kind: TaskKind, round: number, slot = "-"): Task {
  const state = stateOf[kind];
  return aTask(kind, { round, slot, ...(state === undefined ? {} : { state }) });
}
export function proposed(round: number, parks = ["limburg"]): Proposal {
  return {
    caseId,
    attempt: 1,
    round,
    kind: "award",
    award: eur(800_000),
    shares: parks.map((parkId) => ({ parkId, amount: eur(100_000) })),
    conditions: "",
    reasons: "Good.",
    contentHash: "c0ffee",
    proposedBy: idOf("per", "mia"),
    proposedAt: at("2026-10-02T08:00:00Z"),
    status: "open",
    version: 0,
  };
}

export interface Left {
  when: string;
  status: CaseStatus;
  tasks: () => Task[];
  proposals?: Proposal[];
  from: string;
  round: number;
}

export const situations: Left[] = [
  { when: "screening, nothing done yet", status: "screening", tasks: () => [], from: "Screen", round: 1 },
  {
    when: "screening, the task is open",
    status: "screening",
    tasks: () => [open("screen", 1)],
    from: "Screen",
    round: 1,
  },
  {
    when: "screening, a question was answered",
    status: "screening",
    tasks: () => [done("screen", 1, "ask"), done("answer-question", 1, "answered", 2)],
    from: "Screen",
    round: 2,
  },
  {
    when: "screening, ineligibility was sent back",
    status: "screening",
    tasks: () => [
      done("screen", 1, "ask"),
      done("answer-question", 1, "answered", 2),
      done("screen", 2, "ineligible"),
      done("confirm-ineligible", 2, "back", 3),
    ],
    from: "Screen",
    round: 3,
  },
  {
    when: "a question is open",
    status: "more-information",
    tasks: () => [done("screen", 1, "ask"), open("answer-question", 1)],
    from: "AnswerQuestion",
    round: 1,
  },
  {
    when: "a second question was asked, not opened yet",
    status: "more-information",
    tasks: () => [done("screen", 1, "ask"), done("answer-question", 1, "answered", 2), done("screen", 2, "ask")],
    from: "AnswerQuestion",
    round: 2,
  },
  {
    when: "ineligible after a question, not opened yet",
    status: "ineligible-proposed",
    tasks: () => [done("screen", 1, "ask"), done("answer-question", 1, "answered", 2), done("screen", 2, "ineligible")],
    from: "ConfirmIneligible",
    round: 2,
  },
  {
    when: "in review",
    status: "in-review",
    tasks: () => [done("screen", 1, "eligible"), open("declare", 1, "r1")],
    from: "PlanReviews",
    round: 1,
  },
  {
    when: "deciding, the task is open",
    status: "deciding",
    tasks: () => [open("propose", 1)],
    from: "Propose",
    round: 1,
  },
  {
    when: "deciding again, a park declined",
    status: "deciding",
    tasks: () => [done("propose", 1, "proposed"), done("approve", 1, "decline", 1, "limburg")],
    proposals: [proposed(1)],
    from: "Propose",
    round: 2,
  },
  {
    when: "deciding again, after the release found too little room",
    status: "deciding",
    tasks: () => [done("propose", 1, "proposed"), done("release", 1, "back", 2)],
    proposals: [proposed(1)],
    from: "Propose",
    round: 2,
  },
  {
    when: "approving the second proposal",
    status: "approving",
    tasks: () => [done("propose", 1, "proposed"), done("propose", 2, "proposed"), open("approve", 2, "limburg")],
    proposals: [proposed(1), proposed(2, ["limburg", "lund"])],
    from: "Approvals",
    round: 2,
  },
  {
    when: "approved in the third round, not opened yet",
    status: "approved",
    tasks: () => [done("release", 1, "back", 2)],
    proposals: [proposed(1), proposed(2), proposed(3)],
    from: "Release",
    round: 3,
  },
  {
    when: "issued, one party accepted",
    status: "issued",
    tasks: () => [done("accept", 1, "accepted", 1, "applicant"), open("accept", 1, "provider")],
    from: "Accept",
    round: 1,
  },
  {
    when: "issued, both accepted, not settled yet",
    status: "issued",
    tasks: () => [done("accept", 1, "accepted", 1, "applicant"), done("accept", 1, "accepted", 1, "provider")],
    from: "Accept",
    round: 1,
  },
  {
    when: "in use, first time",
    status: "in-use",
    tasks: () => [done("accept", 1, "accepted", 1, "applicant")],
    from: "Use",
    round: 1,
  },
  {
    when: "in use again after a dispute",
    status: "in-use",
    tasks: () => [
      done("use", 1, "reported"),
      done("confirm-service", 1, "disputed"),
      done("settle-dispute", 1, "again", 2),
    ],
    from: "Use",
    round: 2,
  },
  { when: "reported", status: "reported", tasks: () => [done("use", 2, "reported")], from: "ConfirmService", round: 2 },
  {
    when: "disputed",
    status: "disputed",
    tasks: () => [done("use", 1, "reported"), done("confirm-service", 1, "disputed")],
    from: "SettleDispute",
    round: 1,
  },
  {
    when: "a claim to check, not opened yet",
    status: "claim-check",
    tasks: () => [done("use", 1, "reported"), done("confirm-service", 1, "confirmed")],
    from: "CheckClaim",
    round: 1,
  },
  {
    when: "a claim that finance checks",
    status: "claim-check",
    tasks: () => [done("check-claim", 1, "assessed"), open("finance-check", 1)],
    from: "FinanceCheck",
    round: 1,
  },
  {
    when: "a claim assessed, finance not asked yet",
    status: "claim-check",
    tasks: () => [done("confirm-service", 1, "confirmed"), done("check-claim", 1, "assessed")],
    from: "FinanceCheck",
    round: 1,
  },
  {
    when: "a claim that finance sent back",
    status: "claim-check",
    tasks: () => [done("check-claim", 1, "assessed"), done("finance-check", 1, "back", 2)],
    from: "CheckClaim",
    round: 2,
  },
  {
    when: "a claim whose query was answered",
    status: "claim-check",
    tasks: () => [done("check-claim", 1, "queried"), done("answer-query", 1, "answered", 2)],
    from: "CheckClaim",
    round: 2,
  },
  {
    when: "a query",
    status: "queried",
    tasks: () => [done("check-claim", 2, "queried")],
    from: "AnswerQuery",
    round: 2,
  },
  {
    when: "paying, not opened yet",
    status: "paying",
    tasks: () => [done("check-claim", 2, "assessed"), done("finance-check", 2, "accepted")],
    from: "Pay",
    round: 2,
  },
  {
    when: "paying",
    status: "paying",
    tasks: () => [done("finance-check", 2, "accepted"), open("pay", 2)],
    from: "Pay",
    round: 2,
  },
];
