/** One criterion: its mark, what the mark means, why, and what only the park reads. */

import { useLingui } from "@lingui/react";
import type { Criterion } from "@multihelix/core/review/rubric.ts";
import { fieldId } from "../../form/field-errors.ts";
import type { CriterionWords } from "../case/use-criterion-words.ts";
import { type Mark, type Score, scale } from "./review-marks.ts";

interface Props {
  readonly criterion: Criterion;
  readonly words: CriterionWords;
  readonly mark: Mark;
  readonly present: boolean;
  /** What is missing, once the reviewer has tried to send. */
  readonly faults: readonly string[];
  readonly onChange: (change: Partial<Mark>) => void;
  readonly onFocus: () => void;
}

/** Id of the element that takes the focus for the mark, or for the reason. */
export function markId(criterion: string, part: "score" | "toApplicant"): string {
  return fieldId(`${criterion}.${part}`);
}

export function ScoreField({ criterion, words, mark, present, faults, onChange, onFocus }: Props) {
  const { i18n } = useLingui();
  const group = markId(criterion.id, "score");
  const leftOut: readonly [Score, string][] = [
    ["not-assessable", i18n._("Not assessable")],
    ["out-of-scope", i18n._("Out of scope")],
  ];
  const choices: readonly (readonly [Score, string])[] = [
    ...scale(criterion).map((score) => [score, String(score)] as const),
    ...leftOut,
  ];
  const why = `${group}-fault`;
  // A group that holds the choice, or its first radio where nothing is chosen, takes the focus.
  const focusable = choices.some(([score]) => score === mark.score) ? mark.score : choices[0]?.[0];
  return (
    <fieldset
      className={present ? "cr now" : "cr"}
      onFocus={onFocus}
      aria-describedby={faults.length > 0 ? why : undefined}
    >
      <legend>
        <span className="b">{words.label}</span>
        <span className="muted small num">{i18n._("weight {weight}", { weight: criterion.weight })}</span>
      </legend>
      {words.question !== undefined && <p className="small muted">{words.question}</p>}
      {faults.length > 0 && (
        <p className="field-error" id={why}>
          {faults.join(" ")}
        </p>
      )}
      <div className="sc">
        {choices.map(([score, label]) => (
          <label key={label} className={typeof score === "number" ? undefined : "na"}>
            <input
              type="radio"
              id={score === focusable ? group : undefined}
              name={group}
              checked={mark.score === score}
              onChange={() => onChange({ score })}
            />
            <span className="num">{label}</span>
          </label>
        ))}
      </div>
      <Anchor words={words} score={mark.score} />
      <Text
        id={markId(criterion.id, "toApplicant")}
        label={i18n._("Why")}
        who={i18n._("(the company reads this)")}
        value={mark.toApplicant}
        onChange={(toApplicant) => onChange({ toApplicant })}
      />
      <details className="to-park" open={mark.toPark !== "" || undefined}>
        <summary>{i18n._("A remark for the park only")}</summary>
        <Text
          id={fieldId(`${criterion.id}.toPark`)}
          label={i18n._("Remark")}
          who={i18n._("(only the park reads this)")}
          value={mark.toPark}
          onChange={(toPark) => onChange({ toPark })}
        />
      </details>
    </fieldset>
  );
}

function Anchor({ words, score }: { readonly words: CriterionWords; readonly score: Score | undefined }) {
  const { i18n } = useLingui();
  if (score === undefined) return <p className="an small">{i18n._("Choose a mark to see what it means.")}</p>;
  if (score === "not-assessable")
    return <p className="an small">{i18n._("Left out of the result, never counted as zero.")}</p>;
  if (score === "out-of-scope")
    return <p className="an small">{i18n._("Left out of the result; the park looks at it.")}</p>;
  const anchor = words.anchor(score);
  return (
    <p className="an small">
      <b className="m">{score}</b>
      {anchor === undefined ? "" : `, ${anchor}`}
    </p>
  );
}

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly who: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Text({ id, label, who, value, onChange }: TextProps) {
  const { i18n } = useLingui();
  const count = [...value].length;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} <span className="muted who-reads">{who}</span>
      </label>
      <textarea
        className="input"
        id={id}
        rows={3}
        maxLength={4000}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
      />
      {count > 0 && <p className="tiny muted">{i18n._("{count} of about 1,000 characters", { count })}</p>}
    </div>
  );
}
