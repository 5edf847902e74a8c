/** Criteria in the reader's language: in the call's own words where it has them, the network's for its own criteria, else the call's English ones. */

import { useLingui } from "@lingui/react";
import { anchorIn, isNetworks, labelIn } from "@multihelix/core/review/criterion-label.ts";
import type { Criterion } from "@multihelix/core/review/rubric.ts";
import { languageOf } from "../../language/language.ts";

export interface CriterionWords {
  readonly label: string;
  readonly question: string | undefined;
  /** What a mark means; undefined where neither the rubric nor we have words for it. */
  readonly anchor: (score: number) => string | undefined;
}

export function useCriterionWords(): (criterion: Criterion) => CriterionWords {
  const { i18n } = useLingui();
  const known: Readonly<Record<string, { readonly label: string; readonly question: string }>> = {
    relevance: { label: i18n._("Relevance"), question: i18n._("Does the service answer a real need of the company?") },
    quality: {
      label: i18n._("Quality of the service"),
      question: i18n._("Are method, scope and provider right for it?"),
    },
    effect: {
      label: i18n._("Expected effect"),
      question: i18n._("What changes for the company within two years?"),
    },
    value: { label: i18n._("Value for money"), question: i18n._("Is the price fair for what is delivered?") },
  };
  const anchors: Readonly<Record<string, string>> = {
    missing: i18n._("missing: nothing is said about it"),
    poor: i18n._("poor: serious weaknesses"),
    fair: i18n._("fair: answered in part, clear weaknesses"),
    good: i18n._("good: answered well, several small gaps"),
    "very good": i18n._("very good: answered very well, few small gaps"),
    excellent: i18n._("excellent: nothing of weight is missing"),
  };
  const language = languageOf(i18n.locale);
  const labels = Object.fromEntries(Object.entries(known).map(([id, { label }]) => [id, label]));
  return (criterion) => ({
    label: labelIn(criterion, language, labels),
    question: isNetworks(criterion) ? known[criterion.id]?.question : undefined,
    anchor: (score) => {
      const text = anchorIn(criterion, score, language);
      return text === undefined ? undefined : (anchors[text] ?? text);
    },
  });
}
