/** One filed review: the mark of each criterion, the words for the applicant and those for the park. */
import { useLingui } from "@lingui/react";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { useCriterionName } from "./criterion-name.ts";
import { RedactForm } from "./redact-form.tsx";
import { SetAsideForm } from "./set-aside-form.tsx";
import type { Evidence } from "./staff-query.ts";
import { useStaffParks } from "./use-staff-parks.ts";

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
  const own = useStaffParks(["manager"]);
  // Approvers have seen what goes out: it changes only before the proposal.
  const manages = own.some(({ id }) => id === view.leadPark);
  const mayRedact = manages && (view.status === "in-review" || view.status === "deciding");
  const maySetAside = mayRedact || (manages && (view.status === "approving" || view.status === "approved"));
  const words = { "not-assessable": i18n._("not assessable"), "out-of-scope": i18n._("out of scope") };
  return (
    <details className="more">
      <summary>{i18n._("Review by {name}", { name: view.names[review.reviewerId] ?? "" })}</summary>
      <p className="tiny muted">
        {review.filedAt === undefined ? "" : `${format.moment(review.filedAt)}, `}
        {confidences[review.confidence]}
      </p>
      <dl className="marks">
        {rubric.map(({ id, max, ...named }) => {
          const mark = review.marks.find(({ criterion }) => criterion === id);
          if (mark === undefined) return null;
          const { score } = mark;
          return (
            <div key={id}>
              <dt>
                {criterionName({ id, ...named })}{" "}
                <b className="num">{typeof score === "number" ? `${format.number(score)} / ${max}` : words[score]}</b>
              </dt>
              <dd>
                {mark.toApplicant !== "" && <p>{i18n._("To the applicant: {text}", { text: mark.toApplicant })}</p>}
                {mark.redacted !== undefined && <Redacted redacted={mark.redacted} names={view.names} />}
                {mark.toPark !== "" && <p>{i18n._("To the park: {text}", { text: mark.toPark })}</p>}
                {mayRedact && <RedactForm caseId={view.caseId} slot={review.slot} mark={mark} />}
              </dd>
            </div>
          );
        })}
      </dl>
      {maySetAside && <SetAsideForm caseId={view.caseId} slot={review.slot} />}
    </details>
  );
}

type Redaction = NonNullable<CaseView["reviews"][number]["marks"][number]["redacted"]>;

function Redacted({ redacted, names }: { readonly redacted: Redaction; readonly names: CaseView["names"] }) {
  const { i18n } = useLingui();
  return (
    <div className="quoted">
      <p>
        {redacted.text === ""
          ? i18n._("The company reads nothing of it.")
          : i18n._("The company reads: {text}", { text: redacted.text })}
      </p>
      <p className="tiny muted">
        {i18n._("Changed by {name}: {reason}", { name: names[redacted.by] ?? "", reason: redacted.reason })}
      </p>
    </div>
  );
}
