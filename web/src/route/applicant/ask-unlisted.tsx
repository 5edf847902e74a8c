/** A provider that is not in the list is asked by mail: whom, until when, and taking it back. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { Tag } from "../../component/tag.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import type { CaseView } from "../case/case-query.ts";
import { useFormat } from "../case/use-format.ts";
import { useRefusal } from "../case/use-refusal.ts";

const schema = z.object({
  name: z.string().trim().min(2, /*i18n*/ "Enter the name of the provider.").max(200),
  email: z.string().trim().pipe(z.email(/*i18n*/ "Enter an e-mail address, like name@company.com.")),
});
type Values = z.output<typeof schema>;

export function AskUnlisted({ view }: { readonly view: CaseView }) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const { caseId, askedProvider } = view;
  const form = usePageForm(schema, { name: "", email: "" });
  const ask = useAct({
    send: (body: Values, key) => api("post", "/api/cases/{caseId}/provider/ask", { params: { caseId }, body, key }),
    onDone: () => form.reset(),
    stale: [["case", caseId]],
  });
  return (
    <Card title={i18n._("Is it not in the list?")}>
      <div className="stack">
        {askedProvider !== undefined && <Asked caseId={caseId} asked={askedProvider} />}
        {askedProvider?.left !== 0 && (
          <>
            <p>
              {i18n._(
                "Ask it by mail. Whoever you write to registers the organisation and then confirms the offer here. The request can be taken up for 30 days.",
              )}
            </p>
            <Form name="ask-unlisted" form={form} onSend={(values) => ask.mutate(values)} problem={refusal(ask.error)}>
              <TextField name="name" label={i18n._("Name of the provider")} />
              <TextField name="email" label={i18n._("E-mail address")} type="email" />
              <div>
                <Button type="submit" busy={ask.isPending}>
                  {askedProvider?.open ? i18n._("Ask this one instead") : i18n._("Ask by mail")}
                </Button>
              </div>
            </Form>
          </>
        )}
      </div>
    </Card>
  );
}

interface AskedProps {
  readonly caseId: CaseView["caseId"];
  readonly asked: NonNullable<CaseView["askedProvider"]>;
}

function Asked({ caseId, asked }: AskedProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const { name, email, askedAt, validUntil, withdrawnAt, open } = asked;
  const withdraw = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/cases/{caseId}/provider/ask/withdrawal", { params: { caseId }, body: {}, key }),
    stale: [["case", caseId]],
  });
  const dates = { name, email, day: format.date(askedAt), until: format.date(validUntil) };
  return (
    <>
      <p>
        {open
          ? i18n._("{name} ({email}) was asked on {day} and can answer until {until}.", dates)
          : i18n._("{name} ({email}) was asked on {day}.", dates)}{" "}
        {open ? (
          <Tag state="now">{i18n._("Asked")}</Tag>
        ) : (
          <Tag state="idle">{withdrawnAt === undefined ? i18n._("Expired") : i18n._("Taken back")}</Tag>
        )}
      </p>
      {withdraw.isError && <ProblemNote problem={refusal(withdraw.error)} />}
      {open && (
        <div>
          <Button small busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            {i18n._("Take the request back")}
          </Button>
        </div>
      )}
    </>
  );
}
