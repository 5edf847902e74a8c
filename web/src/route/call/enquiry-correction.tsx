/** What was published about a call, put right: the form, and what stood there before. */
import { useLingui } from "@lingui/react";
import { useState } from "react";
import * as z from "zod";
import { api } from "../../client.ts";
import { Button } from "../../component/button.tsx";
import { Form } from "../../component/form.tsx";
import { usePageForm } from "../../form/use-page-form.ts";
import { useAct } from "../../use-act.ts";
import { useFormat } from "../case/use-format.ts";
import type { Enquiries } from "./enquiries-page.tsx";
import { EnquiryTexts, faultsOf, textSchema, writtenOf } from "./enquiry-texts.tsx";
import { useCallRefusal } from "./use-call-refusal.ts";

const schema = z.object({ texts: z.record(z.string(), textSchema) }).superRefine(({ texts }, context) => {
  for (const { path, message } of faultsOf(texts, "published")) context.addIssue({ code: "custom", path, message });
});
type Values = z.output<typeof schema>;

interface Props {
  readonly enquiry: Enquiries["answered"][number];
  readonly call: Enquiries["call"];
}

export function EnquiryCorrection({ enquiry, call }: Props) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  if (open) return <Correct enquiry={enquiry} call={call} onClose={() => setOpen(false)} />;
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{i18n._("Correct this answer")}</Button>
    </div>
  );
}

function Correct({ enquiry, call, onClose }: Props & { readonly onClose: () => void }) {
  const { i18n } = useLingui();
  const refusal = useCallRefusal();
  const { callId, languages } = call;
  const { enquiryId } = enquiry;
  // What is corrected is what was looked at, whoever is faster.
  const [on] = useState(enquiry.version);
  const form = usePageForm<z.input<typeof schema>, Values>(schema, {
    texts: Object.fromEntries(
      languages.map((id) => {
        const { question = "", answer = "" } = enquiry.texts[id] ?? {};
        return [id, { question, answer }];
      }),
    ),
  });
  const act = useAct({
    send: ({ texts }: Values, key) =>
      api("post", "/api/calls/{callId}/enquiries/{enquiryId}/correct", {
        params: { callId, enquiryId },
        body: { on, texts: writtenOf(texts, languages, "published") },
        key,
      }),
    onDone: onClose,
    stale: [["calls", callId, "enquiries"]],
  });
  return (
    <Form
      name={`correct-${enquiryId.slice(-6)}`}
      form={form}
      onSend={(values) => act.mutate(values)}
      problem={refusal(act.error)}
    >
      <EnquiryTexts languages={languages} outcome="published" />
      <p className="small muted">
        {i18n._("The page of the call says when it was corrected. Who asked is not told: their address is forgotten.")}
      </p>
      <div className="row">
        <Button type="submit" kind="primary" busy={act.isPending}>
          {i18n._("Publish the correction")}
        </Button>
        <Button onClick={onClose}>{i18n._("Leave it as it is")}</Button>
      </div>
    </Form>
  );
}

/** For staff alone: the page of the call shows what holds. */
export function EarlierTexts({ enquiry }: Pick<Props, "enquiry">) {
  const { i18n } = useLingui();
  const format = useFormat();
  if (enquiry.earlier.length === 0) return null;
  return (
    <details>
      <summary>{i18n._("What was published before ({number})", { number: enquiry.earlier.length })}</summary>
      {enquiry.earlier.map(({ texts, until, by }) => (
        <div key={until} className="stack">
          <p className="tiny muted">
            {i18n._("Replaced by {name}, {moment}", { name: by, moment: format.moment(until) })}
          </p>
          {Object.entries(texts).map(([language, text]) => (
            <div key={language} lang={language} className="enquiry">
              <p className="told">{text.question}</p>
              <p className="told">{text.answer}</p>
            </div>
          ))}
        </div>
      ))}
    </details>
  );
}
