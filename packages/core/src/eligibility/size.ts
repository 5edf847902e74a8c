/** Requirement: the applicant is an SME; the arithmetic is shown. */
import { sizeOf } from "../aid/size.ts";
import { money } from "../kernel/money.ts";
import { fails, holds, type Requirement } from "./requirement.ts";

export const size: Requirement = {
  id: "size",
  check({ call, applicant, answers, network, day }) {
    if (applicant.kind !== "company") return fails("size.not-an-enterprise", { kind: applicant.kind });
    const { headcount, turnover, balanceSheet } = answers.company;
    if (headcount === undefined || turnover === undefined || balanceSheet === undefined)
      return fails("size.not-stated");
    const figures = {
      headcount,
      turnover: money(turnover, call.currency),
      balanceSheet: money(balanceSheet, call.currency),
    };
    const result = sizeOf(network, figures, day);
    const { act, article } = result.row.source;
    const facts = {
      class: result.class,
      headcount,
      turnover: result.turnover,
      balanceSheet: result.balanceSheet,
      limits: result.row.classes,
      rate: result.rate,
      source: `${act}, ${article}`,
    };
    return result.class === "large" ? fails("size.not-an-sme", facts) : holds(facts);
  },
};
