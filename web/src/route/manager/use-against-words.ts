/** Why a decision is not released by this person, or was not by a run: codes of the API in the reader's language. */
import { useLingui } from "@lingui/react";

export function useAgainstWords(): (code: string) => string {
  const { i18n } = useLingui();
  const words: Readonly<Record<string, string>> = {
    "duties.same-person": i18n._("You proposed it, so another person releases it."),
    "duties.own-case": i18n._("You belong to one of its parties, so another person releases it."),
    "duties.reviewer": i18n._("You read it as its reviewer, so another person releases it."),
    "actor.role-needed": i18n._("This needs a manager of the park that leads the call."),
    "approval.content-changed": i18n._("It was proposed or approved anew since it was read."),
    "case.wrong-status": i18n._("It has moved on and does not wait for its release."),
    "eligibility.not-met": i18n._("A requirement does not hold any more. Its own page says which."),
  };
  return (code) => words[code] ?? i18n._("It waits for its release by itself: {code}", { code });
}
