/** The company says whether it received the service, or what is wrong with it. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { RadioField } from "../../component/radio-field.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { forget, keptValues, useKeptForm } from "../../form/kept.ts";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { mayWrite, useLevel } from "../case/use-level.ts";
import { useRefusal } from "../case/use-refusal.ts";

const reason = z
  .string()
  .trim()
  .min(1, /*i18n*/ "Say what is wrong with the service.")
  .max(2000, /*i18n*/ "Say it in at most 2,000 characters.");

interface Sent {
  readonly outcome: "confirmed" | "disputed";
  readonly reason?: string;
}

interface Typed {
  outcome: string;
  reason: string;
}

const schema = z.discriminatedUnion(
  "outcome",
  [
    z.object({ outcome: z.literal("confirmed"), reason: z.string() }).transform(({ outcome }): Sent => ({ outcome })),
    z.object({ outcome: z.literal("disputed"), reason }),
  ],
  /*i18n*/ "Say whether you received the service.",
) as unknown as z.ZodType<Sent, Typed>;

interface Props {
  readonly view: CaseView;
  readonly due: string;
}

export function ConfirmService({ view, due }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const { caseId, provider } = view;
  const level = useLevel(view.applicant.organisationId);
  const keptAs = `service:${caseId}:${view.claims.length}`;
  const [first] = useState(() => keptValues<Typed>(keptAs, { outcome: "", reason: "" }));
  const form = usePageForm(schema, first);
  useKeptForm(form, keptAs);
  const disputed = form.watch("outcome") === "disputed";
  const send = useAct({
    send: (body: Sent, key) =>
      api("post", "/api/cases/{caseId}/confirmation", { params: { caseId }, body: { ...body }, key }),
    onDone: () => forget(keptAs),
  });
  return (
    <Card title={i18n._("Did you receive the service?")}>
      <Form form={form} onSend={(values) => send.mutate(values)} problem={refusal(send.error)}>
        <p>
          {i18n._(
            "{name} has reported the service; you find the report below. Answer by {day}; after that it counts as received.",
            {
              name: provider?.name ?? "",
              day: format.date(due, "full"),
            },
          )}
        </p>
        <RadioField
          name="outcome"
          label={i18n._("Your answer")}
          options={[
            { value: "confirmed", label: i18n._("Yes, we received it as agreed") },
            {
              value: "disputed",
              label: i18n._("No, or not as agreed"),
              hint: i18n._("The park settles it with you and the provider; nothing is paid before."),
            },
          ]}
        />
        {disputed && <TextAreaField name="reason" label={i18n._("What is wrong")} rows={5} limit={2000} />}
        <div>
          {mayWrite(level) ? (
            <Button type="submit" kind="primary" busy={send.isPending}>
              {i18n._("Send the answer")}
            </Button>
          ) : (
            <Button notAllowed={i18n._("An owner or editor of your company answers.")}>
              {i18n._("Send the answer")}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}
