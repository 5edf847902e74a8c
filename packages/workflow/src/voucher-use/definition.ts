/** voucher-use: from acceptance of the terms to the bank's booking, or an end before that. */
import { at, type Definition, end, entry, failed, itemFallback, reconcile, route, waiting, work } from "../asl.ts";

const workflow = "voucher-use";
const nextRound = { round: "$states.result.round" };

export const voucherUse: Definition = {
  Comment: "Voucher use: acceptance, work, report and claim, checks, payment",
  QueryLanguage: "JSONata",
  StartAt: "Start",
  States: {
    Start: entry({ round: "$states.input.round" }, "From"),
    From: route(
      {
        Accept: "Accept",
        Use: "Use",
        ConfirmService: "ConfirmService",
        SettleDispute: "SettleDispute",
        CheckClaim: "CheckClaim",
        FinanceCheck: "FinanceCheck",
        AnswerQuery: "AnswerQuery",
        Pay: "Pay",
      },
      "Reconcile",
      "$from",
    ),
    Accept: {
      Type: "Map",
      Items: ["applicant", "provider"],
      ItemProcessor: {
        ProcessorConfig: { Mode: "INLINE" },
        StartAt: "TakeParty",
        States: {
          TakeParty: { Type: "Pass", Assign: { party: at("$states.input") }, Next: "AcceptTerms" },
          AcceptTerms: waiting({ workflow, kind: "accept", state: "AcceptTerms", slot: "$party", round: "$round", outcome: "partyOutcome", fallback: "ReconcileParty", next: "PartyAnswered" }),
          PartyAnswered: { Type: "Pass", Output: { outcome: at("$partyOutcome") }, End: true },
          ...itemFallback("Party"),
        },
      },
      MaxConcurrency: 2,
      Output: { done: true },
      Next: "SettleAcceptance",
    },
    SettleAcceptance: work("settle-acceptance", {}, {}, "Settled"),
    Settled: route({ "in-use": "Use" }, "End"),
    Use: waiting({ workflow, kind: "use", state: "Use", round: "$round", assign: nextRound, next: "Used" }),
    Used: route({ reported: "ConfirmService" }, "End"),
    ConfirmService: waiting({ workflow, kind: "confirm-service", state: "ConfirmService", round: "$round", assign: nextRound, next: "ServiceAnswered" }),
    ServiceAnswered: route({ confirmed: "CheckClaim", disputed: "SettleDispute" }, "End"),
    SettleDispute: waiting({ workflow, kind: "settle-dispute", state: "SettleDispute", round: "$round", assign: nextRound, next: "DisputeSettled" }),
    DisputeSettled: route({ confirmed: "CheckClaim", again: "Use" }, "End"),
    CheckClaim: waiting({ workflow, kind: "check-claim", state: "CheckClaim", round: "$round", assign: nextRound, next: "ClaimChecked" }),
    ClaimChecked: route({ assessed: "FinanceCheck", queried: "AnswerQuery" }, "End"),
    AnswerQuery: waiting({ workflow, kind: "answer-query", state: "AnswerQuery", round: "$round", assign: nextRound, next: "QueryAnswered" }),
    QueryAnswered: route({ answered: "CheckClaim", unanswered: "CheckClaim" }, "End"),
    FinanceCheck: waiting({ workflow, kind: "finance-check", state: "FinanceCheck", round: "$round", assign: nextRound, next: "FinanceChecked" }),
    FinanceChecked: route({ accepted: "Pay", back: "CheckClaim" }, "End"),
    Pay: waiting({ workflow, kind: "pay", state: "Pay", round: "$round", assign: nextRound, next: "Paid" }),
    Paid: route({ booked: "End" }, "End"),
    Reconcile: reconcile,
    Failed: failed,
    End: end,
  },
};
