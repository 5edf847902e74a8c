/** Say whether a request for redress can be examined: by an officer who took no part in the decision. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { ActPage } from "../staff/act-page.tsx";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { RedressRequest } from "./redress-request.tsx";

export function RoutePage() {
  const { i18n } = useLingui();
  return (
    <ActPage
      kind="admit-redress"
      act={i18n._("Send my answer")}
      evidence={(view) => <RedressRequest view={view} />}
      answer={(view) => <Answer view={view} />}
    />
  );
}

const schema = z.object({
  outcome: z.string().pipe(z.enum(["admitted", "inadmissible"], /*i18n*/ "Choose your answer.")),
  reasons: z.string().trim().max(4000, /*i18n*/ "Say it in at most 4,000 characters."),
  noInterest: noInterestSchema,
});

function Answer({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const form = usePageForm(schema, { outcome: "", reasons: "", noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/redress/admission", { params: { caseId: view.caseId }, body, key }),
  });
  const options = [
    {
      value: "admitted",
      label: i18n._("Yes, examine it"),
      hint: i18n._("The company is told; the outcome is due in 30 working days."),
    },
    {
      value: "inadmissible",
      label: i18n._("No"),
      hint: i18n._("Out of time, without one of the three grounds, or without a fact. The company gets your reasons."),
    },
  ];
  return (
    <Card title={i18n._("Your answer")}>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <RadioField name="outcome" label={i18n._("Can it be examined?")} options={options} />
        <TextAreaField name="reasons" label={i18n._("Reasons, to the company")} rows={6} limit={4000} />
        <NoInterestField />
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {i18n._("Send my answer")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
