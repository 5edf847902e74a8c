/** What staff look at before they act on a case: who may do what, the evidence, previews that change nothing. */

import { assessClaimInput } from "@multihelix/core/claim/assess-claim.ts";
import { caseIdSchema, personIdSchema } from "@multihelix/core/kernel/id.ts";
import { planIdSchema } from "@multihelix/core/review/review-plan.ts";
import { candidatesSchema, readCandidates } from "@multihelix/core/view/candidates.ts";
import { claimPreviewSchema, readClaimPreview } from "@multihelix/core/view/claim-preview.ts";
import { evidenceSchema, readEvidence } from "@multihelix/core/view/evidence.ts";
import { explanationSchema } from "@multihelix/core/view/explanation.ts";
import { readReleasePreview, releasePreviewSchema } from "@multihelix/core/view/release-view.ts";
import { explainReviewer, readReviewPlans, reviewPlansSchema } from "@multihelix/core/view/review-plans.ts";
import { readWanted, wantedSchema } from "@multihelix/core/view/wanted.ts";
import * as z from "zod";
import { signedRoute } from "../route.ts";

const tag = "staff";
const caseParams = z.object({ caseId: caseIdSchema });

export const staffRoutes = [
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/wanted",
    summary: "Acts that the case asks of staff now, who may do each, and why the reader may not",
    tag,
    params: caseParams,
    result: z.object({ wanted: z.array(wantedSchema) }),
    handle: async ({ deps, params }, { actor }) => ({
      body: { wanted: await readWanted(deps, actor, params.caseId) },
    }),
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/evidence",
    summary: "Scores, conflicts, aid arithmetic, pots and approval policies; for another amount if one is given",
    tag,
    params: caseParams,
    query: z.object({ amount: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional() }),
    result: evidenceSchema,
    handle: async ({ deps, params, query }, { actor }) => ({
      body: await readEvidence(deps, actor, params.caseId, query.amount),
    }),
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/release",
    summary: "What a release would tell and change: every letter, the amounts, the aid effect",
    tag,
    params: caseParams,
    result: releasePreviewSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await readReleasePreview(deps, actor, params.caseId) }),
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/slots/{slot}/candidates",
    summary: "Reviewers who may be named by hand, with what speaks against each",
    tag,
    params: caseParams.extend({ slot: z.string().max(10) }),
    result: candidatesSchema,
    handle: async ({ deps, params }, { actor }) => ({
      body: await readCandidates(deps, actor, params.caseId, params.slot),
    }),
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/review-plans",
    summary:
      "Every choice of reviewers made for the case: who was weighed, at what cost, and what made a plan impossible",
    tag,
    params: caseParams,
    result: reviewPlansSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await readReviewPlans(deps, actor, params.caseId) }),
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/review-plans/{planId}/reviewers/{personId}",
    summary: "Why this reviewer, or why not: what taking or leaving them would have cost, and what stood in the way",
    tag,
    params: caseParams.extend({ planId: planIdSchema, personId: personIdSchema }),
    result: explanationSchema,
    refuses: ["plan.not-found", "plan.impossible"],
    handle: async ({ deps, params }, { actor }) => ({
      body: await explainReviewer(deps, actor, params.caseId, params.planId, params.personId),
    }),
  }),
  signedRoute({
    method: "post",
    path: "/api/cases/{caseId}/assessment/preview",
    summary: "The claim's arithmetic for these lines; changes nothing",
    tag,
    keyless: true,
    params: caseParams,
    body: assessClaimInput
      .pick({ lines: true, otherSupport: true, waiver: true })
      .extend({ paidByApplicant: z.number().int().min(0).optional() }),
    result: claimPreviewSchema,
    handle: async ({ deps, params, body }, { actor }) => ({
      body: await readClaimPreview(deps, actor, params.caseId, body),
    }),
  }),
] as const;
