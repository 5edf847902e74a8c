/** Labels of criteria in the reader's language: the call's own, the network's, else the call's English ones. */
import { useLingui } from "@lingui/react";
import { type Labelled, labelIn } from "@multihelix/core/review/criterion-label.ts";
import { languageOf } from "../../language/language.ts";

export function useCriterionName(): (criterion: Labelled) => string {
  const { i18n } = useLingui();
  const names: Readonly<Record<string, string>> = {
    relevance: i18n._("Relevance"),
    quality: i18n._("Quality of the service"),
    effect: i18n._("Expected effect"),
    value: i18n._("Value for money"),
  };
  return (criterion) => labelIn(criterion, languageOf(i18n.locale), names);
}
