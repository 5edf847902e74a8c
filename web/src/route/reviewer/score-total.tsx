/** The result of the marks so far, against the threshold of the call. */

import { useLingui } from "@lingui/react";
import type { Rubric } from "@multihelix/core/review/rubric.ts";
import { percentOf } from "@multihelix/core/review/score.ts";
import { useLocales } from "../../language/use-locales.ts";
import { type Draft, storedMarks } from "./review-marks.ts";

interface Props {
  readonly rubric: Rubric;
  readonly draft: Draft;
}

export function ScoreTotal({ rubric, draft }: Props) {
  const { i18n } = useLingui();
  const locales = useLocales();
  const marks = storedMarks(draft);
  const percent = percentOf(rubric, marks);
  const known = rubric.criteria.filter(({ id }) => marks.some(({ criterion }) => criterion === id)).length;
  const format = new Intl.NumberFormat([...locales], { style: "percent", minimumFractionDigits: 2 });
  const text = percent === undefined ? "–" : format.format(percent / 100);
  const threshold = rubric.threshold;
  return (
    <div className="tot">
      <div className="row between">
        <span className="bigp num">{text}</span>
        <span className="small muted">
          {i18n._("{done} of {all} criteria answered", { done: known, all: rubric.criteria.length })}
        </span>
      </div>
      <div
        className="tb"
        role="img"
        aria-label={i18n._("{result}, threshold {threshold}%", { result: text, threshold })}
      >
        <i style={{ width: `${percent ?? 0}%` }} />
        <b style={{ left: `${threshold}%` }} />
      </div>
      <p className="tiny muted">
        {i18n._("Line: threshold {threshold}%. What is not assessable is left out, never counted as zero.", {
          threshold,
        })}
      </p>
    </div>
  );
}
