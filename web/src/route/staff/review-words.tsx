/** One filed review: the mark of each criterion, the words for the applicant and those for the park. */
import { useLingui } from "@lingui/react";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { useCriterionName } from "./criterion-name.ts";
import type { Evidence } from "./staff-query.ts";

interface Props {
  readonly review: CaseView["reviews"][number];
  readonly view: CaseView;
  readonly rubric: Evidence["scores"]["criteria"];
}

export function ReviewWords({ review, view, rubric }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const criterionName = useCriterionName();
  const confidences: Readonly<Record<number, string>> = {
    1: i18n._("low confidence"),
    2: i18n._("middle confidence"),
    3: i18n._("high confidence"),
  };
  const words = { "not-assessable": i18n._("not assessable"), "out-of-scope": i18n._("out of scope") };
  return (
    <details className="more">
      <summary>{i18n._("Review by {name}", { name: view.names[review.reviewerId] ?? "" })}</summary>
      <p className="tiny muted">
        {review.filedAt === undefined ? "" : `${format.moment(review.filedAt)}, `}
        {confidences[review.confidence]}
      </p>
      <dl className="marks">
        {rubric.map(({ id, label, max }) => {
          const mark = review.marks.find(({ criterion }) => criterion === id);
          if (mark === undefined) return null;
          const { score } = mark;
          return (
            <div key={id}>
              <dt>
                {criterionName(id, label)}{" "}
                <b className="num">{typeof score === "number" ? `${format.number(score)} / ${max}` : words[score]}</b>
              </dt>
              <dd>
                {mark.toApplicant !== "" && <p>{i18n._("To the applicant: {text}", { text: mark.toApplicant })}</p>}
                {mark.toPark !== "" && <p>{i18n._("To the park: {text}", { text: mark.toPark })}</p>}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
