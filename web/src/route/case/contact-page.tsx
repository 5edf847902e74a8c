/** Handing a case over: the contact asks a colleague, who accepts; where the contact left, an owner names another. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { CheckField } from "../../component/check-field.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { Page } from "../../component/page.tsx";
import { ProblemNote } from "../../component/problem-note.tsx";
import { SelectField } from "../../component/select-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { caseQuery, useCaseId } from "./case-query.ts";
import { type Contact, contactQuery } from "./contact-query.ts";
import { useFormat } from "./use-format.ts";
import { useRefusal } from "./use-refusal.ts";
import "./case.css";

export function RoutePage() {
  const { i18n } = useLingui();
  const caseId = useCaseId();
  const view = useQuery(caseQuery(caseId)).data;
  const query = useQuery(contactQuery(caseId));
  const title = i18n._("Contact of your organisation");
  return (
    <Page
      title={title}
      windowTitle={view === undefined ? title : `${title}: ${view.reference}`}
      width="decision"
      up={{ to: `/cases/${caseId}`, label: view?.title || i18n._("Case") }}
      lead={i18n._(
        "Letters, tasks and messages of the case go to the contact. Everybody of your organisation can read the case.",
      )}
    >
      <Loaded query={query} lines={6}>
        {(contact) => (
          <div className="stack">
            <Present contact={contact} />
            {contact.handover !== undefined && <Asked caseId={caseId} handover={contact.handover} contact={contact} />}
            {contact.may !== "no" && <HandOver key={contact.handover?.at} caseId={caseId} contact={contact} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Present({ contact: { known, name, there, mine, may } }: { readonly contact: Contact }) {
  const { i18n } = useLingui();
  return (
    <Card title={i18n._("The contact now")}>
      <p>
        {!known
          ? i18n._("Nobody of your organisation has answered in this case yet.")
          : !there
            ? i18n._("The contact has left your organisation. Until there is another, letters go to its owners.")
            : mine
              ? i18n._("You are the contact.")
              : i18n._("{name} is the contact.", { name })}
      </p>
      {there && !mine && may === "no" && (
        <p className="small muted">
          {i18n._("{name} can hand the case over. Once they have left your organisation, an owner can.", { name })}
        </p>
      )}
    </Card>
  );
}

interface AskedProps {
  readonly caseId: string;
  readonly contact: Contact;
  readonly handover: NonNullable<Contact["handover"]>;
}

function Asked({ caseId, contact, handover }: AskedProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const refusal = useRefusal();
  const answer = useAct({
    send: (body: { answer: "accept" | "decline" }, key) =>
      api("post", "/api/cases/{caseId}/contact/answer", { params: { caseId }, body, key }),
  });
  if (!handover.mine) {
    return (
      <Note>
        <p>
          {i18n._("{name} was asked on {when} and has not answered yet.", {
            name: handover.name,
            when: format.moment(handover.at),
          })}
        </p>
      </Note>
    );
  }
  return (
    <Card title={i18n._("You are asked to take it over")}>
      <div className="stack">
        <p>
          {handover.leaves
            ? i18n._("{name} asks you to be the contact from now on, and leaves your organisation with that.", {
                name: contact.name,
              })
            : i18n._("{name} asks you to be the contact from now on.", { name: contact.name })}
        </p>
        {answer.error !== null && <ProblemNote problem={refusal(answer.error)} />}
        <div className="row">
          <Button kind="primary" busy={answer.isPending} onClick={() => answer.mutate({ answer: "accept" })}>
            {i18n._("Take it over")}
          </Button>
          <Button kind="quiet" busy={answer.isPending} onClick={() => answer.mutate({ answer: "decline" })}>
            {i18n._("Decline")}
          </Button>
        </div>
      </div>
    </Card>
  );
}

const schema = z.object({
  to: z.string().min(1, /*i18n*/ "Choose who takes it over."),
  leaves: z.boolean(),
});

function HandOver({ caseId, contact }: { readonly caseId: string; readonly contact: Contact }) {
  const { i18n } = useLingui();
  const refusal = useRefusal();
  const form = usePageForm(schema, { to: "", leaves: false });
  const act = useAct({
    send: ({ to, leaves }: z.output<typeof schema>, key) =>
      api("post", "/api/cases/{caseId}/contact/handover", {
        params: { caseId },
        body: { to: to as `per_${string}`, leaves },
        key,
      }),
  });
  const asks = contact.may === "ask";
  if (contact.members.length === 0) {
    return (
      <Note>
        <p>{i18n._("Nobody else of your organisation can be the contact. Invite an owner or an editor first.")}</p>
      </Note>
    );
  }
  return (
    <Card title={i18n._("Name another contact")}>
      <Form form={form} onSend={(values) => act.mutate(values)} problem={refusal(act.error)}>
        <SelectField
          name="to"
          label={i18n._("Who takes it over")}
          options={contact.members.map(({ personId, name }) => ({ value: personId, label: name }))}
          placeholder={i18n._("Choose")}
        />
        {asks && (
          <CheckField
            name="leaves"
            label={i18n._("I leave the organisation with it")}
            hint={i18n._("Once they have accepted, you see none of its cases any more.")}
          />
        )}
        <div>
          <Button type="submit" kind="primary" busy={act.isPending}>
            {asks ? i18n._("Ask them") : i18n._("Make them the contact")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
