/** Requirement: the applicant, with all it is tied to, is as small as the call wants; the arithmetic is shown. */
import { type GroupSize, sizeOfGroup } from "../aid/size-group.ts";
import type { YearFigures } from "../aid/size-link.ts";
import { type EligibilityFacts, fails, holds, type Requirement } from "./requirement.ts";

const order = ["micro", "small", "medium", "large"] as const;

export const size: Requirement = {
  id: "size",
  check(given) {
    const { call, applicant } = given;
    if (applicant.kind !== "company") return fails("size.not-an-enterprise", { kind: applicant.kind });
    const result = groupSizeOf(given);
    if (result === undefined) return fails("size.not-stated");
    const { class: found, last, before, kept, publicPercent, publicOwned, unstated, row } = result;
    const most = call.sizeMost ?? "medium";
    const facts = {
      class: found,
      most,
      headcount: last.headcount,
      turnover: last.turnover,
      balanceSheet: last.balanceSheet,
      years: [last, ...(before === undefined ? [] : [before])],
      kept,
      publicPercent,
      limits: row.classes,
      source: `${row.source.act}, ${row.source.article}`,
    };
    if (unstated.length > 0) return fails("size.link-not-stated", { ...facts, unstated });
    if (most === "any") return holds(facts);
    if (publicOwned) return fails("size.public-owner", facts);
    if (found === "large") return fails("size.not-an-sme", facts);
    return order.indexOf(found) > order.indexOf(most) ? fails("size.above-rule", facts) : holds(facts);
  },
};

/** Undefined while the last closed year is not stated. A closing day that was not stated is today. */
function groupSizeOf({ call, answers, network, day }: EligibilityFacts): GroupSize | undefined {
  const { company } = answers;
  const last = yearOf(company.headcount, company.turnover, company.balanceSheet);
  if (last === undefined) return undefined;
  const before = yearOf(company.headcountBefore, company.turnoverBefore, company.balanceSheetBefore);
  return sizeOfGroup(network, {
    currency: call.currency,
    closed: company.closed ?? day,
    last,
    ...(before === undefined ? {} : { before }),
    newOwner: company.newOwner ?? false,
    links: company.links ?? [],
  });
}

function yearOf(
  headcount: number | undefined,
  turnover: number | undefined,
  balanceSheet: number | undefined,
): YearFigures | undefined {
  if (headcount === undefined || turnover === undefined || balanceSheet === undefined) return undefined;
  return { headcount, turnover, balanceSheet };
}
