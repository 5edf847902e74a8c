/** The steps of a case for which a call needs people, in words. */
import { useLingui } from "@lingui/react";
import { useParks } from "../../network.ts";

/** Takes `screen` or, for one park's step, `approve:wales`. */
export function useStepWords(): (step: string) => string {
  const { i18n } = useLingui();
  const parks = useParks();
  return (text) => {
    const [step = "", parkId = ""] = text.split(":");
    const park = parks.find(({ id }) => id === parkId)?.name ?? parkId;
    const words: Readonly<Record<string, string>> = {
      screen: i18n._("Screening"),
      "confirm-ineligible": i18n._("Confirming that a case is not eligible"),
      propose: i18n._("Proposing"),
      approve: i18n._("Approving for {park}", { park }),
      release: i18n._("Releasing decisions"),
      redress: i18n._("Answering requests for a new look"),
      "check-claim": i18n._("Checking claims"),
      "finance-check": i18n._("Clearing claims for payment"),
      "prepare-payment": i18n._("Preparing payments of {park}", { park }),
      "release-payment": i18n._("Releasing payments of {park}", { park }),
      escalation: i18n._("Secretary of the network"),
      review: i18n._("Reviewing"),
    };
    return words[step] ?? text;
  };
}
