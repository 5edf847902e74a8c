/** One line under the name of a section: what it holds so far. */
import { useLingui } from "@lingui/react";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import type { StepName } from "./section-list.ts";

export function useSectionHint(view: CaseView): (step: StepName) => string {
  const { i18n } = useLingui();
  const format = useFormat();
  const data = (step: "project" | "company" | "aid") => view.sections[step]?.data ?? {};
  return (step) => {
    switch (step) {
      case "project": {
        const texts = ["need", "effect"].map((name) => String(data("project")[name] ?? ""));
        const count = texts.reduce((sum, text) => sum + [...text].length, 0);
        return count === 0 ? "" : i18n._("{count} characters", { count: format.number(count) });
      }
      case "company": {
        const { headcount } = data("company");
        if (typeof headcount !== "number") return "";
        return i18n._("{name}, {count, plural, one {# person} other {# people}}", {
          name: view.applicant.name,
          count: headcount,
        });
      }
      case "aid": {
        const { declared, signed } = data("aid");
        if (!Array.isArray(declared)) return "";
        const listed = i18n._("{count, plural, =0 {No other aid} one {# grant listed} other {# grants listed}}", {
          count: declared.length,
        });
        return signed === true ? listed : `${listed}, ${i18n._("signature missing")}`;
      }
      case "provider":
        return offerHint();
      case "questions":
      case "declarations":
        return "";
    }
  };

  function offerHint(): string {
    const { offer, provider } = view;
    if (offer === undefined || provider === undefined) return "";
    const { name } = provider;
    if (offer.status === "declined") return i18n._("{name} has declined", { name });
    return offer.confirmedAt === undefined
      ? i18n._("{name}, asked on {day}", { name, day: format.date(offer.invitedAt) })
      : i18n._("{name}, confirmed on {day}", { name, day: format.date(offer.confirmedAt) });
  }
}
