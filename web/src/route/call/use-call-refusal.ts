/** Refusals around drafting, publishing and archiving a call, in the reader's own language. */
import { useLingui } from "@lingui/react";
import { type ApiProblem, reworded } from "../../problem.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";

export function useCallRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  const staff = useStaffRefusal();
  return (problem) => {
    if (problem === null) return null;
    const why: Readonly<Record<string, string>> = {
      fixed: i18n._(
        "Payers, currency, mode and opening stay as published: awards of one call stand on the same ground.",
      ),
      reviewed: i18n._("Criteria and number of reviews stay as they are, because reviews have begun by them."),
      closed: i18n._("The closing cannot move any more: the call has closed."),
      past: i18n._("The closing cannot move to an instant that has passed."),
      worse: i18n._("Nothing may become worse for those who have applied already."),
    };
    const hindrances = (fields: unknown) => {
      const list = Array.isArray(fields) ? (fields as { why: string }[]) : [];
      const said = [...new Set(list.map((one) => why[one.why] ?? ""))];
      return [i18n._("This change is not possible."), ...said].join(" ");
    };
    const sentences: Readonly<Record<string, string>> = {
      "call.code-taken": i18n._("Another call has this code. Choose another."),
      "call.not-publishable": i18n._("The call cannot be published yet. What is missing stands below."),
      "call.budget-set": i18n._(
        "A park has given money to this call under the fund or the year that would change. Set that budget to 0 first.",
      ),
      "call.not-over": i18n._(
        "Something is still open in this call: {cases} without a decision, redress possible against {windows}.",
        {
          cases: Number(problem.facts.undecided ?? 0),
          windows: Number(problem.facts.windows ?? 0),
        },
      ),
      "enquiry.answered": i18n._("A colleague has answered this question already. Load the page again."),
      "enquiry.not-published": i18n._("Only what was published can be corrected."),
      "enquiry.changed": i18n._(
        "A colleague corrected this answer meanwhile. Load the page again; nothing was changed.",
      ),
      "enquiry.corrected-most": i18n._(
        "This answer was corrected {most} times. Change the call itself; nothing was changed.",
        { most: Number(problem.facts.most ?? 0) },
      ),
      "amendment.another-open": i18n._(
        "Another change of this call waits for a second manager. Publish or withdraw it first.",
      ),
      "amendment.settled": i18n._("This change was published or withdrawn already. Nothing was changed."),
      "amendment.changes-nothing": i18n._("Nothing in this step differs from the call as it is."),
      "amendment.not-allowed": hindrances(problem.facts.fields),
      "call.wrong-state": i18n._("The call has moved on. Nothing was changed."),
      "call.closed": i18n._("The closing of this call has passed, so it cannot be published. Copy it with new days."),
      "challenge.withdrawn": i18n._("The organisation took its challenge back. Choose another one, or none."),
    };
    return problem.code in sentences ? reworded(problem, sentences) : staff(problem);
  };
}
