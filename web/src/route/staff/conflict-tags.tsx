/** What the conflict rules found about a reviewer, each by its name. */
import { useLingui } from "@lingui/react";
import { Icon } from "../../component/icon.tsx";
import { Tag } from "../../component/tag.tsx";
import type { Evidence } from "./staff-query.ts";

type Found = Evidence["conflicts"][number]["found"];

export function useRuleWords(): (rule: string) => string {
  const { i18n } = useLingui();
  const words: Readonly<Record<string, string>> = {
    "person-on-application": i18n._("on the application"),
    "acted-on-case": i18n._("acted on the case"),
    "same-employer": i18n._("same employer"),
    "declared-stake": i18n._("has a stake in a party"),
    "worked-together": i18n._("worked together before"),
    "same-park": i18n._("same park as a party"),
    tenancy: i18n._("tenant of a party"),
    "self-declared": i18n._("declared a tie of their own"),
  };
  return (rule) => words[rule] ?? rule;
}

export function ConflictTags({ found }: { readonly found: Found }) {
  const { i18n } = useLingui();
  const ruleWords = useRuleWords();
  if (found.length === 0) {
    return (
      <span className="row nothing">
        <Icon name="check" /> {i18n._("Nothing found")}
      </span>
    );
  }
  return (
    <span className="row tags">
      {found.map(({ rule, level, about }) => (
        <Tag key={`${rule} ${about}`} state={level === "HARD" ? "bad" : "warn"} icon="alert">
          {level === "HARD"
            ? i18n._("Hard: {rule}", { rule: ruleWords(rule) })
            : i18n._("Soft: {rule}", { rule: ruleWords(rule) })}
        </Tag>
      ))}
    </span>
  );
}
