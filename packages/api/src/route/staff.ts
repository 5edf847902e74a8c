/** What staff look at before they act on a case: who may do what, the evidence, previews that change nothing. */

import { assessClaimInput } from "@multihelix/core/claim/assess-claim.ts";
import { caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { claimPreviewSchema, readClaimPreview } from "@multihelix/core/view/claim-preview.ts";
import { evidenceSchema, readEvidence } from "@multihelix/core/view/evidence.ts";
import { readReleasePreview, releasePreviewSchema } from "@multihelix/core/view/release-view.ts";
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
