/** The scoring form: total, criteria, how sure, and what is missing when the reviewer wants to send. */

import { useLingui } from "@lingui/react";
import type { Rubric } from "@multihelix/core/review/rubric.ts";
import { useState } from "react";
import { Button } from "../../component/button.tsx";
import { ErrorSummary } from "../../component/error-summary.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { isApiProblem } from "../../problem.ts";
import { ClashNote } from "../case/clash-note.tsx";
import { useCriterionWords } from "../case/use-criterion-words.ts";
import { useRefusal } from "../case/use-refusal.ts";
import { gapsOf, type Mark, type MarkGap, type StoredMark } from "./review-marks.ts";
import { ScoreField } from "./score-field.tsx";
import { ScoreTotal } from "./score-total.tsx";
import type { ReviewEdit } from "./use-review.ts";

interface Props {
  readonly rubric: Rubric;
  readonly edit: ReviewEdit;
  /** Index of the criterion that the keys act on. */
  readonly present: number;
  readonly onPresent: (index: number) => void;
  /** Everything is there and stored. */
  readonly onChecked: () => void;
  readonly markOf: (criterion: string) => Mark;
}

export function ScoringForm({ rubric, edit, present, onPresent, onChecked, markOf }: Props) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const words = useCriterionWords();
  const [attempt, setAttempt] = useState(0);
  const gaps = attempt === 0 ? [] : gapsOf(rubric, edit.draft);
  const labelOf = (id: string) => {
    const criterion = rubric.criteria.find((one) => one.id === id);
    return criterion === undefined ? i18n._("How sure are you?") : words(criterion).label;
  };
  const sentence = ({ criterion, reason }: MarkGap) =>
    reason === "score"
      ? i18n._("{criterion}: choose a mark, or say that it cannot be assessed.", { criterion: labelOf(criterion) })
      : i18n._("{criterion}: write why.", { criterion: labelOf(criterion) });
  const check = async () => {
    setAttempt((count) => count + 1);
    const stored = await edit.flush();
    if (gapsOf(rubric, edit.draft).length === 0 && stored) onChecked();
  };
  const { problem } = edit.state;
  return (
    <form
      className="card desk"
      aria-label={i18n._("Scoring form")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <ScoreTotal rubric={rubric} draft={edit.draft} />
      <div className="desk-notes">
        <ErrorSummary
          faults={gaps.map((gap) => ({ name: `${gap.criterion}.${partOf(gap)}`, message: sentence(gap) }))}
          attempt={attempt}
        />
        <ClashNote state={edit.state} label={labelOf} shown={(_, stored) => shownMark(stored)} choose={edit.choose} />
        {problem !== undefined && (
          <ProblemNote problem={isApiProblem(problem) ? refusal(problem) : problem} kept="typed" />
        )}
      </div>
      {rubric.criteria.map((criterion, index) => (
        <ScoreField
          key={criterion.id}
          criterion={criterion}
          words={words(criterion)}
          mark={markOf(criterion.id)}
          present={index === present}
          faults={gaps.filter((gap) => gap.criterion === criterion.id).map(sentence)}
          onChange={(change) => edit.mark(criterion.id, change)}
          onFocus={() => onPresent(index)}
        />
      ))}
      <Confidence value={edit.draft.confidence} onChange={edit.confide} />
      <div className="send">
        <Button type="submit" kind="primary">
          {i18n._("Check and send")}
        </Button>
        <span className="tiny muted">{i18n._("Nobody sees your marks before you send.")}</span>
      </div>
    </form>
  );
}

function partOf({ reason }: MarkGap): string {
  return reason === "score" ? "score" : "toApplicant";
}

function shownMark(stored: unknown): string {
  if (typeof stored === "number") return String(stored);
  const { score, toApplicant, toPark } = (stored ?? {}) as Partial<StoredMark>;
  return [score, toApplicant, toPark].filter((text) => text !== undefined && text !== "").join("\n");
}

interface ConfidenceProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Confidence({ value, onChange }: ConfidenceProps) {
  const { i18n } = useLingui();
  const options: readonly [number, string][] = [
    [1, i18n._("1, low")],
    [2, i18n._("2, medium")],
    [3, i18n._("3, high")],
  ];
  return (
    <fieldset className="cr">
      <legend>
        <span className="b">{i18n._("How sure are you?")}</span>
      </legend>
      <div className="sc">
        {options.map(([number, label]) => (
          <label key={number}>
            <input type="radio" name="confidence" checked={value === number} onChange={() => onChange(number)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
