/** Answering the park's question while it checks the application. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { forget, keptValues, useKeptForm } from "../../form/kept.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { DocumentUploads } from "../case/documents.tsx";
import { useFormat } from "../case/use-format.ts";
import { mayWrite, useLevel } from "../case/use-level.ts";
import { useRefusal } from "../case/use-refusal.ts";

const schema = z.object({
  answer: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Write your answer.")
    .max(4000, /*i18n*/ "The answer has at most 4,000 characters."),
});

interface Props {
  readonly view: CaseView;
  readonly due: string;
}

export function AnswerQuestion({ view, due }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const { caseId } = view;
  const level = useLevel(view.applicant.organisationId);
  const keptAs = `question:${caseId}:${view.questions.length}`;
  const [first] = useState(() => keptValues(keptAs, { answer: "" }));
  const form = usePageForm(schema, first);
  useKeptForm(form, keptAs);
  const send = useAct({
    send: (body: { answer: string }, key) =>
      api("post", "/api/cases/{caseId}/answer", { params: { caseId }, body, key }),
    onDone: () => forget(keptAs),
  });
  return (
    <Card title={i18n._("Answer the park's question")}>
      <Form form={form} onSend={(values) => send.mutate(values)} problem={refusal(send.error)}>
        <blockquote className="asked">{view.questions.at(-1)?.question}</blockquote>
        <p className="small muted">
          {i18n._("Answer by {day}. Without an answer the application counts as withdrawn.", {
            day: format.date(due, "full"),
          })}
        </p>
        <TextAreaField name="answer" label={i18n._("Your answer")} rows={7} limit={4000} />
        {mayWrite(level) && <DocumentUploads view={view} />}
        <div>
          {mayWrite(level) ? (
            <Button type="submit" kind="primary" busy={send.isPending}>
              {i18n._("Send the answer")}
            </Button>
          ) : (
            <Button notAllowed={i18n._("An owner or editor of your company answers.")}>
              {i18n._("Send the answer")}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}
