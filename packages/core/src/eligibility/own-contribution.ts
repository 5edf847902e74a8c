/** Requirement: the company pays the part of the price itself that the call wants; proven with the final claim. */
import { money } from "../kernel/money.ts";
import { fails, holds, type Requirement } from "./requirement.ts";

export const ownContribution: Requirement = {
  id: "own-contribution",
  check({ call, funding }) {
    // Without a price it is the price that is missing, which another requirement says.
    if (funding === undefined) return holds();
    const percent = call.ownShareLeast ?? 0;
    const facts = { own: funding.own, percent };
    const least = Math.ceil((funding.price.amount * percent) / 100);
    return funding.own.amount < least
      ? fails("own.too-little", { ...facts, least: money(least, call.currency) })
      : holds(facts);
  },
};
