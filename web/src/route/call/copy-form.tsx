/** A new draft with everything of this call but its code and its days. */
import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateFields } from "../../component/date-fields.tsx";
import { Form } from "../../component/form.tsx";
import { TextField } from "../../component/text-field.tsx";
import { dateSchema, noDate } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { useCallRefusal } from "./use-call-refusal.ts";

const schema = z.object({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,4}-[VJ]\d{2}[A-Z]?$/, /*i18n*/ "Enter a code like LIM-V27."),
  opensOn: dateSchema(/*i18n*/ "Enter the day on which the call opens."),
  closesOn: dateSchema(/*i18n*/ "Enter the last day of the call."),
});

export function CopyForm({ callId }: { readonly callId: string }) {
  const { i18n } = useLingui();
  const refusal = useCallRefusal();
  const navigate = useNavigate();
  const form = usePageForm(schema, { code: "", opensOn: noDate, closesOn: noDate });
  const act = useAct({
    send: async (own: z.output<typeof schema>, key) => {
      const file = await api("get", "/api/calls/{callId}/file", { params: { callId } });
      return api("post", "/api/call-files", { params: {}, body: { file, ...own }, key });
    },
    onDone: ({ callId: made }) => void navigate({ to: "/calls/$callId/desk", params: { callId: made } }),
  });
  return (
    <Card title={i18n._("Copy this call")}>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <TextField
          name="code"
          label={i18n._("Code of the new call")}
          hint={i18n._("It begins every reference: LIM-V27.")}
          short
        />
        <DateFields name="opensOn" label={i18n._("Opens on")} hint={i18n._("From midnight in the park’s zone.")} />
        <DateFields
          name="closesOn"
          label={i18n._("Closes on")}
          hint={i18n._("Until the end of that day in the park’s zone.")}
        />
        <div>
          <Button type="submit" busy={act.isPending}>
            {i18n._("Draft the copy")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
