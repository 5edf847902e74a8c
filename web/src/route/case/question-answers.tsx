/** The answers to a call's own questions, to be read: only those that were asked. */
import { useLingui } from "@lingui/react";
import { questionsOf, type SetQuestion, shownQuestions } from "@multihelix/core/call/question-set.ts";
import { inLanguage } from "../../language/in-language.ts";
import type { Call } from "./case-query.ts";
import { useFormat } from "./use-format.ts";

interface Props {
  readonly call: Pick<Call, "questions" | "currency">;
  readonly data: Readonly<Record<string, unknown>>;
  /** Class of the list: pages draw it each in their way. */
  readonly className: string;
}

export function QuestionAnswers({ call, data, className }: Props) {
  const { i18n } = useLingui();
  const words = useAnswerWords(call.currency);
  return (
    <dl className={className}>
      {shownQuestions(questionsOf(call.questions), data).map((question) => {
        const text = words(question, data[question.id]);
        return (
          <div key={question.id}>
            <dt>{inLanguage(question.title, i18n.locale)}</dt>
            <dd className="told">{text === "" ? <span className="muted">{i18n._("No answer")}</span> : text}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A stored answer in words; empty where there is none. */
export function useAnswerWords(currency: string): (question: SetQuestion, stored: unknown) => string {
  const { i18n } = useLingui();
  const format = useFormat();
  return ({ widget, options }, stored) => {
    const option = (value: unknown) =>
      inLanguage(options.find(({ id }) => id === value)?.label ?? {}, i18n.locale) || String(value);
    if (stored === undefined || stored === null) return "";
    if (Array.isArray(stored)) return stored.map(option).join("; ");
    if (typeof stored === "boolean") return stored ? i18n._("Yes") : i18n._("No");
    if (typeof stored === "number")
      return widget === "money" ? format.money({ amount: stored, currency }) : format.number(stored);
    if (widget === "choice") return option(stored);
    return widget === "date" ? format.day(String(stored)) : String(stored);
  };
}
