/** Answering the park's question about a claim, with corrected invoice lines where they are wrong. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { Form } from "../../component/form.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { forget, keptValues, useKeptForm } from "../../form/kept.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useLocales } from "../../language/use-locales.ts";
import { useAct } from "../../use-act.ts";
import { type CaseView, callQuery } from "./case-query.ts";
import { currenciesOf } from "./currencies.ts";
import { EvidenceUploads, payeeKinds } from "./evidence.tsx";
import { InvoiceLines } from "./invoice-lines.tsx";
import { typedLines } from "./invoice-schema.ts";
import { answerSchema, type SentAnswer, type TypedAnswer } from "./report-schema.ts";
import { useFormat } from "./use-format.ts";
import { usePlacesAsked } from "./use-places-asked.ts";
import { useRefusal } from "./use-refusal.ts";
import "./case.css";

interface Props {
  readonly view: CaseView;
  readonly due: string;
}

export function QueryAnswer({ view, due }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const [locale = "en-GB"] = useLocales();
  const { caseId } = view;
  const call = useQuery(callQuery(view.callId)).data;
  const claim = view.claims.at(-1);
  const asked = claim?.queries.at(-1)?.question;
  const keptAs = `query:${caseId}:${claim?.queries.length ?? 0}`;
  const currencies = useMemo(() => currenciesOf(view), [view]);
  const [first] = useState(() =>
    keptValues<TypedAnswer>(keptAs, {
      answer: "",
      correct: false,
      currency: claim?.lines[0]?.net.currency ?? currencies[0] ?? "EUR",
      lines: typedLines(claim?.lines ?? [], locale),
    }),
  );
  const places = usePlacesAsked(view, call?.pays);
  const asksPlaces = places.length > 0;
  const schema = useMemo(() => answerSchema(currencies, locale, asksPlaces), [currencies, locale, asksPlaces]);
  const form = usePageForm(schema, first);
  const correct = form.watch("correct");
  useKeptForm(form, keptAs);
  const send = useAct({
    send: ({ answer, lines, correct: corrected }: SentAnswer, key) =>
      api("post", "/api/cases/{caseId}/query-answer", {
        params: { caseId },
        body: { outcome: "answered", answer, ...(corrected ? { lines } : {}) },
        key,
      }),
    onDone: () => forget(keptAs),
  });
  return (
    <Card title={i18n._("Answer the question about the claim")}>
      <Form form={form} onSend={(values) => send.mutate(values)} problem={refusal(send.error)}>
        <blockquote className="asked">{asked}</blockquote>
        <p className="small muted">
          {i18n._("Answer by {day}. After that the park decides on what it has.", { day: format.date(due, "full") })}
        </p>
        <TextAreaField name="answer" label={i18n._("Your answer")} rows={6} limit={4000} />
        <CheckField name="correct" label={i18n._("Correct the invoice lines too")} />
        {correct && (
          <InvoiceLines currencies={currencies} countsVat={call?.irrecoverableVat === true} places={places} />
        )}
        <div>
          <EvidenceUploads view={view} kinds={payeeKinds(call?.pays, asksPlaces)} />
        </div>
        <div>
          <Button type="submit" kind="primary" busy={send.isPending}>
            {i18n._("Send the answer")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
