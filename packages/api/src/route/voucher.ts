/** The voucher in use: terms, report and claim, the checks on it. */
import { answerQuery } from "@multihelix/core/claim/answer-query.ts";
import { assessClaim } from "@multihelix/core/claim/assess-claim.ts";
import { confirmService } from "@multihelix/core/claim/confirm-service.ts";
import { fileReport } from "@multihelix/core/claim/file-report.ts";
import { financeCheck } from "@multihelix/core/claim/finance-check.ts";
import { queryClaim } from "@multihelix/core/claim/query-claim.ts";
import { settleDispute } from "@multihelix/core/claim/settle-dispute.ts";
import { acceptTerms } from "@multihelix/core/voucher/accept-terms.ts";
import * as z from "zod";
import { act } from "../act.ts";

const tag = "voucher";
const outcome = z.object({ outcome: z.string() });

export const voucherRoutes = [
  act({
    path: "/api/cases/{caseId}/acceptance",
    summary: "Accept the voucher's terms",
    tag,
    verb: acceptTerms,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/report",
    summary: "Report the service and claim its cost",
    tag,
    verb: fileReport,
    ids: ["caseId"],
    result: outcome.extend({ claim: z.number().int() }),
  }),
  act({
    path: "/api/cases/{caseId}/confirmation",
    summary: "Confirm or dispute the service",
    tag,
    verb: confirmService,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/dispute",
    summary: "Settle a dispute",
    tag,
    verb: settleDispute,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/assessment",
    summary: "Accept the claim's cost, in full or in part",
    tag,
    verb: assessClaim,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/query",
    summary: "Ask the claimant",
    tag,
    verb: queryClaim,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/query-answer",
    summary: "Answer the park's query",
    tag,
    verb: answerQuery,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/finance-check",
    summary: "Clear the claim for payment, or send it back",
    tag,
    verb: financeCheck,
    ids: ["caseId"],
    result: outcome,
  }),
] as const;
