/** A party answers another description of the service: agrees, refuses with reasons, or takes its own word back. */
import { useLingui } from "@lingui/react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { type CaseView, myTask } from "./case-query.ts";
import { type ScopeChange, ScopeProposed } from "./service-card.tsx";
import { useFormat } from "./use-format.ts";
import { mayWrite, useLevel } from "./use-level.ts";
import { useRefusal } from "./use-refusal.ts";

type Party = "applicant" | "provider";

interface Props {
  readonly view: CaseView;
  readonly party: Party;
}

export function ScopeAnswer({ view, party }: Props) {
  const change = view.voucher?.scopeChange;
  return change === undefined ? null : <Answer view={view} party={party} change={change} />;
}

const schema = z.object({
  reasons: z
    .string()
    .trim()
    .min(1, /*i18n*/ "Say why: the other party and the park read it.")
    .max(2000, /*i18n*/ "Shorten the reasons to 2,000 characters."),
});

function Answer({ view, party, change }: Props & { readonly change: ScopeChange }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const { caseId } = view;
  const { contentHash } = change;
  const side = party === "applicant" ? view.applicant : view.provider;
  const level = useLevel(side?.organisationId);
  const agreed = change.agreed.some((one) => one.party === party);
  const due = myTask(view, "confirm-change")?.due;
  const form = usePageForm(schema, { reasons: "" });
  const agree = useAct({
    send: (_: undefined, key) =>
      api("post", "/api/cases/{caseId}/scope-answer", {
        params: { caseId },
        body: { party, contentHash, answer: "agree", reasons: "" },
        key,
      }),
  });
  const refuse = useAct({
    send: ({ reasons }: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/scope-answer", {
        params: { caseId },
        body: { party, contentHash, answer: "refuse", reasons },
        key,
      }),
  });
  const no = agreed ? i18n._("Take it back") : i18n._("Refuse the description");
  return (
    <Card title={i18n._("Another description of the service")}>
      <div className="stack">
        <ScopeProposed view={view} change={change} />
        {due !== undefined && !agreed && <p>{i18n._("Answer until {day}.", { day: format.date(due, "full") })}</p>}
        {agree.error !== null && <ProblemNote problem={refusal(agree.error)} />}
        {!mayWrite(level) ? (
          <Button notAllowed={i18n._("An owner or editor of {name} answers.", { name: side?.name ?? "" })}>
            {i18n._("Agree to the description")}
          </Button>
        ) : (
          <>
            {!agreed && (
              <div>
                <Button kind="primary" busy={agree.isPending} onClick={() => agree.mutate(undefined)}>
                  {i18n._("Agree to the description")}
                </Button>
              </div>
            )}
            <details>
              <summary>{no}</summary>
              <Form
                name="scope-refusal"
                form={form}
                onSend={(values) => refuse.mutate(values)}
                problem={refusal(refuse.error)}
              >
                <TextAreaField
                  name="reasons"
                  label={i18n._("Why not")}
                  hint={i18n._("The service then stays as it is.")}
                  rows={3}
                  limit={2000}
                />
                <div>
                  <Button type="submit" busy={refuse.isPending}>
                    {no}
                  </Button>
                </div>
              </Form>
            </details>
          </>
        )}
      </div>
    </Card>
  );
}
