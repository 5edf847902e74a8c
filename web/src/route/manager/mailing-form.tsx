/** Who is reached, the words in each of their languages, and the preview that is sent or taken back. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Card } from "../../component/card.tsx";
import { Form } from "../../component/form.tsx";
import { TextAreaField } from "../../component/text-area-field.tsx";
import { TextField } from "../../component/text-field.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import type { LanguageId } from "../../language/language.ts";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import { MailingPreviewCard } from "./mailing-preview.tsx";
import type { MailingDesk } from "./mailing-query.ts";
import { useMailingRefusal } from "./mailing-words.ts";

const subjectMost = 120;
const textMost = 3000;

const typed = z.object({
  subject: z.string().trim().max(subjectMost, { error: /*i18n*/ "At most 120 characters" }),
  text: z.string().trim().max(textMost, { error: /*i18n*/ "At most 3,000 characters" }),
});
type Typed = z.input<typeof typed>;

/** Required languages need both; in the others both or none is written. */
function schemaFor(needed: readonly LanguageId[]) {
  return z
    .object({ words: z.partialRecord(z.enum(["en", "nl", "fr", "sv", "cy"]), typed) })
    .superRefine(({ words }, context) => {
      for (const [language, given] of Object.entries(words)) {
        const wanted = needed.some((one) => one === language) || given.subject !== "" || given.text !== "";
        for (const field of ["subject", "text"] as const)
          if (wanted && given[field] === "")
            context.addIssue({
              code: "custom",
              path: ["words", language, field],
              message: field === "subject" ? /*i18n*/ "Enter a subject" : /*i18n*/ "Enter a text",
            });
      }
    });
}

interface Props {
  readonly desk: MailingDesk;
  readonly parkId: string;
  readonly stale: readonly unknown[];
}

export interface Previewed {
  readonly words: Partial<Record<LanguageId, Typed>>;
  readonly cases: MailingDesk["reached"][number]["caseId"][];
}

export function MailingForm({ desk, parkId, stale }: Props) {
  const { i18n } = useLingui();
  const refusal = useMailingRefusal();
  const [previewed, setPreviewed] = useState<Previewed>();
  const asked = [...desk.needed, ...desk.wished];
  const form = usePageForm(schemaFor(desk.needed), {
    words: Object.fromEntries(asked.map((language) => [language, { subject: "", text: "" }])),
  });
  const preview = useAct({
    send: ({ words, cases }: Previewed) =>
      api("post", "/api/parks/{parkId}/mailings/preview", { params: { parkId }, body: { words, cases } }),
    onDone: (_, input) => setPreviewed(input),
    stale: [],
  });
  if (previewed !== undefined && preview.data !== undefined)
    return (
      <>
        <Reached desk={desk} />
        <MailingPreviewCard
          parkId={parkId}
          preview={preview.data}
          sent={previewed}
          stale={stale}
          onBack={() => setPreviewed(undefined)}
          onSent={() => {
            setPreviewed(undefined);
            form.reset();
          }}
        />
      </>
    );
  return (
    <>
      <Reached desk={desk} />
      <Card title={i18n._("The letter")}>
        <Form
          name="mailing"
          form={form}
          problem={refusal(preview.error)}
          onSend={({ words }) =>
            preview.mutate({
              words: Object.fromEntries(Object.entries(words).filter(([, { text }]) => text !== "")),
              cases: desk.reached.map(({ caseId }) => caseId),
            })
          }
        >
          {asked.map((language) => (
            <Words key={language} language={language} needed={desk.needed.includes(language)} />
          ))}
          <div>
            <Button type="submit" kind="primary" busy={preview.isPending}>
              {i18n._("Look at the letters")}
            </Button>
          </div>
        </Form>
      </Card>
    </>
  );
}

function Words({ language, needed }: { readonly language: LanguageId; readonly needed: boolean }) {
  const { i18n } = useLingui();
  const name = useFormat().language(language);
  return (
    <>
      <TextField
        name={`words.${language}.subject`}
        label={i18n._("Subject in {language}", { language: name })}
        hint={
          needed
            ? i18n._("Required: recipients read this language.")
            : i18n._("Not required: left blank, these recipients get the park’s first language.")
        }
      />
      <TextAreaField
        name={`words.${language}.text`}
        label={i18n._("Text in {language}", { language: name })}
        limit={textMost}
      />
    </>
  );
}

function Reached({ desk }: { readonly desk: MailingDesk }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const count = desk.reached.length;
  return (
    <Card title={i18n._("Recipients")} aside={i18n._("{count, plural, one {# case} other {# cases}}", { count })}>
      <details className="more" open={count <= 10}>
        <summary>{i18n._("All names")}</summary>
        <ul className="release-list">
          {desk.reached.map(({ caseId, reference, applicant, to }) => (
            <li key={caseId} className="release-row">
              <span>
                <b>{applicant}</b> <span className="mono small">{reference}</span>
              </span>
              <span className="small muted">
                {to.map(({ name, language }) => `${name} (${format.language(language)})`).join(", ")}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
