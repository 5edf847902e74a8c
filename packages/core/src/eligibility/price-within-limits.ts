/** Requirement: the price makes an award within the call's limits; the SME's own share is shown. */
import { money } from "../kernel/money.ts";
import { fails, holds, type Requirement } from "./requirement.ts";

export const priceWithinLimits: Requirement = {
  id: "price-within-limits",
  check({ call, offer, funding }) {
    if (funding === undefined) return fails("price.none");
    const facts = {
      ...funding,
      minimum: money(call.minimumAward, call.currency),
      priceBasis: offer?.content?.priceBasis,
    };
    if (funding.requested.amount <= 0 || funding.requested.amount < call.minimumAward)
      return fails("price.below-minimum", facts);
    return holds(facts);
  },
};
