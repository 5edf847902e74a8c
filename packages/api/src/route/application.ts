/** The application: start, fill in, have an offer confirmed, check, submit, withdraw. */
import { checkApplication, eligibilityReportSchema } from "@multihelix/core/application/check-application.ts";
import { confirmOffer } from "@multihelix/core/application/confirm-offer.ts";
import { declineOffer } from "@multihelix/core/application/decline-offer.ts";
import { inviteProvider } from "@multihelix/core/application/invite-provider.ts";
import { saveSection } from "@multihelix/core/application/save-section.ts";
import { sectionIdSchema } from "@multihelix/core/application/section.ts";
import { startApplication } from "@multihelix/core/application/start-application.ts";
import { submitApplication } from "@multihelix/core/application/submit-application.ts";
import { withdrawApplication } from "@multihelix/core/application/withdraw-application.ts";
import { caseIdSchema } from "@multihelix/core/kernel/id.ts";
import { instantSchema } from "@multihelix/core/kernel/instant.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

const tag = "application";
const outcome = z.object({ outcome: z.string() });
const caseParams = z.object({ caseId: caseIdSchema });

export const applicationRoutes = [
  act({
    path: "/api/cases",
    summary: "Start an application",
    tag,
    verb: startApplication,
    ids: [],
    result: z.object({ caseId: caseIdSchema, reference: z.string() }),
    status: 201,
  }),
  signedRoute({
    method: "put",
    path: "/api/cases/{caseId}/sections/{sectionId}",
    summary: "Save a section of a draft; If-Match names the version it was read with",
    tag,
    keyless: true,
    params: z.object({ caseId: caseIdSchema, sectionId: sectionIdSchema }),
    body: z.object({ data: z.record(z.string(), z.unknown()) }),
    result: z.object({ version: z.number().int(), savedAt: instantSchema }),
    refuses: ["section.changed"],
    handle: async ({ deps, params, body, ifMatch }, { actor }) => ({
      body: await saveSection(deps, actor, { ...params, data: body.data, version: ifMatch }),
    }),
  }),
  signedRoute({
    method: "get",
    path: "/api/cases/{caseId}/check",
    summary: "Every requirement with what it looked at; all that fail, not only the first",
    tag,
    params: caseParams,
    result: eligibilityReportSchema,
    handle: async ({ deps, params }, { actor }) => ({ body: await checkApplication(deps, actor, params.caseId) }),
  }),
  act({
    path: "/api/cases/{caseId}/provider",
    summary: "Invite a provider to make its offer",
    tag,
    verb: inviteProvider,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/offer",
    summary: "Confirm the offer",
    tag,
    verb: confirmOffer,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/offer/decline",
    summary: "Decline to offer",
    tag,
    verb: declineOffer,
    ids: ["caseId"],
    result: outcome,
  }),
  act({
    path: "/api/cases/{caseId}/submission",
    summary: "Submit: freezes the content and starts the selection",
    tag,
    verb: submitApplication,
    ids: ["caseId"],
    result: z.object({ reference: z.string(), submittedAt: instantSchema, contentHash: z.string() }),
  }),
  act({
    path: "/api/cases/{caseId}/withdrawal",
    summary: "Withdraw the application",
    tag,
    verb: withdrawApplication,
    ids: ["caseId"],
    result: outcome,
  }),
] as const;
