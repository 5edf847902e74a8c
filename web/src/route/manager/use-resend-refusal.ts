/** Why a letter was not sent again, in the reader's language. */
import { useLingui } from "@lingui/react";
import { type ApiProblem, reworded } from "../../problem.ts";

export function useResendRefusal(): (problem: ApiProblem) => ApiProblem {
  const { i18n } = useLingui();
  return (problem) => {
    const { name } = problem.facts;
    return reworded(problem, {
      "letter.addressee-left": i18n._(
        "{name} would not get this letter today: they are no contact of the company any more, or their role or review has ended. Nothing was sent, and the letter stays with the case. Write to the present contact in the messages of the case.",
        { name: typeof name === "string" ? name : "" },
      ),
      "letter.nobody": i18n._("Nobody can be written to at this name any more. Nothing was sent."),
      "letter.not-sent-yet": i18n._("This letter is on its way for the first time. It was not sent again."),
    });
  };
}
