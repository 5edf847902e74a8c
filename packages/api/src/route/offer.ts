/** What a provider says of its offer after the application was sent. */
import { renewOffer, renewOfferResult } from "@multihelix/core/application/renew-offer.ts";
import { act } from "../act.ts";

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
] as const;
