/** Rules, parts of a cost and refusals of the optimiser in the reader's words. */
import { useLingui } from "@lingui/react";
import { useParks } from "../../network.ts";
import { useRuleWords } from "../staff/conflict-tags.tsx";
import type { Impossible } from "./assignment-query.ts";

export interface PlanWords {
  /** A cost: four decimals at most. */
  readonly cost: (cost: number) => string;
  readonly rule: (key: string) => string;
  readonly part: (part: string) => string;
  readonly binding: (impossible: Impossible) => string;
  readonly change: (change: Impossible["changes"][number], name: string, reference: string) => string;
}

export function usePlanWords(): PlanWords {
  const { i18n } = useLingui();
  const parks = useParks();
  const conflict = useRuleWords();
  const number = new Intl.NumberFormat(i18n.locales ?? i18n.locale, { maximumFractionDigits: 3 });
  const parkName = (id: string) => parks.find((park) => park.id === id)?.name ?? id;
  const rule = (key: string) => {
    const [name = "", park] = key.split("/");
    if (name === "outside-park") return i18n._("one from neither a paying park nor the provider’s park");
    if (name === "parties-park") return i18n._("one at most from the parks of the company and the provider");
    if (name === "one-per-park")
      return park === undefined
        ? i18n._("one at most per park")
        : i18n._("one at most from {park}", { park: parkName(park) });
    return key;
  };
  return {
    cost: (cost) => number.format(cost),
    rule,
    part(part) {
      if (part === "match") return i18n._("expertise missing");
      if (part === "translation") return i18n._("reads a translation");
      if (part === "language") return i18n._("does not read the language");
      if (part === "hard: tried") return i18n._("was asked before");
      const [, level, name = ""] = /^(hard|soft): (.+)$/.exec(part) ?? [];
      if (level === "hard") return i18n._("Hard: {rule}", { rule: conflict(name) });
      if (level === "soft") return i18n._("Soft: {rule}", { rule: conflict(name) });
      return part;
    },
    binding({ kind, rules }) {
      switch (kind) {
        case "too-few-eligible":
          return i18n._("Too few reviewers are free of hard conflicts and read the language.");
        case "load":
          return i18n._("The reviewers who could take it have no place left.");
        case "least":
          return i18n._("The fewest cases that reviewers are to get cannot all be given.");
        case "started":
          return i18n._("Work that has begun leaves no way to keep every rule.");
        case "rule":
          return i18n._("A rule cannot be kept: {rules}.", { rules: rules.slice(0, 3).map(rule).join("; ") });
        case "rules-together":
          return i18n._("Each rule could be kept, but not all of them together.");
      }
    },
    change({ kind, by, rule: key = "" }, name, reference) {
      switch (kind) {
        case "raise-most":
          return i18n._("Let {name} take {by, plural, one {# case more} other {# cases more}}.", { name, by });
        case "lower-least":
          return i18n._("Ask {name} for {by, plural, one {# case less} other {# cases less}}.", { name, by });
        case "waive":
          return i18n._("Set a rule aside for {reference}, with a reason: {rule}.", { reference, rule: rule(key) });
        case "release-started":
          return i18n._("Take the review of {reference} that has begun from {name}.", { name, reference });
        case "want-fewer":
          return i18n._(
            "Find {by, plural, one {# more reviewer} other {# more reviewers}} for {reference}, or ask for fewer reviews.",
            { by, reference },
          );
      }
    },
  };
}
