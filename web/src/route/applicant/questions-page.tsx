/** Section: what this call asks besides the fixed sections. */
import { useLingui } from "@lingui/react";
import { useFormContext } from "react-hook-form";
import { Note } from "../../component/note.tsx";
import { OtherLanguage } from "../../component/other-language.tsx";
import { languageFor } from "../../language/in-language.ts";
import { QuestionField } from "../case/question-field.tsx";
import { type QuestionForm, shownIn, type TypedAnswers, useQuestionForm } from "./question-fields.ts";
import { SectionForm, SectionPage, type SectionParts } from "./section-page.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <SectionPage title={i18n._("Questions of this call")} lead={i18n._("Each answer is saved while you type.")}>
      {(parts) => <Questions {...parts} />}
    </SectionPage>
  );
}

function Questions({ view, call }: SectionParts) {
  const { i18n } = useLingui();
  const form = useQuestionForm(call);
  if (form.questions.length === 0) return <Note>{i18n._("This call has no questions of its own.")}</Note>;
  const language = languageFor(form.questions[0]?.title ?? {}, i18n.locale);
  return (
    <SectionForm<TypedAnswers> view={view} section="questions" fields={form.fields} schema={form.schema}>
      <OtherLanguage language={language} />
      <Shown form={form} currency={call.currency} />
    </SectionForm>
  );
}

/** A question that hangs on another appears and goes with its answer; what was typed in it is kept. */
function Shown({ form, currency }: { readonly form: QuestionForm; readonly currency: string }) {
  const { i18n } = useLingui();
  const { watch } = useFormContext<TypedAnswers>();
  return shownIn(form, watch()).map((question) => (
    <QuestionField key={question.id} question={question} currency={currency} language={i18n.locale} />
  ));
}
