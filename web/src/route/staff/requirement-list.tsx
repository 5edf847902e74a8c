/** The requirements of an application for staff: those that fail first, with the reason; each with a word of its own. */
import { useLingui } from "@lingui/react";
import { Icon } from "../../component/icon.tsx";
import type { Check } from "../case/case-query.ts";
import { useRequirementWords } from "../case/requirement-words.ts";

export function useRequirementNames(): (id: string) => string {
  const { i18n } = useLingui();
  const names: Readonly<Record<string, string>> = {
    "call-open": i18n._("Submitted while the call was open"),
    country: i18n._("Company in a country of the call"),
    sector: i18n._("Company in a sector of the call"),
    size: i18n._("Small or medium-sized"),
    "register-id": i18n._("Register numbers well-formed"),
    verified: i18n._("Company and provider verified"),
    "not-in-difficulty": i18n._("Not in difficulty"),
    "no-recovery-order": i18n._("No open order to pay back aid"),
    "not-export": i18n._("Not tied to exports"),
    "not-begun": i18n._("Work not begun"),
    "no-double-funding": i18n._("Cost not funded twice"),
    "not-sanctioned": i18n._("Nobody on a sanctions list"),
    "vouchers-most": i18n._("Not too many vouchers"),
    "provider-criteria": i18n._("Provider of a kind the call names"),
    "price-compared": i18n._("Price compared, if the call asks"),
    "own-contribution": i18n._("Own contribution"),
    truthful: i18n._("Answers confirmed as true"),
    "offer-confirmed": i18n._("Offer confirmed"),
    "provider-independent": i18n._("Provider independent of the company"),
    "payee-reachable": i18n._("A payment channel reaches the payee"),
    "cross-park": i18n._("Provider at another park, if the call asks"),
    "price-within-limits": i18n._("Price within the limits"),
    "aid-declared": i18n._("Aid declaration signed"),
    "aid-headroom": i18n._("Room under the aid ceiling"),
  };
  return (id) => names[id] ?? id;
}

export function RequirementList({ report }: { readonly report: Pick<Check, "requirements"> }) {
  const { i18n } = useLingui();
  const nameOf = useRequirementNames();
  const words = useRequirementWords();
  const sorted = [...report.requirements].sort((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <ul className={sorted.every(({ ok }) => ok) ? "checks columns" : "checks"}>
      {sorted.map((requirement) => {
        const { reason } = words(requirement);
        return (
          <li key={requirement.requirement} className={requirement.ok ? undefined : "late"}>
            <Icon name={requirement.ok ? "check" : "cross"} />
            <div>
              {nameOf(requirement.requirement)}
              {!requirement.ok && <span className="sr">, {i18n._("not met")}</span>}
              {reason !== undefined && <span className="small">{reason}</span>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
