/** The voucher in use: terms, report and claim, the checks on it. */
import { answerQuery, answerQueryResult } from "@multihelix/core/claim/answer-query.ts";
import { assessClaim, assessClaimResult } from "@multihelix/core/claim/assess-claim.ts";
import { confirmService, confirmServiceResult } from "@multihelix/core/claim/confirm-service.ts";
import { fileReport, fileReportResult } from "@multihelix/core/claim/file-report.ts";
import { financeCheck, financeCheckResult } from "@multihelix/core/claim/finance-check.ts";
import { queryClaim, queryClaimResult } from "@multihelix/core/claim/query-claim.ts";
import { refuseClaim, refuseClaimResult } from "@multihelix/core/claim/refuse-claim.ts";
import { settleDispute, settleDisputeResult } from "@multihelix/core/claim/settle-dispute.ts";
import { settleRefusal, settleRefusalResult } from "@multihelix/core/claim/settle-refusal.ts";
import { answerFollowUp, answerFollowUpResult } from "@multihelix/core/follow-up/answer-follow-up.ts";
import { acceptTerms, acceptTermsResult } from "@multihelix/core/voucher/accept-terms.ts";
import { approveValue, approveValueResult } from "@multihelix/core/voucher/approve-value.ts";
import { cancelVoucher, cancelVoucherResult } from "@multihelix/core/voucher/cancel-voucher.ts";
import { extendVoucher, extendVoucherResult } from "@multihelix/core/voucher/extend-voucher.ts";
import { proposeCancellation, proposeCancellationResult } from "@multihelix/core/voucher/propose-cancellation.ts";
import { proposeValue, proposeValueResult } from "@multihelix/core/voucher/propose-value.ts";
import { refuseChange, refuseChangeResult } from "@multihelix/core/voucher/refuse-change.ts";
import { resumeVoucher, resumeVoucherResult } from "@multihelix/core/voucher/resume-voucher.ts";
import { suspendVoucher, suspendVoucherResult } from "@multihelix/core/voucher/suspend-voucher.ts";
import { act } from "../act.ts";

const tag = "voucher";

export const voucherRoutes = [
  act({
    path: "/api/cases/{caseId}/acceptance",
    summary: "Accept the voucher's terms",
    tag,
    verb: acceptTerms,
    ids: ["caseId"],
    result: acceptTermsResult,
  }),
  act({
    path: "/api/cases/{caseId}/report",
    summary: "Report the service and claim its cost",
    tag,
    verb: fileReport,
    ids: ["caseId"],
    result: fileReportResult,
  }),
  act({
    path: "/api/cases/{caseId}/confirmation",
    summary: "Confirm or dispute the service",
    tag,
    verb: confirmService,
    ids: ["caseId"],
    result: confirmServiceResult,
  }),
  act({
    path: "/api/cases/{caseId}/dispute",
    summary: "Settle a dispute",
    tag,
    verb: settleDispute,
    ids: ["caseId"],
    result: settleDisputeResult,
  }),
  act({
    path: "/api/cases/{caseId}/assessment",
    summary: "Accept the claim's cost, in full or in part",
    tag,
    verb: assessClaim,
    ids: ["caseId"],
    result: assessClaimResult,
  }),
  act({
    path: "/api/cases/{caseId}/query",
    summary: "Ask the claimant",
    tag,
    verb: queryClaim,
    ids: ["caseId"],
    result: queryClaimResult,
  }),
  act({
    path: "/api/cases/{caseId}/refusal",
    summary: "Propose to refuse the claim as a whole; finance confirms it",
    tag,
    verb: refuseClaim,
    ids: ["caseId"],
    result: refuseClaimResult,
  }),
  act({
    path: "/api/cases/{caseId}/refusal/settlement",
    summary: "Let a refused claim be made again, or end the voucher once no redress can change it",
    tag,
    verb: settleRefusal,
    ids: ["caseId"],
    result: settleRefusalResult,
    refuses: ["redress.pending", "redress.still-open"],
  }),
  act({
    path: "/api/cases/{caseId}/query-answer",
    summary: "Answer the park's query",
    tag,
    verb: answerQuery,
    ids: ["caseId"],
    result: answerQueryResult,
  }),
  act({
    path: "/api/cases/{caseId}/finance-check",
    summary: "Clear the claim for payment, send it back, or confirm that it is refused",
    tag,
    verb: financeCheck,
    ids: ["caseId"],
    result: financeCheckResult,
  }),
  act({
    path: "/api/cases/{caseId}/follow-up",
    summary: "Say what came of the voucher, as asked 6, 12 and 24 months after it was paid",
    tag,
    verb: answerFollowUp,
    ids: ["caseId"],
    result: answerFollowUpResult,
  }),
  act({
    path: "/api/cases/{caseId}/cancellation-proposal",
    summary: "Propose to cancel the voucher; an approver decides",
    tag,
    verb: proposeCancellation,
    ids: ["caseId"],
    result: proposeCancellationResult,
  }),
  act({
    path: "/api/cases/{caseId}/cancellation",
    summary: "Cancel the voucher that a manager proposed to cancel",
    tag,
    verb: cancelVoucher,
    ids: ["caseId"],
    result: cancelVoucherResult,
  }),
  act({
    path: "/api/cases/{caseId}/extension",
    summary: "Extend the voucher once, at most six months; past a fund's last day finance asks for the same",
    tag,
    verb: extendVoucher,
    ids: ["caseId"],
    result: extendVoucherResult,
  }),
  act({
    path: "/api/cases/{caseId}/suspension",
    summary: "Suspend the use of the voucher; its expiry clock stands still",
    tag,
    verb: suspendVoucher,
    ids: ["caseId"],
    result: suspendVoucherResult,
  }),
  act({
    path: "/api/cases/{caseId}/resumption",
    summary: "Let a suspended voucher go on, valid for the days longer that it stood still",
    tag,
    verb: resumeVoucher,
    ids: ["caseId"],
    result: resumeVoucherResult,
  }),
  act({
    path: "/api/cases/{caseId}/value-proposal",
    summary: "Propose another value of the voucher; approvers of every paying park decide",
    tag,
    verb: proposeValue,
    ids: ["caseId"],
    result: proposeValueResult,
  }),
  act({
    path: "/api/cases/{caseId}/value-approval",
    summary: "Approve the proposed value for a paying park; the last approval changes money and aid",
    tag,
    verb: approveValue,
    fresh: true,
    ids: ["caseId"],
    result: approveValueResult,
  }),
  act({
    path: "/api/cases/{caseId}/change-refusal",
    summary: "Refuse what a manager proposed for the voucher, or take it back",
    tag,
    verb: refuseChange,
    ids: ["caseId"],
    result: refuseChangeResult,
  }),
] as const;
