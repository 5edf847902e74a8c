/** Who may review one case: candidates to be named by hand, the naming, the choices that were made, why and why not. */
import { caseIdSchema, personIdSchema } from "@multihelix/core/kernel/id.ts";
import { assignReviewer } from "@multihelix/core/review/assign-reviewer.ts";
import { planIdSchema } from "@multihelix/core/review/review-plan.ts";
import { setReviewAside, setReviewAsideResult } from "@multihelix/core/review/set-review-aside.ts";
import { candidatesSchema, readCandidates } from "@multihelix/core/view/candidates.ts";
import { explanationSchema } from "@multihelix/core/view/explanation.ts";
import { explainReviewer, readReviewPlans, reviewPlansSchema } from "@multihelix/core/view/review-plans.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "staff";
const caseParams = z.object({ caseId: caseIdSchema });

export const caseReviewerRoutes = [
  act({
    path: "/api/cases/{caseId}/slots/{slot}/reviewer",
    summary: "Assign a reviewer by hand",
    tag: "review",
    verb: assignReviewer,
    ids: ["caseId", "slot"],
    result: z.object({ outcome: z.string() }),
  }),
  act({
    path: "/api/cases/{caseId}/slots/{slot}/set-aside",
    summary: "Set a filed review aside by hand, before the decision is released; its slot is open for somebody else",
    tag: "review",
    verb: setReviewAside,
    ids: ["caseId", "slot"],
    result: setReviewAsideResult,
    refuses: ["review.none-filed", "review.aside-late", "review.aside-ranked"],
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
] as const;
