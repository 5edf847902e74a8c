/** An approver hands their answer to a colleague until a day, with the reason; what is handed on is shown and can be taken back. */
import { useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { type ApiResult, api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { Form } from "../../component/form.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { dateSchema, noDate } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { useDutyWords } from "../staff/duty-words.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";

type Handing = ApiResult<"get", "/api/cases/{caseId}/approvals/{parkId}/handing-on">;

interface Props {
  readonly view: Pick<CaseView, "caseId">;
  readonly parkId: string;
}

const handingQuery = (caseId: string, parkId: string) =>
  queryOptions({
    queryKey: ["case", caseId, "handing-on", parkId],
    queryFn: ({ signal }) =>
      api("get", "/api/cases/{caseId}/approvals/{parkId}/handing-on", { params: { caseId, parkId }, signal }),
  });

const schema = z.object({
  to: z.string().min(1, /*i18n*/ "Choose a colleague."),
  until: dateSchema(/*i18n*/ "Type the last day on which your colleague may answer."),
  reason: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Say why you hand it on.")
    .max(500, /*i18n*/ "Shorten it to 500 characters."),
});
type Values = z.output<typeof schema>;

export function HandingCard({ view, parkId }: Props) {
  const { i18n } = useLingui();
  const duty = useDutyWords();
  const { data } = useQuery(handingQuery(view.caseId, parkId));
  // Of no use to who reads along: without the role there is nothing to hand on.
  if (data === undefined || (data.refusal?.code === "actor.role-needed" && data.handed.length === 0)) return null;
  if (!data.allowed && data.colleagues.length === 0 && data.handed.length === 0) return null;
  const away = data.handed.some(({ mine }) => mine);
  return (
    <Card title={i18n._("Hand this approval on")}>
      <Handed handed={data.handed} caseId={view.caseId} parkId={parkId} />
      {!away && data.refusal !== undefined && <Button notAllowed={duty(data.refusal)}>{i18n._("Hand it on")}</Button>}
      {!away && data.refusal === undefined && data.colleagues.length === 0 && (
        <p className="small muted">{i18n._("No colleague may answer in your place.")}</p>
      )}
      {!away && data.refusal === undefined && data.colleagues.length > 0 && (
        <HandOn caseId={view.caseId} parkId={parkId} colleagues={data.colleagues} />
      )}
    </Card>
  );
}

interface HandedProps {
  readonly handed: Handing["handed"];
  readonly caseId: string;
  readonly parkId: string;
}

function Handed({ handed, caseId, parkId }: HandedProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const act = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/cases/{caseId}/approvals/{parkId}/taking-back", { params: { caseId, parkId }, body: {}, key }),
  });
  const problem = refusal(act.error);
  return (
    <>
      {problem != null && <ProblemNote problem={problem} />}
      {handed.map(({ from, to, reason, until, mine }) => (
        <div key={`${from} ${to} ${until}`} className="stack">
          <p>{i18n._("{from} handed this approval to {to}, until {day}.", { from, to, day: format.date(until) })}</p>
          <p className="quoted">{reason}</p>
          {mine && (
            <Button busy={act.isPending} onClick={() => act.mutate(undefined)}>
              {i18n._("Take it back")}
            </Button>
          )}
        </div>
      ))}
    </>
  );
}

interface HandOnProps {
  readonly caseId: string;
  readonly parkId: string;
  readonly colleagues: Handing["colleagues"];
}

function HandOn({ caseId, parkId, colleagues }: HandOnProps) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const form = usePageForm(schema, { to: "", until: noDate, reason: "" });
  const act = useAct({
    send: (body: Values, key) =>
      api("post", "/api/cases/{caseId}/approvals/{parkId}/handing-on", {
        params: { caseId, parkId },
        body: { ...body, to: body.to as Handing["colleagues"][number]["personId"] },
        key,
      }),
  });
  return (
    <details className="more">
      <summary>{i18n._("Hand it to a colleague")}</summary>
      <Form name="hand-on" form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <SelectField
          name="to"
          label={i18n._("Colleague")}
          placeholder={i18n._("Choose")}
          options={colleagues.map(({ personId, name, substitute }) => ({
            value: personId,
            label: substitute ? i18n._("{name}, substitute", { name }) : name,
          }))}
        />
        <DateFields
          name="until"
          label={i18n._("Until")}
          hint={i18n._("After this day it is yours again. The due day of the task stays.")}
        />
        <TextAreaField
          name="reason"
          label={i18n._("Why you hand it on")}
          hint={i18n._("Your colleague reads it, and it stays with the case.")}
          rows={2}
          limit={500}
        />
        <div>
          <Button type="submit" busy={act.isPending}>
            {i18n._("Hand it on")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
