/** One question being built: its kind, its words in each language of the call, what may be chosen, and what it hangs on. */
import { useLingui } from "@lingui/react";
import { type Widget, widgets } from "@multihelix/core/call/question-set.ts";
import { useId } from "react";
import { Button } from "../../component/button.tsx";
import { type DraftQuestion, freeId } from "./draft-question.ts";
import { HangsOn } from "./hangs-on.tsx";

interface Props {
  readonly question: DraftQuestion;
  readonly place: number;
  readonly last: number;
  readonly earlier: readonly DraftQuestion[];
  readonly languages: readonly string[];
  readonly onChange: (question: DraftQuestion) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

export function QuestionEditor({ question, place, last, earlier, languages, onChange, onMove, onRemove }: Props) {
  const { i18n } = useLingui();
  const kinds = useWidgetNames();
  const id = useId();
  const number = place + 1;
  const set = (part: Partial<DraftQuestion>) => onChange({ ...question, ...part });
  return (
    <fieldset className="card one-question">
      <legend className="m">
        {i18n._("Question {number}", { number })} <span className="mono small muted">{question.id}</span>
      </legend>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{i18n._("Kind of answer")}</label>
        <select
          className="input"
          id={`${id}-kind`}
          value={question.widget}
          onChange={(event) => set({ widget: event.currentTarget.value as Widget })}
        >
          {widgets.map((widget) => (
            <option key={widget} value={widget}>
              {kinds[widget]}
            </option>
          ))}
        </select>
      </div>
      {languages.map((language) => (
        <Words
          key={language}
          language={language}
          label={i18n._("Question, {language}", { language })}
          value={question.title[language]}
          onChange={(text) => set({ title: { ...question.title, [language]: text } })}
        />
      ))}
      {languages.map((language) => (
        <Words
          key={language}
          language={language}
          label={i18n._("Hint, {language}, if you wish", { language })}
          value={question.help[language]}
          onChange={(text) => set({ help: { ...question.help, [language]: text } })}
        />
      ))}
      {(question.widget === "text" || question.widget === "long-text") && (
        <div className="field">
          <label htmlFor={`${id}-most`}>{i18n._("At most so many characters")}</label>
          <input
            className="input short"
            id={`${id}-most`}
            inputMode="numeric"
            value={question.most}
            onChange={(event) => set({ most: event.currentTarget.value })}
          />
        </div>
      )}
      {(question.widget === "choice" || question.widget === "choices") && (
        <Options question={question} languages={languages} onChange={(options) => set({ options })} />
      )}
      <label className="choice">
        <input
          type="checkbox"
          checked={question.required}
          onChange={(event) => set({ required: event.currentTarget.checked })}
        />
        <span>{i18n._("It must be answered")}</span>
      </label>
      <HangsOn value={question.hangsOn} earlier={earlier} onChange={(hangsOn) => set({ hangsOn })} />
      <div className="row">
        <Button small onClick={() => onMove(-1)} notAllowed={place === 0 ? i18n._("It is the first.") : undefined}>
          {i18n._("Up")} <span className="sr">{i18n._("Question {number}", { number })}</span>
        </Button>
        <Button small onClick={() => onMove(1)} notAllowed={place === last ? i18n._("It is the last.") : undefined}>
          {i18n._("Down")} <span className="sr">{i18n._("Question {number}", { number })}</span>
        </Button>
        <Button small kind="quiet" onClick={onRemove}>
          {i18n._("Remove question {number}", { number })}
        </Button>
      </div>
    </fieldset>
  );
}

interface WordsProps {
  readonly language: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (text: string) => void;
}

function Words({ language, label, value, onChange }: WordsProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        className="input"
        id={id}
        lang={language}
        value={value ?? ""}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

interface OptionsProps {
  readonly question: DraftQuestion;
  readonly languages: readonly string[];
  readonly onChange: (options: DraftQuestion["options"]) => void;
}

function Options({ question: { options }, languages, onChange }: OptionsProps) {
  const { i18n } = useLingui();
  const ids = options.map(({ id }) => id);
  return (
    <>
      {options.map((option, index) =>
        languages.map((language) => (
          <Words
            key={`${option.id} ${language}`}
            language={language}
            label={i18n._("Answer {number}, {language}", { number: index + 1, language })}
            value={option.label[language]}
            onChange={(text) =>
              onChange(
                options.map((one) =>
                  one.id === option.id ? { ...one, label: { ...one.label, [language]: text } } : one,
                ),
              )
            }
          />
        )),
      )}
      <div className="row">
        <Button small onClick={() => onChange([...options, { id: freeId("o", ids), label: {} }])}>
          {i18n._("Add an answer")}
        </Button>
        {options.length > 2 && (
          <Button small kind="quiet" onClick={() => onChange(options.slice(0, -1))}>
            {i18n._("Remove answer {number}", { number: options.length })}
          </Button>
        )}
      </div>
    </>
  );
}

function useWidgetNames(): Readonly<Record<Widget, string>> {
  const { i18n } = useLingui();
  return {
    text: i18n._("One line of text"),
    "long-text": i18n._("Several lines of text"),
    number: i18n._("A whole number"),
    money: i18n._("An amount of money"),
    date: i18n._("A day"),
    choice: i18n._("One of several answers"),
    choices: i18n._("Any of several answers"),
    "yes-no": i18n._("Yes or no"),
  };
}
