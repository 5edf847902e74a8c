/** Asking a provider that is not listed, and what a provider says of its offer after the application was sent. */
import { answerAsk, answerAskResult } from "@multihelix/core/application/answer-ask.ts";
import {
  askByMail,
  askProviderInput,
  askProviderResult,
  takeBackAsk,
  takeBackAskResult,
} from "@multihelix/core/application/ask-provider.ts";
import { renewOffer, renewOfferResult } from "@multihelix/core/application/renew-offer.ts";
import { caseIdSchema, invitationIdSchema, organisationIdSchema } from "@multihelix/core/kernel/id.ts";
import { perform } from "@multihelix/core/kernel/perform.ts";
import { askViewSchema, viewAsk } from "@multihelix/core/view/asked-provider-view.ts";
import * as z from "zod";
import { act } from "../act.ts";
import { signedRoute } from "../route.ts";

/** Named apart from a case: whoever is asked sees none until they take it up, and is still told what stands in the way. */
const asked = z.object({ draftId: caseIdSchema, invitationId: invitationIdSchema });

export const offerRoutes = [
  act({
    path: "/api/cases/{caseId}/offer/renewal",
    summary: "Say whether my offer still stands, and until when",
    tag: "application",
    verb: renewOffer,
    ids: ["caseId"],
    result: renewOfferResult,
    refuses: ["case.not-found", "actor.member-needed", "offer.not-awaited"],
  }),
  signedRoute({
    method: "post",
    path: "/api/cases/{caseId}/provider/ask",
    summary: "Ask a provider that is not in the list for an offer, by mail, for 30 days",
    tag: "application",
    params: z.object({ caseId: caseIdSchema }),
    body: askProviderInput.omit({ caseId: true }),
    result: askProviderResult,
    refuses: [
      "case.not-found",
      "actor.member-needed",
      "case.wrong-status",
      "provider.asked-often",
      "provider.asked-too-often",
    ],
    handle: async ({ deps, params, body, key }, { actor }) => ({
      body: await askByMail(deps, actor, key, { ...body, ...params }),
      status: 201,
    }),
  }),
  act({
    path: "/api/cases/{caseId}/provider/ask/withdrawal",
    summary: "Take back that a provider was asked by mail",
    tag: "application",
    verb: takeBackAsk,
    ids: ["caseId"],
    result: takeBackAskResult,
    refuses: ["case.not-found", "actor.member-needed", "case.wrong-status", "invitation.not-found"],
  }),
  signedRoute({
    method: "get",
    path: "/api/provider-invitations/{draftId}/{invitationId}",
    summary: "Being asked for an offer, for whoever signed in with the address that it was sent to",
    tag: "application",
    params: asked,
    result: askViewSchema,
    refuses: ["invitation.not-found"],
    handle: async ({ deps, params: { draftId, invitationId } }, { signedIn }) => ({
      body: await viewAsk(deps, signedIn.person.email, { caseId: draftId, invitationId }),
    }),
  }),
  signedRoute({
    method: "post",
    path: "/api/provider-invitations/{draftId}/{invitationId}/answer",
    summary: "Take it up for an organisation of mine; the offer is then asked of it",
    tag: "application",
    params: asked,
    body: z.strictObject({ organisationId: organisationIdSchema }),
    result: answerAskResult,
    refuses: [
      "invitation.not-found",
      "organisation.not-found",
      "provider.ask-over",
      "provider.is-applicant",
      "provider.is-payer",
      "provider.rejected",
    ],
    handle: async ({ deps, params: { draftId, invitationId }, body, key }, { actor }) => ({
      body: await perform(deps, actor, key, answerAsk, { ...body, caseId: draftId, invitationId }),
    }),
  }),
] as const;
