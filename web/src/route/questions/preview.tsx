/** The form as applicants see it, in one of the call's languages; what is typed in it goes nowhere. */
import { useLingui } from "@lingui/react";
import { questionsOf, shownQuestions } from "@multihelix/core/call/question-set.ts";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Card } from "../../component/card.tsx";
import { Chip } from "../../component/chip.tsx";
import { QuestionField } from "../case/question-field.tsx";
import { type DraftQuestion, setOf } from "./draft-question.ts";
import type { CallQuestions } from "./questions-page.tsx";

interface Props {
  readonly questions: readonly DraftQuestion[];
  readonly call: CallQuestions;
}

export function Preview({ questions, call }: Props) {
  const { i18n } = useLingui();
  const [chosen, setChosen] = useState(call.languages[0] ?? "en");
  const form = useForm<Record<string, unknown>>();
  const asked = questionsOf(setOf(questions));
  const typed = form.watch();
  const read = (answer: unknown) => (answer === "yes" ? true : answer === "no" ? false : answer);
  const answers = Object.fromEntries(
    asked.map(({ id, widget }) => [id, widget === "yes-no" ? read(typed[id]) : typed[id]]),
  );
  return (
    <Card title={i18n._("As applicants see it")}>
      <div className="stack">
        {call.languages.length > 1 && (
          <fieldset className="row park-filter">
            <legend className="sr">{i18n._("Language of the preview")}</legend>
            {call.languages.map((language) => (
              <Chip key={language} on={chosen === language} onToggle={() => setChosen(language)}>
                {language}
              </Chip>
            ))}
          </fieldset>
        )}
        {asked.length === 0 && <p className="small muted">{i18n._("Nothing is asked yet.")}</p>}
        <FormProvider {...form}>
          <div className="form" lang={chosen}>
            {shownQuestions(asked, answers).map((question) => (
              <QuestionField
                key={`${question.id} ${question.widget}`}
                question={question}
                currency={call.currency}
                language={chosen}
              />
            ))}
          </div>
        </FormProvider>
      </div>
    </Card>
  );
}
