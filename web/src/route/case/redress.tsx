/** Asking once for a new look at a decision, and what became of each request: of either party, about its own decisions. */
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
import { type CaseView, redressQuery } from "./case-query.ts";
import { useAgainstWords } from "./use-against-words.ts";
import { useFormat } from "./use-format.ts";
import { type Redress, useGroundWords } from "./use-ground-words.ts";
import { mayWrite, useLevel } from "./use-level.ts";
import { useRefusal } from "./use-refusal.ts";

export function RedressCards({ view }: { readonly view: CaseView }) {
  const query = useQuery({
    ...redressQuery(view.caseId),
    enabled: view.submittedAt !== undefined,
  });
  if (query.data === undefined) return null;
  const { redress, earlier, may, asks } = query.data;
  return (
    <>
      {may && asks.map((ask) => <Ask key={nameOf(ask)} view={view} ask={ask} />)}
      {redress !== undefined && <Asked redress={redress} />}
      {earlier.toReversed().map((before) => (
        <Asked key={before.redressId} redress={before} />
      ))}
    </>
  );
}

type Asking = Pick<Redress, "against" | "claim" | "recovery"> & { readonly until?: string | undefined };

const nameOf = ({ against, claim, recovery }: Asking) => ["redress", against, claim ?? recovery ?? ""].join("-");

function Asked({ redress }: { readonly redress: Redress }) {
  const { i18n } = useLingui();
  const grounds = useGroundWords();
  const format = useFormat();
  const about = useAgainstWords();
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
  const amount = redress.outcome?.amount;
  return (
    <Card title={i18n._("Your request for a new look")} aside={<Tag state={state}>{words}</Tag>}>
      <p>{about(redress)}</p>
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
      {amount !== undefined && redress.against === "claim-cut" && (
        <p>{i18n._("Others check at most {amount} of what was cut.", { amount: format.money(amount) })}</p>
      )}
      {amount !== undefined && redress.against === "recovery" && redress.status === "partly" && (
        <p>{i18n._("In all, {amount} is still asked back.", { amount: format.money(amount) })}</p>
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

function Ask({ view, ask }: { readonly view: CaseView; readonly ask: Asking }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const grounds = useGroundWords();
  const about = useAgainstWords();
  const { caseId } = view;
  const { until, against, claim, recovery } = ask;
  const own = view.audience === "provider" ? view.provider?.organisationId : view.applicant.organisationId;
  const level = useLevel(own ?? view.applicant.organisationId);
  const [asked, setAsked] = useState(false);
  const name = nameOf(ask);
  const keptAs = `${name}:${caseId}`;
  const [first] = useState(() => keptValues(keptAs, { ground: "", reasons: "" }));
  const form = usePageForm(schema, first);
  useKeptForm(form, keptAs);
  const number = claim ?? recovery;
  const send = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/redress", {
        params: { caseId },
        body: { ...body, against, ...(number === undefined ? {} : { number }) },
        key,
      }),
    onDone: () => forget(keptAs),
  });
  const act = i18n._("Ask for a new look");
  return (
    <Card title={i18n._("A new look at this decision")}>
      <div className="stack">
        <p>{about(ask)}</p>
        <p>
          {i18n._(
            "You can ask once. Somebody who took no part in the decision says within 10 working days whether it can be examined, and answers within 30.",
          )}
          {until !== undefined && ` ${i18n._("You can ask until {day}.", { day: format.date(until, "full") })}`}
        </p>
        {!mayWrite(level) && (
          <div>
            <Button notAllowed={i18n._("An owner or editor of your organisation asks.")}>{act}</Button>
          </div>
        )}
        {mayWrite(level) && !asked && (
          <div>
            <Button onClick={() => setAsked(true)}>{act}</Button>
          </div>
        )}
        {mayWrite(level) && asked && (
          <Form name={name} form={form} onSend={(values) => send.mutate(values)} problem={refusal(send.error)}>
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
