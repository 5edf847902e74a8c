/** Requirement: a provider was asked and confirmed its offer. */
import { fails, holds, type Requirement } from "./requirement.ts";

export const offerConfirmed: Requirement = {
  id: "offer-confirmed",
  check({ offer }) {
    if (offer === undefined) return fails("offer.none");
    const facts = { status: offer.status, providerId: offer.providerId };
    if (offer.status === "confirmed") return holds({ ...facts, confirmedAt: offer.confirmedAt });
    return fails(offer.status === "declined" ? "offer.declined" : "offer.not-confirmed", facts);
  },
};
