/** Refusals about one's own account in the reader's language. */
import { useLingui } from "@lingui/react";
import { type ApiProblem, reworded } from "../../problem.ts";

export function useFactorRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  return (problem) => {
    if (problem === null) return null;
    const sentences: Readonly<Record<string, string>> = {
      "second-factor.stale": i18n._(
        "Prove your second factor once more, not older than 15 minutes; then this goes on by itself.",
      ),
      "second-factor.last": i18n._(
        "This is your only second factor, and your role needs one. Set up another first. Nothing was removed.",
      ),
      "reset.second-person": i18n._("You vouched already. Another colleague has to be the second."),
      "reset.not-found": i18n._("This reset is done or too old. Nothing was changed."),
    };
    return reworded(problem, sentences);
  };
}
