/** Why a letter to many applicants was refused, or left out a case: codes of the API in the reader's language. */
import { useLingui } from "@lingui/react";
import { ApiProblem } from "../../problem.ts";

export function useMailingWords(): (code: string) => string | undefined {
  const { i18n } = useLingui();
  const words: Readonly<Record<string, string>> = {
    "mailing.case-over": i18n._("The case ended before it was written to."),
    "case.not-found": i18n._("It is no case that the sender may write to."),
    "letter.nobody": i18n._("None of the people of the preview is its contact any more."),
    "actor.role-needed": i18n._("The sender is no manager of the park any more."),
    "mailing.not-ready": i18n._("Some cases can no longer be written to. Nothing was sent: reload the page."),
    "mailing.language-missing": i18n._("Subject and text are missing in a language that recipients read."),
    "mailing.changed": i18n._("The recipients have changed since the preview. Nothing was sent: look at it again."),
    "mailing.sent-already": i18n._("You have sent this very letter to the same people today. It was not sent again."),
    "mailing.too-many": i18n._("You have written to many applicants five times within a day. Nothing was sent."),
  };
  return (code) => words[code];
}

/** Gives a problem its sentence; one without keeps the API's. */
export function useMailingRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const words = useMailingWords();
  return (problem) => {
    const sentence = problem === null ? undefined : words(problem.code);
    if (problem === null || sentence === undefined) return problem;
    const { status, code, errors, facts, faultId } = problem;
    return new ApiProblem(status, code, sentence, { errors, facts, ...(faultId === undefined ? {} : { faultId }) });
  };
}
