/** Requirement: a provider was asked and confirmed its offer. */
import { standingOf, validityOf } from "../application/offer-validity.ts";
import { fails, holds, type Requirement } from "./requirement.ts";

export const offerConfirmed: Requirement = {
  id: "offer-confirmed",
  check({ offer, stage, now }) {
    if (offer === undefined) return fails("offer.none");
    const facts = { status: offer.status, providerId: offer.providerId };
    // Once it was submitted with, running out bars the award, not the case: it can be confirmed again until the release.
    if (stage !== "release" && stage !== "screening" && standingOf(offer, now) === "run-out")
      return fails("offer.run-out", { ...facts, validUntil: validityOf(offer) });
    if (offer.status === "confirmed") return holds({ ...facts, confirmedAt: offer.confirmedAt });
    return fails(offer.status === "declined" ? "offer.declined" : "offer.not-confirmed", facts);
  },
};
