/** What reviewers do, and how a manager places them. */
import { declareInterest } from "@multihelix/core/review/declare.ts";
import { fileReview } from "@multihelix/core/review/file-review.ts";
import { redactComment } from "@multihelix/core/review/redact-comment.ts";
import { saveReview, saveReviewInput } from "@multihelix/core/review/save-review.ts";
import { settleScope } from "@multihelix/core/review/settle-scope.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "review";
const outcome = z.object({ outcome: z.string() });

export const reviewRoutes = [
  act({
    path: "/api/cases/{caseId}/slots/{slot}/declaration",
    summary: "Declare no conflict, a conflict, or decline",
    tag,
    verb: declareInterest,
    ids: ["caseId", "slot"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/slots/{slot}/review",
    summary: "File the review",
    tag,
    verb: fileReview,
    ids: ["caseId", "slot"],
    result: outcome,
  }),
  signedRoute({
    method: "put",
    path: "/api/cases/{caseId}/slots/{slot}/draft",
    summary: "Save the review as a draft",
    tag,
    keyless: true,
    params: saveReviewInput.pick({ caseId: true, slot: true }),
    body: saveReviewInput.omit({ caseId: true, slot: true }),
    result: z.object({ version: z.number().int(), savedAt: z.string() }),
    handle: async ({ deps, params, body }, { actor }) => ({
      body: await saveReview(deps, actor, { ...body, ...params }),
    }),
  }),
  act({
    path: "/api/cases/{caseId}/slots/{slot}/redaction",
    summary: "Change what the applicant reads of a review's comment, before anything is proposed",
    tag,
    verb: redactComment,
    ids: ["caseId", "slot"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/scope",
    summary: "Settle whether the application is within the call, where a reviewer doubts it",
    tag,
    verb: settleScope,
    ids: ["caseId"],
    result: outcome,
  }),
] as const;
