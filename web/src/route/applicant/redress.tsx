/** Asking once for a new look at a decision, and what became of the request. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Form } from "../../component/form.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { Tag, type TagState } from "../../component/tag.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { forget, keptValues, useKeptForm } from "../../form/kept.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { type CaseView, redressQuery } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { type Redress, useGroundWords } from "../case/use-ground-words.ts";
import { mayWrite, useLevel } from "../case/use-level.ts";
import { useRefusal } from "../case/use-refusal.ts";

export function RedressCard({ view }: { readonly view: CaseView }) {
  const query = useQuery({
    ...redressQuery(view.caseId),
    enabled: view.submittedAt !== undefined,
  });
  if (query.data === undefined) return null;
  const { redress, may, until } = query.data;
  if (redress !== undefined) return <Asked redress={redress} />;
  return may ? <Ask view={view} until={until} /> : null;
}

function Asked({ redress }: { readonly redress: Redress }) {
  const { i18n } = useLingui();
  const grounds = useGroundWords();
  const states: Record<Redress["status"], readonly [TagState, string]> = {
    asked: ["now", i18n._("Received")],
    admitted: ["now", i18n._("Being examined")],
    inadmissible: ["bad", i18n._("Not admitted")],
    upheld: ["ok", i18n._("Upheld")],
    partly: ["warn", i18n._("Partly upheld")],
    rejected: ["bad", i18n._("Rejected")],
  };
  const [state, words] = states[redress.status];
  const answer = redress.outcome ?? redress.admission;
  return (
    <Card title={i18n._("Your request for a new look")} aside={<Tag state={state}>{words}</Tag>}>
      <p>
        {grounds[redress.ground]}, <DateTime at={redress.at} show="date" />
      </p>
      <blockquote className="asked">{redress.reasons}</blockquote>
      {answer !== undefined && answer.reasons !== "" && (
        <>
          <p className="small muted">
            {i18n._("Answer")}, <DateTime at={answer.at} show="date" />
          </p>
          <blockquote className="asked">{answer.reasons}</blockquote>
        </>
      )}
    </Card>
  );
}

const schema = z.object({
  ground: z
    .string()
    .pipe(
      z.enum(["rule-misapplied", "fact-overlooked", "conflict-missed"], /*i18n*/ "Choose the ground of your request."),
    ),
  reasons: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Say what went wrong.")
    .max(4000, /*i18n*/ "Say it in at most 4,000 characters."),
});

function Ask({ view, until }: { readonly view: CaseView; readonly until: string | undefined }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const grounds = useGroundWords();
  const { caseId } = view;
  const level = useLevel(view.applicant.organisationId);
  const [asked, setAsked] = useState(false);
  const keptAs = `redress:${caseId}`;
  const [first] = useState(() => keptValues(keptAs, { ground: "", reasons: "" }));
  const form = usePageForm(schema, first);
  useKeptForm(form, keptAs);
  const send = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/redress", { params: { caseId }, body, key }),
    onDone: () => forget(keptAs),
  });
  const act = i18n._("Ask for a new look");
  return (
    <Card title={i18n._("A new look at this decision")}>
      <div className="stack">
        <p>
          {i18n._(
            "You can ask once. Somebody who took no part in the decision says within 10 working days whether it can be examined, and answers within 30.",
          )}
          {until !== undefined && ` ${i18n._("You can ask until {day}.", { day: format.date(until, "full") })}`}
        </p>
        {!mayWrite(level) && (
          <div>
            <Button notAllowed={i18n._("An owner or editor of your company asks.")}>{act}</Button>
          </div>
        )}
        {mayWrite(level) && !asked && (
          <div>
            <Button onClick={() => setAsked(true)}>{act}</Button>
          </div>
        )}
        {mayWrite(level) && asked && (
          <Form form={form} onSend={(values) => send.mutate(values)} problem={refusal(send.error)}>
            <RadioField
              name="ground"
              label={i18n._("What went wrong?")}
              options={Object.entries(grounds).map(([value, label]) => ({ value, label }))}
            />
            <TextAreaField
              name="reasons"
              label={i18n._("In your own words")}
              hint={i18n._("Name the rule, the fact or the person. That you would decide otherwise is no ground.")}
              rows={7}
              limit={4000}
            />
            <div>
              <Button type="submit" kind="primary" busy={send.isPending}>
                {i18n._("Send the request")}
              </Button>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}
