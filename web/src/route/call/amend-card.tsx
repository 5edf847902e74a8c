/** Changing a published call: the reason first, then the step; what waits for a second manager; what was changed. */
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as z from "zod";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { DateTime } from "../../component/date-time.tsx";
import { Form } from "../../component/form.tsx";
import { Loaded } from "../../component/loaded.tsx";
import { Note } from "../../component/note.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { AmendmentBody } from "../case/amendments.tsx";
import { useFormat } from "../case/use-format.ts";
import { filled, type Words, wordsSchema } from "./about-fields.tsx";
import { AmendReason } from "./amend-reason.ts";
import { amendmentDeskQuery, type CallDesk } from "./call-query.ts";
import { ProposedAmendment } from "./proposed-amendment.tsx";
import { StepForms } from "./step-forms.tsx";

export function AmendCard({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const { callId } = desk.call;
  const query = useQuery(amendmentDeskQuery(callId, i18n.locale));
  const title = i18n._("Changes of the published call");
  if (query.data === undefined)
    return (
      <Card title={title}>
        <Loaded query={query}>{() => null}</Loaded>
      </Card>
    );
  const { may, proposed, published } = query.data;
  if (!may && proposed === undefined && published.length === 0) return null;
  return (
    <Card title={title}>
      <div className="stack">
        {proposed !== undefined && <ProposedAmendment callId={callId} proposed={proposed} mine={desk.mine} />}
        {may && proposed === undefined && <Propose desk={desk} />}
        {published.map((one) => (
          <section key={one.number} className="stack">
            <h3>{i18n._("Change {number}", { number: one.number })}</h3>
            <p className="small muted">
              <DateTime at={one.at} />.{" "}
              {i18n._("Proposed by {proposer}, published by {publisher}.", {
                proposer: one.proposedBy,
                publisher: one.publishedBy,
              })}{" "}
              {one.told ? i18n._("The applicants were told by letter.") : i18n._("The applicants are being told.")}
            </p>
            <AmendmentBody amendment={one} />
          </section>
        ))}
      </div>
    </Card>
  );
}

const reasonSchema = z.object({ reason: wordsSchema });

function Propose({ desk }: { readonly desk: CallDesk }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const [reason, setReason] = useState<Words | undefined>(undefined);
  const form = usePageForm(reasonSchema, { reason: {} });
  const { languages } = desk.call;
  if (reason !== undefined) {
    return (
      <AmendReason value={reason}>
        <p className="small muted">
          {i18n._(
            "One step at a time: what you change in it is proposed, and another manager of the park publishes it.",
          )}
        </p>
        <StepForms desk={desk} />
        <div>
          <Button kind="quiet" onClick={() => setReason(undefined)}>
            {i18n._("Change the reason")}
          </Button>
        </div>
      </AmendReason>
    );
  }
  return (
    <Form
      name="amendment-reason"
      form={form}
      problem={null}
      onSend={({ reason: typed }) => {
        const given = filled(typed, languages);
        const without = languages.filter((language) => given[language] === undefined);
        for (const language of without)
          form.setError(`reason.${language}`, { message: /*i18n*/ "Say why; applicants read it in this language." });
        if (without.length === 0) setReason(given);
      }}
    >
      <Note>
        <p>
          {i18n._(
            "Who applies or has applied is told by letter of every change. Payers, aid basis and currency stay as published; criteria stay once reviews have begun; nothing becomes worse for who has applied.",
          )}
        </p>
      </Note>
      {languages.map((language) => (
        <TextAreaField
          key={language}
          name={`reason.${language}`}
          label={i18n._("Why it is changed, {language}", { language: format.language(language) })}
          rows={2}
          limit={1000}
        />
      ))}
      <div>
        <Button type="submit">{i18n._("Go on to the change")}</Button>
      </div>
    </Form>
  );
}
