/** A call from nothing: its code, texts and days; the rest is set step by step on its desk. */
import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { TextField } from "../../component/text-field.tsx";
import { noDate } from "../../form/typed-value.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { AboutFields, aboutSchema, filled } from "./about-fields.tsx";
import { useCallRefusal } from "./use-call-refusal.ts";

const schema = z.object({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,4}-[VJ]\d{2}[A-Z]?$/, /*i18n*/ "Enter a code like LIM-V27."),
  ...aboutSchema,
});

export function BeginForm({ parkId }: { readonly parkId: string }) {
  const { i18n } = useLingui();
  const refusal = useCallRefusal();
  const navigate = useNavigate();
  const form = usePageForm(schema, {
    code: "",
    languages: ["en"],
    title: {},
    summary: {},
    mode: "rolling",
    opensOn: noDate,
    closesOn: noDate,
  });
  const act = useAct({
    send: ({ title, summary, ...about }: z.output<typeof schema>, key) =>
      api("post", "/api/call-drafts", {
        params: {},
        body: {
          ...about,
          leadPark: parkId,
          title: filled(title, about.languages),
          summary: filled(summary, about.languages),
        },
        key,
      }),
    onDone: ({ callId }) => void navigate({ to: "/calls/$callId/desk", params: { callId } }),
  });
  return (
    <Card title={i18n._("Draft a call from nothing")}>
      <Form name="begin" form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <TextField
          name="code"
          label={i18n._("Code of the new call")}
          hint={i18n._("It begins every reference: LIM-V27.")}
          short
        />
        <AboutFields />
        <div>
          <Button type="submit" busy={act.isPending}>
            {i18n._("Draft it")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
