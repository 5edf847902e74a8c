/** On which earlier answer a question hangs: none, or a yes, a no, or one choice of a question above it. */
import { useLingui } from "@lingui/react";
import { useId } from "react";
import { inLanguage } from "../../language/in-language.ts";
import type { DraftQuestion } from "./draft-question.ts";

interface Props {
  /** `question=value`, or empty. */
  readonly value: string;
  readonly earlier: readonly DraftQuestion[];
  readonly onChange: (value: string) => void;
}

export function HangsOn({ value, earlier, onChange }: Props) {
  const { i18n } = useLingui();
  const id = useId();
  const ways = earlier.flatMap((question) => answersOf(question));
  if (ways.length === 0 && value === "") return null;
  const known = ways.some((way) => way.value === value);
  return (
    <div className="field">
      <label htmlFor={id}>{i18n._("Asked only if")}</label>
      <select className="input" id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{i18n._("always")}</option>
        {ways.map((way) => (
          <option key={way.value} value={way.value}>
            {way.label}
          </option>
        ))}
        {!known && value !== "" && <option value={value}>{i18n._("an answer that is not above it any more")}</option>}
      </select>
    </div>
  );

  function answersOf({ id: question, widget, title, options }: DraftQuestion): { value: string; label: string }[] {
    const name = inLanguage(title, i18n.locale) || question;
    const way = (answer: string, words: string) => ({ value: `${question}=${answer}`, label: `${name}: ${words}` });
    if (widget === "yes-no") return [way("true", i18n._("Yes")), way("false", i18n._("No"))];
    if (widget !== "choice") return [];
    return options.map((option) => way(option.id, inLanguage(option.label, i18n.locale) || option.id));
  }
}
