/** Refusals about roles in the reader's language. */
import { useLingui } from "@lingui/react";
import { type ApiProblem, reworded } from "../../problem.ts";

export function useRoleRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  return (problem) => {
    if (problem === null) return null;
    const sentences: Readonly<Record<string, string>> = {
      "second-factor.stale": i18n._(
        "Prove your second factor once more, not older than 15 minutes; then this goes on by itself.",
      ),
      "person.not-found": i18n._("Nobody has signed in with this address yet. Ask them to sign in once."),
      "person.disabled": i18n._("This person is disabled and cannot hold a role."),
      "role.own": i18n._("Nobody gives or takes their own roles. Ask a colleague or the network’s secretary."),
      "role.last-holder": i18n._("Nobody else holds this role there. Give it to somebody first."),
      "role.not-found": i18n._("This role was taken away already."),
      "role.until-past": i18n._("The end of a role lies in the future."),
    };
    return reworded(problem, sentences);
  };
}
