/** The form of finance for a slip of withheld tax: that it was filed, when, and how the authority confirmed it. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Card } from "../../component/card.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { Form } from "../../component/form.tsx";
import { TextField } from "../../component/text-field.tsx";
import { dateSchema, noDate } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { NoInterestField, noInterestSchema } from "../staff/no-interest.tsx";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import { Send } from "./reasons-card.tsx";

const schema = z.object({
  confirmation: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Enter the number of the confirmation.")
    .max(60, /*i18n*/ "The number of the confirmation has at most 60 characters."),
  filedOn: dateSchema(/*i18n*/ "Enter the day on which it was filed, like 24 2 2027."),
  noInterest: noInterestSchema,
});

interface Props {
  readonly view: CaseView;
  readonly task: CaseView["tasks"][number];
  readonly parkId: string;
}

export function SlipForm({ view, task, parkId }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const { caseId } = view;
  const claim = Number(task.slot.slice(parkId.length + 1));
  const found = view.claims.find((one) => one.claim === claim);
  const withheld = found?.draws?.find((draw) => draw.parkId === parkId)?.withheld;
  const form = usePageForm(schema, { confirmation: "", filedOn: noDate, noInterest: false });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/slips", { params: { caseId }, body: { ...body, parkId, claim }, key }),
  });
  return (
    <Card
      title={i18n._("File the slip {form}", { form: found?.assessment?.withholding?.[0]?.slip.form ?? "" })}
      aside={i18n._("Until {day}", { day: format.date(task.due) })}
    >
      <Form name={`slip-${task.slot}`} form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <p>
          {i18n._(
            "{tax} was withheld from {provider} with claim {claim}. File it with the tax authority, then say so here.",
            {
              tax: format.money(withheld),
              provider: view.provider?.name ?? "",
              claim,
            },
          )}
        </p>
        <TextField
          name="confirmation"
          label={i18n._("Number of the confirmation")}
          hint={i18n._("Kept with the case as the proof of filing.")}
        />
        <DateFields name="filedOn" label={i18n._("Filed on")} />
        <NoInterestField />
        <Send busy={act.isPending}>{i18n._("Say that it was filed")}</Send>
      </Form>
    </Card>
  );
}
