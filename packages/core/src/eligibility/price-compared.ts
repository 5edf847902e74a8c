/** Requirement: above the call's threshold the applicant says what it compared the offer with. */
import { money } from "../kernel/money.ts";
import { fails, holds, type Requirement } from "./requirement.ts";

export const priceCompared: Requirement = {
  id: "price-compared",
  check({ call, funding, answers }) {
    if (call.comparisonAbove === undefined) return holds();
    const facts = { above: money(call.comparisonAbove, call.currency) };
    if (funding === undefined || funding.price.amount <= call.comparisonAbove) return holds(facts);
    const told = (answers.project.comparison ?? "").trim() !== "";
    return told
      ? holds({ ...facts, price: funding.price })
      : fails("price.not-compared", { ...facts, price: funding.price });
  },
};
