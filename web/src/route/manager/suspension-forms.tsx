/** The forms by which a manager stops the use of a voucher for a while, and lets it go on. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { ReasonsCard, Send } from "./reasons-card.tsx";

interface Props {
  readonly view: CaseView;
}

export function Suspension({ view: { caseId } }: Props) {
  const { i18n } = useLingui();
  return (
    <ReasonsCard
      name="suspension"
      title={i18n._("Suspend the voucher")}
      lead={i18n._(
        "Nobody is asked for a report meanwhile, and its days are added to the validity. You are asked within 20 working days how it goes on.",
      )}
      hint={i18n._("Both parties read them in a letter.")}
      act={i18n._("Suspend the voucher")}
      send={(body, key) => api("post", "/api/cases/{caseId}/suspension", { params: { caseId }, body, key })}
    />
  );
}

const sureSchema = z.object({ noInterest: noInterestSchema });

export function Resumption({ view: { caseId, voucher } }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const form = usePageForm(sureSchema, { noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof sureSchema>, key) =>
      api("post", "/api/cases/{caseId}/resumption", { params: { caseId }, body, key }),
  });
  const last = voucher?.suspensions?.at(-1);
  return (
    <Card title={i18n._("Let the voucher go on")}>
      {last !== undefined && (
        <p>{i18n._("Suspended on {day}: {reasons}", { day: format.date(last.at), reasons: last.reasons })}</p>
      )}
      <p className="small muted">
        {i18n._(
          "The days since then are added to its validity, both parties get a letter. If it cannot go on, propose to cancel it.",
        )}
      </p>
      <Form name="resumption" form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <NoInterestField />
        <Send busy={act.isPending}>{i18n._("Let the voucher go on")}</Send>
      </Form>
    </Card>
  );
}
