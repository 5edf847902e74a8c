/** What stands against a merge, and refusals of its acts, in the reader's language. */
import { useLingui } from "@lingui/react";
import { ApiProblem } from "../../problem.ts";

/** The sentence of a code; undefined where this page has none of its own. */
export function useMergeWords(): (code: string) => string | undefined {
  const { i18n } = useLingui();
  const sentences: Readonly<Record<string, string>> = {
    "organisation.not-found": i18n._("No organisation of the network has this number."),
    "organisation.changed": i18n._("One of the records was changed meanwhile. Look at both again."),
    "organisation.merged": i18n._("One of the records was merged already. Use the kept organisation."),
    "register-id.shape": i18n._("A number does not look like one of its register."),
    "register-id.check-digit": i18n._("The check digit of a number is not right."),
    "merge.same": i18n._("Both numbers name one and the same record, so there is nothing to merge."),
    "merge.two-registrations": i18n._(
      "Both are verified with different numbers of one register, so they are two organisations. If one number is wrong, reject that record first.",
    ),
    "merge.keep-verified": i18n._("The duplicate is verified and the record to keep is not. Keep the verified one."),
    "merge.two-countries": i18n._(
      "The records lie in different countries, whose aid ceilings are counted apart. Have the wrong address corrected first.",
    ),
    "merge.case-of-both": i18n._(
      "A case is open in which one of them buys from the other. End that case first: nobody buys from themself.",
    ),
    "merge.too-many": i18n._("Too many records would have to follow at once. Merge their own duplicates first."),
    "merge.another-open": i18n._("A merge of one of these organisations is waiting or under way."),
    "merge.answered": i18n._("Somebody has confirmed or withdrawn this merge already."),
    "duties.same-person": i18n._("You proposed it, so somebody else confirms it; you may withdraw it."),
    "duties.own-organisation": i18n._("You belong to one of these organisations, so somebody else does this."),
    "duties.interest": i18n._(
      "A hard interest of yours (declared, or one of these organisations that you left less than 24 months ago) keeps you from this, so somebody else does it.",
    ),
  };
  return (code) => sentences[code];
}

export function useMergeRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const words = useMergeWords();
  return (problem) => {
    const sentence = problem === null ? undefined : words(problem.code);
    if (problem === null || sentence === undefined) return problem;
    return new ApiProblem(problem.status, problem.code, sentence);
  };
}
