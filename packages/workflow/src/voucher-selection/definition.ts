/** voucher-selection: from a submitted application to an issued voucher, a rejection, or an end before that. */
import { at, type Definition, end, entry, failed, itemFallback, reconcile, route, type State, waiting, work } from "../asl.ts";

const workflow = "voucher-selection";

/** One review slot: invite and declare, review, replace as often as needed; errors become values. */
const inSlot = { workflow, slot: "$slot", round: "$slotRound", outcome: "slotOutcome", fallback: "ReconcileSlot" };
const slotStates: Record<string, State> = {
  TakeSlot: { Type: "Pass", Assign: { slot: at("$states.input.slot"), slotRound: at("$states.input.round") }, Next: "Declare" },
  Declare: waiting({ ...inSlot, kind: "declare", state: "Declare", next: "Declared" }),
  Declared: route({ accepted: "Review", cancelled: "SlotEnd" }, "Replace", "$slotOutcome"),
  Review: waiting({ ...inSlot, kind: "review", state: "Review", next: "Reviewed" }),
  Reviewed: route({ filed: "SlotEnd", cancelled: "SlotEnd" }, "Replace", "$slotOutcome"),
  Replace: work("replace-reviewer", { slot: "$slot", round: "$slotRound" }, { slotRound: "$states.result.Payload.round" }, "Replaced", "slotOutcome", "ReconcileSlot"),
  Replaced: route({ replaced: "Declare", closed: "SlotEnd" }, "AssignReviewer", "$slotOutcome"),
  AssignReviewer: waiting({ ...inSlot, kind: "assign-reviewer", state: "AssignReviewer", assign: { slotRound: "$states.result.round" }, next: "Assigned" }),
  Assigned: route({ assigned: "Declare" }, "SlotEnd", "$slotOutcome"),
  SlotEnd: { Type: "Pass", Output: { outcome: at("$slotOutcome") }, End: true },
  ...itemFallback("Slot"),
};

export const voucherSelection: Definition = {
  Comment: "Voucher selection: screening, reviews, proposal, approvals in parallel, release",
  QueryLanguage: "JSONata",
  StartAt: "Start",
  States: {
    Start: entry({ round: "$states.input.round", parks: "$states.input.parks" }, "From"),
    From: route(
      {
        Screen: "Screen",
        AnswerQuestion: "AnswerQuestion",
        ConfirmIneligible: "ConfirmIneligible",
        PlanReviews: "PlanReviews",
        Propose: "Propose",
        Approvals: "Approvals",
        Release: "Release",
      },
      "Reconcile",
      "$from",
    ),
    Screen: waiting({ workflow, kind: "screen", state: "Screen", round: "$round", assign: { round: "$states.result.round" }, next: "Screened" }),
    Screened: route({ eligible: "PlanReviews", ineligible: "ConfirmIneligible", ask: "AnswerQuestion" }, "End"),
    AnswerQuestion: waiting({ workflow, kind: "answer-question", state: "AnswerQuestion", round: "$round", assign: { round: "$states.result.round" }, next: "Answered" }),
    Answered: route({ answered: "Screen" }, "End"),
    ConfirmIneligible: waiting({ workflow, kind: "confirm-ineligible", state: "ConfirmIneligible", round: "$round", assign: { round: "$states.result.round" }, next: "Confirmed" }),
    Confirmed: route({ back: "Screen" }, "End"),
    PlanReviews: work("plan-reviews", {}, { slots: "$states.result.Payload.slots" }, "Planned"),
    Planned: route({ planned: "Reviews", manager: "AssignReviewers", none: "StartProposing" }, "End"),
    AssignReviewers: waiting({
      workflow,
      kind: "assign-reviewer",
      state: "AssignReviewers",
      round: "1",
      assign: { slots: "$states.result.slots" },
      next: "ReviewersAssigned",
    }),
    ReviewersAssigned: route({ assigned: "Reviews" }, "End"),
    Reviews: {
      Type: "Map",
      Items: at("$slots"),
      ItemProcessor: { ProcessorConfig: { Mode: "INLINE" }, StartAt: "TakeSlot", States: slotStates },
      MaxConcurrency: 5,
      Output: { done: true },
      Next: "NeedsAnother",
    },
    NeedsAnother: work("judge-spread", { slots: "$slots" }, { slots: "$states.result.Payload.slots" }, "Judged"),
    Judged: route({ another: "Reviews", enough: "StartProposing" }, "End"),
    StartProposing: { Type: "Pass", Assign: { round: 1 }, Next: "Propose" },
    Propose: waiting({
      workflow,
      kind: "propose",
      state: "Propose",
      round: "$round",
      assign: { parks: "$states.result.parks", round: "$states.result.round" },
      next: "Proposed",
    }),
    Proposed: route({ proposed: "Approvals" }, "End"),
    Approvals: {
      Type: "Map",
      Items: at("$parks"),
      ItemProcessor: {
        ProcessorConfig: { Mode: "INLINE" },
        StartAt: "TakePark",
        States: {
          TakePark: { Type: "Pass", Assign: { parkId: at("$states.input") }, Next: "Approve" },
          Approve: waiting({ workflow, kind: "approve", state: "Approve", slot: "$parkId", round: "$round", outcome: "parkOutcome", fallback: "ReconcilePark", next: "ParkAnswered" }),
          ParkAnswered: { Type: "Pass", Output: { outcome: at("$parkOutcome") }, End: true },
          ...itemFallback("Park"),
        },
      },
      MaxConcurrency: 10,
      Output: { done: true },
      Next: "SettleApprovals",
    },
    SettleApprovals: work("settle-approvals", { round: "$round" }, { round: "$states.result.Payload.round" }, "Settled"),
    Settled: route({ approved: "Release", back: "Propose" }, "End"),
    Release: waiting({ workflow, kind: "release", state: "Release", round: "$round", assign: { round: "$states.result.round" }, next: "Released" }),
    Released: route({ back: "Propose" }, "End"),
    Reconcile: reconcile,
    Failed: failed,
    End: end,
  },
};
