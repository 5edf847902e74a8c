/** Refusals about the network's settings in the reader's language. */
import { useLingui } from "@lingui/react";
import { type ApiProblem, reworded } from "../../problem.ts";

export function useSettingsRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  return (problem) => {
    if (problem === null) return null;
    const sentences: Readonly<Record<string, string>> = {
      "second-factor.stale": i18n._(
        "Prove your second factor once more, not older than 15 minutes; then this goes on by itself.",
      ),
      "network.change-open": i18n._("Another change waits for its second person. Answer that one first."),
      "network.change-gone": i18n._("This change was answered or replaced meanwhile. Load the page again."),
      "network.own-change": i18n._("You proposed this change; somebody else puts it in force."),
      "network.moved-on": i18n._(
        "The settings were changed meanwhile. Load the page again, and propose it on what holds now.",
      ),
      "network.unchanged": i18n._("That is how the settings are already. Nothing was proposed."),
      "network.rate-future": i18n._("One of these days has not come yet. Nothing was proposed."),
      "network.rate-there": i18n._("One of these rates is there already, and letters quote it. Nothing was proposed."),
      "network.holidays-shorter": i18n._("The list of holidays is only made longer. Choose a later last day."),
      "network.limit-past": i18n._("A new limit begins after today and after the one that it follows."),
      "network.file": i18n._(
        "The settings would not hold together. Nothing was proposed; each problem is named below.",
      ),
      "network.in-use": i18n._("Calls that are not over use a park, fund or currency that this takes away."),
    };
    return reworded(problem, sentences);
  };
}
