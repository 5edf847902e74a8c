/** Tasks that the workflow opens. */
import type { TaskKind } from "../case/case-query.ts";

/** Which task a state of the workflow opens. */
export const taskOfState: Readonly<Record<string, TaskKind>> = {
  Screen: "screen",
  AnswerQuestion: "answer-question",
  ConfirmIneligible: "confirm-ineligible",
  AssignReviewers: "assign-reviewer",
  AssignReviewer: "assign-reviewer",
  Declare: "declare",
  Review: "review",
  SettleScope: "settle-scope",
  AwaitRanking: "await-ranking",
  Propose: "propose",
  Approve: "approve",
  Release: "release",
  Condition: "give-statement",
  AcceptTerms: "accept",
  Use: "use",
  Suspended: "resume",
  ConfirmService: "confirm-service",
  SettleDispute: "settle-dispute",
  CheckClaim: "check-claim",
  AnswerQuery: "answer-query",
  FinanceCheck: "finance-check",
  Pay: "pay",
  Admissibility: "admit-redress",
  Outcome: "decide-redress",
};
