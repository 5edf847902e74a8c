/** From screening to release: what managers, second persons, approvers and applicants answer on a case. */

import { answerQuestion } from "@multihelix/core/application/answer-question.ts";
import { confirmIneligible } from "@multihelix/core/application/confirm-ineligible.ts";
import { screenApplication } from "@multihelix/core/application/screen-application.ts";
import { answerApproval } from "@multihelix/core/approval/answer-approval.ts";
import { giveStatement } from "@multihelix/core/decision/give-statement.ts";
import { propose } from "@multihelix/core/decision/propose.ts";
import { release } from "@multihelix/core/decision/release.ts";
import * as z from "zod";
import { act } from "../act.ts";

const tag = "decision";
const outcome = z.object({ outcome: z.string() });

export const decisionRoutes = [
  act({
    path: "/api/cases/{caseId}/screening",
    summary: "Screen: eligible, ineligible or a question",
    tag,
    verb: screenApplication,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/ineligibility",
    summary: "Confirm ineligibility, or send it back",
    tag,
    verb: confirmIneligible,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/answer",
    summary: "Answer the park's question",
    tag,
    verb: answerQuestion,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/proposal",
    summary: "Propose an award or a rejection",
    tag,
    verb: propose,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/approvals/{parkId}",
    summary: "Approve, decline or ask for one paying park",
    tag,
    verb: answerApproval,
    ids: ["caseId", "parkId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/release",
    summary: "Release the decision",
    tag,
    verb: release,
    fresh: true,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/statement",
    summary: "Give or refuse the statement that comes before a grant",
    tag,
    verb: giveStatement,
    ids: ["caseId"],
    result: outcome,
    refuses: ["statement.not-signed"],
  }),
] as const;
