/** What the sections of an application are called. */
import { useLingui } from "@lingui/react";
import type { StepName } from "./section-list.ts";

export function useStepWords(): Readonly<Record<StepName, string>> {
  const { i18n } = useLingui();
  return {
    project: i18n._("What you want to buy and why"),
    questions: i18n._("Questions of this call"),
    provider: i18n._("Provider and offer"),
    company: i18n._("Size and situation of your company"),
    aid: i18n._("State aid received"),
    declarations: i18n._("Statements"),
  };
}
