/** Refusals of an assignment run or a calibration, in the reader's own language. */
import { useLingui } from "@lingui/react";
import { type ApiProblem, reworded } from "../../problem.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";

export function useRunRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  const staff = useStaffRefusal();
  const sentences: Readonly<Record<string, string>> = {
    "run.another-open": i18n._("Another assignment of this call is not finished. Publish it or discard it first."),
    "run.nothing-in-review": i18n._("No case of this call is in review."),
    "run.wrong-state": i18n._("The run has moved on. Nothing was changed."),
    "run.other-round": i18n._("The run was changed since you opened it. Look at the new answer first."),
    "ranking.frozen": i18n._("The ranking was frozen before. Nothing was changed."),
    "ranking.other-version": i18n._("Another version of the ranking counts now, or none. Look at the page again."),
    "ranking.superseding": i18n._("A colleague has proposed this already. Confirm it, or refuse it."),
    "ranking.not-superseding": i18n._("Nobody proposes this any more. Look at the page again."),
    "ranking.cases-open": i18n._("Reviews are not over for every case, so the ranking cannot be frozen yet."),
    "ranking.ties-open": i18n._("Some cases are exactly equal: record the vote of the panel first."),
    "ranking.votes-too-many": i18n._("More votes were given than members were present."),
    "ranking.vote-equal": i18n._("The vote leaves cases equal. Vote again until each has another number."),
    "ranking.no-tie": i18n._("These cases are not equal any more. Look at the ranking again."),
    "plan.impossible": i18n._("There is no plan to compare with."),
  };
  return (problem) => {
    return problem === null || !(problem.code in sentences) ? staff(problem) : reworded(problem, sentences);
  };
}
