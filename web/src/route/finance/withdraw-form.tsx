/** A released batch that was not sent is taken back, by another person than released it, with a reason. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { useStaffRefusal } from "../staff/use-staff-refusal.ts";
import type { Batch } from "./finance-query.ts";

const schema = z.object({
  reason: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Say why it is taken back.")
    .max(500, /*i18n*/ "Say it in at most 500 characters."),
});

export function WithdrawForm({ batch: { parkId, batchId } }: { readonly batch: Batch }) {
  const { i18n } = useLingui();
  const refusal = useStaffRefusal();
  const form = usePageForm(schema, { reason: "" });
  const act = useAct({
    send: (body: z.output<typeof schema>, key) =>
      api("post", "/api/parks/{parkId}/batches/{batchId}/discard", { params: { parkId, batchId }, body, key }),
  });
  return (
    <details className="more">
      <summary>{i18n._("Take it back")}</summary>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <p className="small muted">
          {i18n._(
            "Only while the bank does not have the file. Another person than released it does this; its payments wait again under other ids. What the bank pays of it after all is still booked.",
          )}
        </p>
        <TextAreaField name="reason" label={i18n._("Why, kept with the batch")} rows={2} limit={500} />
        <div>
          <Button type="submit" kind="danger" busy={act.isPending}>
            {i18n._("Take it back, its payments wait again")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
