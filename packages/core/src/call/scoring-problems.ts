/** What must hold of a call's criteria and of what it asks after redemption. */
import type { Call } from "./call.ts";
import type { CallProblem } from "./call-problems.ts";

/** Every problem of the rubric, and of the KPI questions in the languages of the call. */
export function scoringProblems({ rubric, kpiQuestions = [], languages }: Call): CallProblem[] {
  return [
    ...twice(rubric.criteria, "rubric.criteria", "criterion"),
    ...rubric.criteria.flatMap(({ max, anchors, anchorsIn = {} }, at) =>
      Object.entries({ en: anchors, ...anchorsIn }).flatMap(([language, texts]) =>
        texts.length <= max + 1
          ? []
          : [
              {
                path: `rubric.criteria.${at}.anchors.${language}`,
                message: `There are ${max + 1} whole marks, 0 to ${max}, and ${texts.length} meanings.`,
              },
            ],
      ),
    ),
    ...twice(kpiQuestions, "kpiQuestions", "question"),
    ...kpiQuestions.flatMap(({ text }, at) =>
      languages.flatMap((language) =>
        (text[language] ?? "").trim() === ""
          ? [{ path: `kpiQuestions.${at}.text.${language}`, message: `The question in "${language}" is missing.` }]
          : [],
      ),
    ),
  ];
}

function twice(list: readonly { readonly id: string }[], path: string, what: string): CallProblem[] {
  return list.flatMap(({ id }, at) =>
    list.findIndex((other) => other.id === id) < at
      ? [{ path: `${path}.${at}`, message: `Another ${what} is called "${id}" already.` }]
      : [],
  );
}
