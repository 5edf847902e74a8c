/** The criteria of the network's own rubrics in the reader's language; another park's keep the label that they were given. */
import { useLingui } from "@lingui/react";

export function useCriterionName(): (id: string, label: string) => string {
  const { i18n } = useLingui();
  const names: Readonly<Record<string, string>> = {
    relevance: i18n._("Relevance"),
    quality: i18n._("Quality of the service"),
    effect: i18n._("Expected effect"),
    value: i18n._("Value for money"),
  };
  return (id, label) => names[id] ?? label;
}
