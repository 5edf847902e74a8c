/** The score over all filed reviews as a sentence: mean, threshold, median and range. */
import { useLingui } from "@lingui/react";
import { useFormat } from "../case/use-format.ts";
import type { Evidence } from "./staff-query.ts";

export function ScoreLine({ scores }: { readonly scores: Evidence["scores"] }) {
  const { i18n } = useLingui();
  const { number } = useFormat();
  const { mean, median, lowest, highest, spread, wide, threshold, counted } = scores;
  if (mean === undefined || median === undefined || lowest === undefined || highest === undefined) {
    return (
      <p className="small muted">
        {i18n._("No review has scored yet. The threshold is {threshold}%.", { threshold: number(threshold) })}
      </p>
    );
  }
  return (
    <p className="small">
      <b className="num">{`${number(mean)}%`}</b>{" "}
      {i18n._("{counted, plural, one {from # review} other {mean of # reviews}}, threshold {threshold}%.", {
        counted,
        threshold: number(threshold),
      })}{" "}
      {counted > 1 && (
        <span className="muted">
          {i18n._("Median {median}%, range {lowest}% to {highest}%, spread {spread} points.", {
            median: number(median),
            lowest: number(lowest),
            highest: number(highest),
            spread: number(spread),
          })}
        </span>
      )}
      {wide && <span className="late"> {i18n._("A spread over 40 points asks for one more review.")}</span>}
    </p>
  );
}
