/** Refusals of an assignment run or a calibration, in the reader's own language. */
import { useLingui } from "@lingui/react";
import { ApiProblem } from "../../problem.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";

export function useRunRefusal(): (problem: ApiProblem | null) => ApiProblem | null {
  const { i18n } = useLingui();
  const staff = useStaffRefusal();
  const sentences: Readonly<Record<string, string>> = {
    "run.another-open": i18n._("Another assignment of this call is not finished. Publish it or discard it first."),
    "run.nothing-in-review": i18n._("No case of this call is in review."),
    "run.wrong-state": i18n._("The run has moved on. Nothing was changed."),
    "run.other-round": i18n._("The run was changed since you opened it. Look at the new answer first."),
    "plan.impossible": i18n._("There is no plan to compare with."),
  };
  return (problem) => {
    const sentence = problem === null ? undefined : sentences[problem.code];
    if (problem === null || sentence === undefined) return staff(problem);
    return new ApiProblem(problem.status, problem.code, sentence, { errors: problem.errors, facts: problem.facts });
  };
}
