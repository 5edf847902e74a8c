/** A review that was sent: final, as its reviewer wrote it. */

import { useLingui } from "@lingui/react";
import type { Rubric } from "@multihelix/core/review/rubric.ts";
import { Card } from "../../component/card.tsx";
import { Note } from "../../component/note.tsx";
import type { Call, CaseView } from "../case/case-query.ts";
import { useCriterionWords } from "../case/use-criterion-words.ts";
import { useFormat } from "../case/use-format.ts";
import { type Draft, draftOf } from "./review-marks.ts";
import { ScoreTotal } from "./score-total.tsx";

export function FiledReview({ view, call }: { readonly view: CaseView; readonly call: Call }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const [review] = view.reviews;
  if (review === undefined) return null;
  return (
    <div className="stack filed">
      <Note kind="ok" live>
        {i18n._("You sent this review on {moment}. Thank you; it is final.", {
          moment: format.moment(review.filedAt ?? review.savedAt),
        })}
      </Note>
      <Card title={i18n._("Your review")}>
        <ReviewText rubric={call.rubric} draft={draftOf(review)} />
      </Card>
    </div>
  );
}

/** Marks and reasons to be read through. */
export function ReviewText({ rubric, draft }: { readonly rubric: Rubric; readonly draft: Draft }) {
  const { i18n } = useLingui();
  const words = useCriterionWords();
  const leftOut = { "not-assessable": i18n._("Not assessable"), "out-of-scope": i18n._("Out of scope") };
  const confidence = [i18n._("low"), i18n._("medium"), i18n._("high")];
  return (
    <>
      <ScoreTotal rubric={rubric} draft={draft} />
      <dl className="answers">
        {rubric.criteria.map((criterion) => {
          const mark = draft.marks[criterion.id];
          const score = mark?.score;
          return (
            <div key={criterion.id}>
              <dt>
                {words(criterion).label}: <b className="m">{typeof score === "string" ? leftOut[score] : score}</b>
              </dt>
              <dd className="told">
                {mark?.toApplicant}
                {mark !== undefined && mark.toPark !== "" && (
                  <span className="muted">
                    {"\n"}
                    {i18n._("For the park only: {text}", { text: mark.toPark })}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
        <div>
          <dt>{i18n._("How sure you are")}</dt>
          <dd>{confidence[draft.confidence - 1]}</dd>
        </div>
      </dl>
    </>
  );
}
