/** The company says in a few words what came of its voucher: as many questions as it wants to answer. */
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
import { languageOf } from "../../language/language.ts";
import { useAct } from "../../use-act.ts";
import { type CaseView, myTask } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { mayWrite, useLevel } from "../case/use-level.ts";
import { useRefusal } from "../case/use-refusal.ts";

type Asked = NonNullable<NonNullable<CaseView["voucher"]>["followUps"]>[number];

export function FollowUpCard({ view }: { readonly view: CaseView }) {
  const task = myTask(view, "answer-kpi");
  const asked = view.voucher?.followUps?.find(({ month }) => month === task?.round);
  return task === undefined || asked === undefined ? null : <Ask view={view} asked={asked} due={task.due} />;
}

function Ask({ view, asked, due }: { readonly view: CaseView; readonly asked: Asked; readonly due: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const { caseId } = view;
  const level = useLevel(view.applicant.organisationId);
  const language = languageOf(i18n.locale);
  const keptAs = `follow-up:${caseId}:${asked.month}`;
  const answer = z.string().trim().max(2000, /*i18n*/ "Say it in at most 2,000 characters.");
  const schema = z.object({ answers: z.array(answer) }).refine(({ answers }) => answers.some((text) => text !== ""), {
    path: ["answers", 0],
    message: /*i18n*/ "Answer at least one question.",
  });
  const [first] = useState(() => keptValues(keptAs, { answers: asked.questions.map(() => "") }));
  const form = usePageForm(schema, first);
  useKeptForm(form, keptAs);
  const send = useAct({
    send: ({ answers }: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/follow-up", {
        params: { caseId },
        body: {
          answers: asked.questions.flatMap(({ id }, index) => {
            const text = answers[index] ?? "";
            return text === "" ? [] : [{ id, text }];
          }),
        },
        key,
      }),
    onDone: () => forget(keptAs),
  });
  return (
    <Card title={i18n._("What came of the voucher?")}>
      <Form form={form} onSend={(values) => send.mutate(values)} problem={refusal(send.error)}>
        <p>
          {i18n._(
            "{months} months ago the voucher was paid. A few words help the park to see what vouchers do. You can answer until {day}; not answering has no consequence.",
            { months: asked.month, day: format.date(due, "full") },
          )}
        </p>
        {asked.questions.map(({ id, text }, index) => (
          <TextAreaField
            key={id}
            name={`answers.${index}`}
            label={text[language] ?? Object.values(text)[0] ?? ""}
            rows={3}
            limit={2000}
          />
        ))}
        <div>
          {mayWrite(level) ? (
            <Button type="submit" kind="primary" busy={send.isPending}>
              {i18n._("Send the answers")}
            </Button>
          ) : (
            <Button notAllowed={i18n._("An owner or editor of your company answers.")}>
              {i18n._("Send the answers")}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}
