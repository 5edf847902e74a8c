/** Finance takes back the clearing of a claim before its payment is in a batch. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { ReasonsField, reasonsSchema, Send } from "./voucher-forms.tsx";

const schema = z.object({ reasons: reasonsSchema, noInterest: noInterestSchema });

export function ReverseClearing({ view: { caseId } }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const form = usePageForm(schema, { reasons: "", noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/clearing-reversal", { params: { caseId }, body, key }),
    onDone: () => form.reset(),
  });
  return (
    <Card title={i18n._("Take back the clearing of the claim")}>
      <p className="small muted">
        {i18n._(
          "Only while its payment waits for a batch. The claim goes back to the manager, and whoever is paid gets a letter. At most what was cleared can be paid afterwards: the rest has gone back to the pot.",
        )}
      </p>
      <Form name="reverse-clearing" form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <ReasonsField hint={i18n._("The manager reads them.")} />
        <NoInterestField />
        <Send busy={act.isPending}>{i18n._("Take back the clearing")}</Send>
      </Form>
    </Card>
  );
}
