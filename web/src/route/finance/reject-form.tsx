/** What the bank rejected of a sent batch before it booked it: said by a person, with the bank's reason. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { ChoicesField } from "../../component/choices-field.tsx";
import { Form } from "../../component/form.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import type { Batch, Payments } from "./finance-query.ts";

const schema = z.object({
  which: z.array(z.string()).min(1, /*i18n*/ "Tick what the bank rejected."),
  reason: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Give the bank’s reason.")
    .max(500, /*i18n*/ "Say it in at most 500 characters."),
});
const whole = "whole";

interface Props {
  readonly batch: Batch;
  readonly orders: Payments["orders"];
}

export function RejectForm({ batch: { parkId, batchId, orders: lines }, orders }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useStaffRefusal();
  const open = lines.filter(({ endToEndId }) => orders[endToEndId]?.status === "sent");
  const all = open.map(({ endToEndId }) => endToEndId);
  const form = usePageForm(schema, { which: open.length === 1 ? all : [], reason: "" });
  const act = useAct({
    send: ({ which, reason }: z.output<typeof schema>) =>
      api("post", "/api/parks/{parkId}/batches/{batchId}/rejection", {
        params: { parkId, batchId },
        body: which.includes(whole) ? { reason } : { reason, endToEndIds: which },
      }),
  });
  if (open.length === 0) return null;
  return (
    <details className="more">
      <summary>{i18n._("The bank rejected it")}</summary>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <p className="small muted">
          {i18n._(
            "Only what the bank refused before it booked it; what came back stands on its statement. No money moves: the payment waits again under another id and may enter one new batch.",
          )}
        </p>
        {open.length > 1 && (
          <ChoicesField
            name="which"
            label={i18n._("What it rejected")}
            options={[
              ...(open.length === lines.length ? [{ value: whole, label: i18n._("The whole file") }] : []),
              ...open.map(({ endToEndId, payeeName, amount }) => ({
                value: endToEndId,
                label: `${payeeName}, ${format.money(amount)} (${endToEndId})`,
              })),
            ]}
          />
        )}
        <TextAreaField name="reason" label={i18n._("The bank’s reason, kept with the batch")} rows={2} limit={500} />
        <div>
          <Button type="submit" kind="danger" busy={act.isPending}>
            {i18n._("It was rejected, let it wait again")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
